import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import { type FactValue, readFact } from '../facts/fact-value.ts';
import { zonedText } from '../facts/zoned-time.ts';
import type { Issue } from '../flow/issue.ts';
import type { NodeInput } from './behaviour.ts';
import { finding } from './finding.ts';

/** A piece of a template: text as written, or a fact to fill in. */
export type TemplatePart = { readonly text: string } | { readonly fact: string };

/** The longest template, in characters. */
export const LONGEST_TEMPLATE = 10_000;

const VARIABLE = /\{\{\s*([^\s{}|]+)\s*\}\}/g;

/**
 * Splits a template at its `{{ fact }}` variables. Anything else in it is plain text, braces that name no fact too.
 * Linear in the template.
 */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(VARIABLE)) {
    if (match.index > end) parts.push({ text: template.slice(end, match.index) });
    parts.push({ fact: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ text: template.slice(end) });
  return parts;
}

/**
 * What is wrong with a template for people: unfilled (MISSING_CONFIG), a variable the workspace lacks (UNKNOWN_FACT), a
 * fact that holds an id no reader could use (TYPE_MISMATCH), braces that are no variable (INVALID_VALUE).
 */
export function checkTemplate(
  template: string,
  path: readonly (string | number)[],
  catalogue: readonly FactDefinition[],
): readonly Issue[] {
  if (template.trim() === '') return [finding('MISSING_CONFIG', path)];
  const unreadable = parseTemplate(template).flatMap((part) =>
    'fact' in part && findFact(catalogue, part.fact)?.type === 'reference'
      ? [finding('TYPE_MISMATCH', path, { fact: part.fact, type: 'reference' })]
      : [],
  );
  return [...checkVariables(template, path, catalogue), ...unreadable];
}

/** What is wrong with the variables of a text, for machines too: UNKNOWN_FACT, INVALID_VALUE. */
export function checkVariables(
  template: string,
  path: readonly (string | number)[],
  catalogue: readonly FactDefinition[],
): readonly Issue[] {
  return parseTemplate(template).flatMap((part) => {
    if ('text' in part) {
      return part.text.includes('{{') ? [finding('INVALID_VALUE', path, { expected: '{{ fact }}' })] : [];
    }
    return findFact(catalogue, part.fact) ? [] : [finding('UNKNOWN_FACT', path, { fact: part.fact })];
  });
}

/** A template in a sentence: in quotes, or a gap where it is still empty. */
export function quotedTemplate(template: string): string {
  return template.trim() ? `“${template.trim()}”` : '…';
}

/** Fills a template in. A missing fact leaves nothing; values are never read as templates again. */
export function fillTemplate(parts: readonly TemplatePart[], input: NodeInput): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      const value = readFact(input.facts, part.fact);
      return value === null ? '' : plainText(part.fact, value, input.timeZone);
    })
    .join('');
}

/** A value as text: instants on the workspace's wall clock, durations in hours and minutes, sets with commas. */
function plainText(fact: string, value: FactValue, timeZone: string): string {
  if (typeof value === 'object') return value.join(', ');
  const type = findFact(BUILT_IN_FACTS, fact)?.type;
  if (type === 'instant' && typeof value === 'number') return zonedText(value, timeZone);
  if (type === 'duration' && typeof value === 'number') {
    const minutes = Math.floor(value / 60_000);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  return String(value);
}
