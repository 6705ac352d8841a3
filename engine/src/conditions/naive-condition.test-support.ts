import type { FieldChanges } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Condition } from './condition.ts';

/**
 * The condition language read straight off its description, for facts of ASCII text, numbers, booleans and sets.
 * Kept apart from the compiler on purpose: it shares no code with it.
 */
export function naiveHolds(condition: Condition, facts: Facts, changes: FieldChanges = {}): boolean {
  if ('all' in condition) return condition.all.every((item) => naiveHolds(item, facts, changes));
  if ('any' in condition) return condition.any.some((item) => naiveHolds(item, facts, changes));
  if ('not' in condition) return !naiveHolds(condition.not, facts, changes);
  const { fact, op, value } = condition;
  const change = changes[fact];
  if (op === 'changed') return change !== undefined;
  if (op === 'changedFrom') return change?.from != null && lower(change.from) === lower(value);
  if (op === 'changedTo') return change?.to != null && lower(change.to) === lower(value);
  const seen = facts[fact];
  const isMissing = seen == null || seen === '' || (Array.isArray(seen) && seen.length === 0);
  if (op === 'isEmpty') return isMissing;
  if (isMissing) return ['isNot', 'isNoneOf', 'containsNoneOf', 'notBetween'].includes(op);
  const values = (Array.isArray(value) ? value : [value]).map(lower);
  const elements = (Array.isArray(seen) ? seen : []).map(lower);
  const text = String(lower(seen));
  const number = Number(seen);
  const range = value as { from: number; to: number };
  switch (op) {
    case 'is':
      return lower(seen) === values[0];
    case 'isNot':
      return lower(seen) !== values[0];
    case 'isOneOf':
      return values.includes(lower(seen));
    case 'isNoneOf':
      return !values.includes(lower(seen));
    case 'contains':
      return text.includes(String(values[0]));
    case 'startsWith':
      return text.startsWith(String(values[0]));
    case 'endsWith':
      return text.endsWith(String(values[0]));
    case 'containsAnyOf':
      return Array.isArray(seen)
        ? values.some((item) => elements.includes(item))
        : values.some((item) => text.includes(String(item)));
    case 'containsAllOf':
      return values.every((item) => elements.includes(item));
    case 'containsNoneOf':
      return !values.some((item) => elements.includes(item));
    case 'lessThan':
      return number < Number(value);
    case 'atMost':
      return number <= Number(value);
    case 'moreThan':
      return number > Number(value);
    case 'atLeast':
      return number >= Number(value);
    case 'between':
      return range.from <= number && number <= range.to;
    case 'notBetween':
      return number < range.from || number > range.to;
    default:
      throw new Error(`The naive reading does not know ${op}`);
  }
}

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
