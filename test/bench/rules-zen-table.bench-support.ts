import type { Comparison, Condition } from '@alur/engine';
import { type Rule, WORKLOAD_FACTS } from './rules-workload.bench-support.ts';

/**
 * One table that collects: a row a rule, a column a fact, and one of its own for what a row of cells cannot say, such as
 * "or". Of the forms tried (one cell a rule, lists of expressions) this is the one zen is fastest with.
 */
export function decisionTable(rules: readonly Rule[]): unknown {
  const position = { x: 0, y: 0 };
  const columns = ['event', ...WORKLOAD_FACTS.map(plainName)];
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position,
        content: {
          hitPolicy: 'collect',
          inputs: [...columns.map((id) => ({ id, name: id, field: id })), { id: 'rest', name: 'rest' }],
          outputs: [{ id: 'id', name: 'id', field: 'id' }],
          rules: rules.map((rule) => ({ ...Object.fromEntries(columns.map((id) => [id, ''])), ...tableRow(rule) })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}

function tableRow({ id, event, condition }: Rule): Record<string, string> {
  const row: Record<string, string> = { _id: String(id), id: String(id), event: `'${event}'` };
  const rest: Condition[] = [];
  for (const part of 'all' in condition ? condition.all : [condition]) {
    const column = 'fact' in part ? plainName(part.fact) : null;
    if (column && 'fact' in part && row[column] === undefined) row[column] = zenComparison(part, '$');
    else rest.push(part);
  }
  return { ...row, rest: rest.length > 0 ? zenText({ all: rest }) : '' };
}

function zenText(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(zenText).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(zenText).join(' or ')})`;
  if ('not' in condition) return `not ${zenText(condition.not)}`;
  return zenComparison(condition, plainName(condition.fact));
}

function zenComparison({ op, value }: Comparison, name: string): string {
  const text = JSON.stringify(value).replaceAll('"', "'");
  switch (op) {
    case 'is':
      return `${name} == ${text}`;
    case 'isNot':
      return `${name} != ${text}`;
    case 'isOneOf':
      return `${name} in ${text}`;
    case 'isNoneOf':
      return `${name} not in ${text}`;
    case 'atLeast':
      return `${name} >= ${text}`;
    case 'atMost':
      return `${name} <= ${text}`;
    case 'moreThan':
      return `${name} > ${text}`;
    case 'lessThan':
      return `${name} < ${text}`;
    case 'containsAnyOf':
      return `some(${name}, # in ${text})`;
    default:
      return `contains(${name}, ${text})`;
  }
}

/** A name without a dot, which zen reads as a path. */
export function plainName(fact: string): string {
  return fact.replace('.', '_');
}
