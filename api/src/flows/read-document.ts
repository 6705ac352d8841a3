import { EMPTY_FLOW, type Flow, issueText, parseFlow } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import { isStorableText } from '../server/input-check.ts';
import { Refusal, refusal } from '../server/refusal.ts';

/**
 * A flow document from outside, which may be incomplete but not malformed.
 * @throws Refusal with the engine's codes, each at its path below `input.document`.
 */
export function readDocumentOrThrow(document: unknown, { locale }: Pick<Actor, 'locale'>): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok)
    throw new Refusal(
      parsed.issues.map((issue) => ({
        code: issue.code,
        message: issueText(issue, locale),
        path: ['input', 'document', ...issue.path.map(String)],
      })),
    );
  if (!isStorable(parsed.flow))
    throw refusal(
      'BAD_TEXT',
      "The document holds a character that can't be stored (NUL or half a character).",
      'document',
    );
  return parsed.flow;
}

/** A stored draft as a flow; the empty flow where an older Alur stored something else. */
export function storedFlow(document: unknown): Flow {
  const parsed = parseFlow(document);
  return parsed.ok ? parsed.flow : EMPTY_FLOW;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner));
}
