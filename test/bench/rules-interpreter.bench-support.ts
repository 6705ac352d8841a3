import type { Condition, Facts } from '@alur/engine';

/** Whether a condition of the workload holds, read off as it is written; throws where no rule asks such an operator. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((item) => holds(item, facts));
  if ('any' in condition) return condition.any.some((item) => holds(item, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const seen = facts[condition.fact];
  const text = condition.value as string;
  const number = condition.value as number;
  const list = condition.value as readonly string[];
  switch (condition.op) {
    case 'is':
      return seen === condition.value;
    case 'isNot':
      return seen !== condition.value;
    case 'isOneOf':
      return list.includes(seen as string);
    case 'isNoneOf':
      return !list.includes(seen as string);
    case 'atLeast':
      return (seen as number) >= number;
    case 'atMost':
      return (seen as number) <= number;
    case 'moreThan':
      return (seen as number) > number;
    case 'lessThan':
      return (seen as number) < number;
    case 'containsAnyOf':
      return list.some((part) => (seen as readonly string[]).includes(part));
    case 'contains':
      return (seen as string).includes(text);
    default:
      throw new Error(`No rule of the workload asks ${condition.op}`);
  }
}
