import { readFact } from '../facts/fact-value.ts';
import type { NodeInput } from './behaviour.ts';
import { machineValue } from './json-template.ts';
import { parseTemplate } from './template.ts';

/** Scheme and host as written, so that no value can lead a call elsewhere; no name or password before the host. */
const START = /^https?:\/\/[^\s/?#@\\{}]+([/?#]|$)/i;

/**
 * Makes an address with `{{ fact }}` variables ready to be filled: values are percent-encoded, missing ones left out.
 * Null where it is no http or https address with a host of its own, or has spaces in it.
 */
export function compileUrlTemplate(template: string): ((input: NodeInput) => string) | null {
  const parts = parseTemplate(template.trim());
  const [first] = parts;
  if (!first || !('text' in first)) return null;
  const start = START.exec(first.text);
  if (!start || (start[1] === '' && parts.length > 1)) return null;
  if (parts.some((part) => 'text' in part && /\s/.test(part.text))) return null;
  return ({ facts }) =>
    parts
      .map((part) => {
        if ('text' in part) return part.text;
        const value = machineValue(part.fact, readFact(facts, part.fact));
        return value === null ? '' : encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '\ufffd'));
      })
      .join('');
}
