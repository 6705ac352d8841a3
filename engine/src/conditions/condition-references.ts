import type { ReferenceKind } from '../facts/names.ts';
import { type Condition, type ConditionPath, parseCondition } from './condition.ts';

/** A thing of the workspace a condition names, and where in it. */
export interface ConditionReference {
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly path: ConditionPath;
}

/**
 * The calendars a condition names, in the order written; paths start with `path`. Ids that are compared with a fact are
 * left to `checkCondition`, which knows from the catalogue what they are ids of. Input: unknown JSON; nothing where it
 * is no condition.
 */
export function conditionReferences(input: unknown, path: ConditionPath = []): readonly ConditionReference[] {
  const parsed = parseCondition(input);
  return parsed.ok ? calendarsOf(parsed.condition, path) : [];
}

function calendarsOf(condition: Condition, path: ConditionPath): readonly ConditionReference[] {
  if ('all' in condition) {
    return condition.all.flatMap((item, index) => calendarsOf(item, [...path, 'all', index]));
  }
  if ('any' in condition) {
    return condition.any.flatMap((item, index) => calendarsOf(item, [...path, 'any', index]));
  }
  if ('not' in condition) return calendarsOf(condition.not, [...path, 'not']);
  const { value } = condition;
  if (typeof value !== 'object' || value === null || !('calendarId' in value)) return [];
  const { calendarId } = value;
  if (typeof calendarId !== 'string' || !calendarId) return [];
  return [{ kind: 'calendar', id: calendarId, path: [...path, 'value', 'calendarId'] }];
}
