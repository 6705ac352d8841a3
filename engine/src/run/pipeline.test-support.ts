import { compileFlow, type Pipeline, type PipelineIdentity } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { EMPTY_FLOW, type FlowNode } from '../flow/flow.ts';
import { runEvent } from './run-event.ts';
import type { RunOutcome } from './run-outcome.ts';

const context = { nowMs: 1_000, seed: 's', timeZone: 'UTC' };
/** What starts most runs in tests. */
export const created: TicketEvent = { type: 'ticketCreated', ticketId: 'k1', actor: { kind: 'customer' } };

/** What a step is told: its kind and config. */
export type Told = readonly [kind: string, config?: Record<string, unknown>];

/** A flow whose steps follow each other in a row: by `done`, `then` or `yes`. */
export function pipeline(steps: readonly Told[], identity: Partial<PipelineIdentity> = {}): Pipeline {
  const nodes: FlowNode[] = steps.map(([kind, config = {}], index) => ({
    id: `n${index}`,
    kind,
    position: { x: 0, y: 0 },
    config,
  }));
  const edges = nodes.slice(1).map((node, index) => {
    const kind = nodes[index]?.kind ?? '';
    const port = kind.startsWith('trigger.') ? 'then' : kind.startsWith('filter.') ? 'yes' : 'done';
    return { id: `e${index}`, from: { node: `n${index}`, port }, to: { node: node.id } };
  });
  const { flowId = 'f', position = 1, stopOnMatch = false } = identity;
  const versionId = identity.versionId ?? `${flowId}v1`;
  return compileFlow({ ...EMPTY_FLOW, nodes, edges }, { flowId, versionId, position, stopOnMatch });
}

/** Links the pipelines and runs one event, one second after 1970 began. */
export function run(pipelines: readonly Pipeline[], facts: Facts = {}, event: TicketEvent = created): RunOutcome {
  return runEvent(linkProgram(pipelines), event, facts, context);
}

export const onCreated: Told = ['trigger.ticketCreated'];
export const set = (fields: Record<string, unknown>): Told => ['action.setFields', { fields }];
export const onUpdated = (...fields: string[]): Told => ['trigger.ticketUpdated', { fields }];
export const ifFact = (fact: string, op: string, value?: unknown): Told => [
  'filter.condition',
  { condition: { fact, op, value } },
];
