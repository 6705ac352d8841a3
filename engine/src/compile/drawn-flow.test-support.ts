import { EMPTY_FLOW, type Flow } from '../flow/flow.ts';

/** A node as tests write it: id, kind, config. */
export type Drawn = readonly [id: string, kind: string, config?: Readonly<Record<string, unknown>>];

/** A flow of these nodes, and edges written as `node.port>node`. */
export function drawn(nodes: readonly Drawn[], ...edges: readonly string[]): Flow {
  return {
    ...EMPTY_FLOW,
    nodes: nodes.map(([id, kind, config = {}]) => ({ id, kind, position: { x: 0, y: 0 }, config })),
    edges: edges.map((text) => {
      const [, node = '', port = '', to = ''] = /^([^.]+)\.([^>]+)>(.+)$/.exec(text) ?? [];
      return { id: text, from: { node, port }, to: { node: to } };
    }),
  };
}

export const onCreated: Drawn = ['t', 'trigger.ticketCreated'];
export const stop: Drawn = ['s', 'control.stop', { laterFlows: false }];
export const set = (id: string, fields: Readonly<Record<string, unknown>>): Drawn => [
  id,
  'action.setFields',
  { fields },
];
export const tag = (id: string, ...add: readonly string[]): Drawn => [id, 'action.tags', { add, remove: [] }];
export const route = (id: string, queueId = 'q-pay'): Drawn => [
  id,
  'action.route',
  { queueId, requirement: { skills: [] } },
];
export const ask = (id: string, fact: string, op: string, value?: unknown): Drawn => [
  id,
  'filter.condition',
  { condition: value === undefined ? { fact, op } : { fact, op, value } },
];
export const choose = (
  id: string,
  ...conditions: readonly (readonly [fact: string, op: string, value?: unknown])[]
): Drawn => [
  id,
  'filter.switch',
  { cases: conditions.map(([fact, op, value], index) => ({ id: `c${index}`, condition: { fact, op, value } })) },
];
