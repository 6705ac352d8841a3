import { type FactDefinition, type OperatorDefinition, operatorsOf, type ValueShape } from '@alur/engine';
import type { DraftComparison } from './draft-condition.ts';

/** The operator a comparison names, as its fact offers it; undefined while the comparison is unfinished. */
export function operatorOf(
  definition: FactDefinition | undefined,
  comparison: DraftComparison,
): OperatorDefinition | undefined {
  return definition && operatorsOf(definition).find(({ op }) => op === comparison.op);
}

/** The comparison about another fact. Operator and value stay where they still fit. */
export function withFact(
  comparison: DraftComparison,
  before: FactDefinition | undefined,
  after: FactDefinition,
): DraftComparison {
  const operators = operatorsOf(after);
  const kept = operators.find(({ op }) => op === comparison.op);
  const fits = kept !== undefined && before?.type === after.type && before.fact === after.fact;
  if (fits) return comparison;
  return finished(after, { fact: after.fact, op: (kept ?? operators[0])?.op ?? '' });
}

/** The comparison with another operator. A single value and a list of values turn into each other. */
export function withOperator(
  comparison: DraftComparison,
  definition: FactDefinition,
  next: OperatorDefinition,
): DraftComparison {
  const shape = operatorOf(definition, comparison)?.value;
  const value = shape === undefined ? undefined : convertValue(comparison.value, shape, next.value);
  const bare = { fact: comparison.fact, op: next.op };
  return finished(definition, value === undefined ? bare : { ...bare, value });
}

/** A value of one shape as another shape; undefined where it has no counterpart. */
function convertValue(value: unknown, from: ValueShape, to: ValueShape): unknown {
  if (to === 'none') return undefined;
  if (from === to) return value;
  const isWord = (shape: ValueShape) => shape === 'one' || shape === 'words' || shape === 'pattern';
  if (isWord(from) && isWord(to)) return value;
  if (from === 'one' && to === 'many') return value === undefined || value === '' ? undefined : [value];
  if (from === 'many' && to === 'one') return Array.isArray(value) ? value[0] : undefined;
  return undefined;
}

/** A yes-or-no fact asks for a value that people take for granted: yes. */
function finished(definition: FactDefinition, comparison: DraftComparison): DraftComparison {
  const needsValue = operatorOf(definition, comparison)?.value === 'one' && comparison.value === undefined;
  return needsValue && definition.type === 'boolean' ? { ...comparison, value: true } : comparison;
}
