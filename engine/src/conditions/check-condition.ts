import type { z } from 'zod';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import type { Issue } from '../flow/issue.ts';
import { zodIssues } from '../flow/zod-issues.ts';
import { calendarReference, calendarValue, isCalendarReference, isOffered, valueSchema } from './comparison-value.ts';
import { compilePatternOrThrow } from './compile-pattern.ts';
import { type Comparison, type Condition, type ConditionPath, conditionIssue } from './condition.ts';
import { isOperator, OPERATORS, operatorsOf, type ValueShape } from './operators.ts';

/**
 * What is wrong with a parsed condition in this workspace, in the order written; paths start with `path`.
 * Codes: UNKNOWN_FACT, UNKNOWN_OPERATOR (change operators on an untracked fact), TYPE_MISMATCH (an operator or value of
 * another type), INVALID_VALUE, MISSING_CONFIG, INVALID_PATTERN, UNKNOWN_REFERENCE, EMPTY_CONDITION. Whether the calendars
 * it names exist is for who knows them: see `conditionReferences`.
 */
export function checkCondition(
  condition: Condition,
  catalogue: readonly FactDefinition[],
  path: ConditionPath = [],
): readonly Issue[] {
  if ('all' in condition) return checkGroup(condition.all, catalogue, [...path, 'all']);
  if ('any' in condition) return checkGroup(condition.any, catalogue, [...path, 'any']);
  if ('not' in condition) return checkCondition(condition.not, catalogue, [...path, 'not']);
  return checkComparison(condition, catalogue, path);
}

function checkGroup(
  items: readonly Condition[],
  catalogue: readonly FactDefinition[],
  path: ConditionPath,
): readonly Issue[] {
  if (items.length === 0) return [conditionIssue('EMPTY_CONDITION', path)];
  return items.flatMap((item, index) => checkCondition(item, catalogue, [...path, index]));
}

function checkComparison(
  comparison: Comparison,
  catalogue: readonly FactDefinition[],
  path: ConditionPath,
): readonly Issue[] {
  const { fact, op, value } = comparison;
  const definition = findFact(catalogue, fact);
  if (!definition) return [conditionIssue('UNKNOWN_FACT', [...path, 'fact'], { fact })];
  const operator = operatorsOf(definition).find((offered) => offered.op === op);
  if (!operator) {
    const isOfType = OPERATORS[definition.type].some((offered) => offered.op === op);
    const code = isOfType || !isOperator(op) ? 'UNKNOWN_OPERATOR' : 'TYPE_MISMATCH';
    return [conditionIssue(code, [...path, 'op'], { op, fact, type: definition.type })];
  }
  const valuePath = [...path, 'value'];
  const isUnfilled = value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
  if (operator.value !== 'none' && isUnfilled) return [conditionIssue('MISSING_CONFIG', valuePath)];
  const parsed = schemaOf(definition, operator.value, value).safeParse(value);
  if (!parsed.success) return valueIssues(zodIssues(parsed.error, valuePath, value), definition);
  if (operator.value === 'pattern') return checkPattern(String(value), valuePath);
  if (definition.type !== 'option' && definition.type !== 'reference' && definition.type !== 'set') return [];
  const listed = (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'string' ? item : null));
  return listed.flatMap((item, index) => {
    if (item === null || isOffered(definition, item)) return [];
    const itemPath = Array.isArray(value) ? [...valuePath, index] : valuePath;
    return definition.reference
      ? [conditionIssue('UNKNOWN_REFERENCE', itemPath, { kind: definition.reference, id: item })]
      : [conditionIssue('INVALID_VALUE', itemPath, { expected: 'option', value: item, fact })];
  });
}

/** Of opening hours the form that was meant, so that the finding says what is wrong in it. */
function schemaOf({ type }: FactDefinition, shape: ValueShape, value: unknown): z.ZodType {
  if (shape !== 'calendar') return valueSchema(type, shape);
  return isCalendarReference(value) ? calendarReference : calendarValue;
}

/** A value of the wrong JSON type is a mismatch with the fact's type; other findings stay as they are. */
function valueIssues(issues: readonly Issue[], definition: FactDefinition): readonly Issue[] {
  const types = new Set(['string', 'number', 'boolean', 'array', 'object', 'undefined']);
  return issues.map((issue) =>
    issue.code === 'INVALID_VALUE' && types.has(String(issue.params.expected))
      ? { ...issue, code: 'TYPE_MISMATCH', params: { fact: definition.fact, type: definition.type } }
      : issue,
  );
}

function checkPattern(pattern: string, path: ConditionPath): readonly Issue[] {
  try {
    compilePatternOrThrow(pattern);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [conditionIssue('INVALID_PATTERN', path, { pattern, reason })];
  }
}
