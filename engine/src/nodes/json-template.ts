import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { findFact } from '../facts/fact-catalogue.ts';
import { type FactValue, readFact } from '../facts/fact-value.ts';
import type { NodeInput } from './behaviour.ts';
import { parseTemplate } from './template.ts';

type JsonPart = { readonly text: string } | { readonly fact: string; readonly isQuoted: boolean };

/**
 * Makes a JSON document with `{{ fact }}` variables ready to be filled, so that it stays JSON whatever the values are:
 * inside quotes a value is escaped, elsewhere it is written as a JSON value (null where it is missing). Instants are
 * ISO 8601, durations milliseconds, references ids. Null where the document is not JSON once it is filled.
 */
export function compileJsonTemplate(template: string): ((input: NodeInput) => string) | null {
  const parts = jsonParts(template);
  // The values most apt to break it: after a backslash, or in a place that takes only a text.
  if (!isJson(parts.map((part) => ('text' in part ? part.text : part.isQuoted ? 'x' : '0')).join(''))) return null;
  return ({ facts }) =>
    parts
      .map((part) => {
        if ('text' in part) return part.text;
        const value = machineValue(part.fact, readFact(facts, part.fact));
        return part.isQuoted ? escaped(value) : JSON.stringify(value);
      })
      .join('');
}

/** A value as machines read it: instants as ISO 8601. */
export function machineValue(fact: string, value: FactValue | null): FactValue | null {
  if (typeof value !== 'number' || findFact(BUILT_IN_FACTS, fact)?.type !== 'instant') return value;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}

/** Splits at variables and tells which of them stand inside quotes. */
function jsonParts(template: string): readonly JsonPart[] {
  let isQuoted = false;
  return parseTemplate(template).map((part) => {
    if ('fact' in part) return { fact: part.fact, isQuoted };
    for (let index = 0; index < part.text.length; index += 1) {
      const character = part.text[index];
      if (isQuoted && character === '\\') index += 1;
      else if (character === '"') isQuoted = !isQuoted;
    }
    return part;
  });
}

function escaped(value: FactValue | null): string {
  if (value === null) return '';
  return JSON.stringify(typeof value === 'object' ? value.join(', ') : String(value)).slice(1, -1);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
