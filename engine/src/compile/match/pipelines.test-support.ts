import type { Condition } from '../../conditions/condition.ts';
import type { TicketEvent, TicketEventType } from '../../facts/event.ts';
import type { Flow } from '../../flow/flow.ts';
import { compileFlow, type Pipeline } from '../compile-flow.ts';
import { drawn, onCreated, tag } from '../drawn-flow.test-support.ts';

export function pipelineOf(flowId: string, flow: Flow, position = 0): Pipeline {
  return compileFlow(flow, { flowId, versionId: `${flowId}v`, position, stopOnMatch: false });
}

/** A flow that acts on new tickets for which a condition holds. */
export function asking(flowId: string, condition: Condition, position = 0): Pipeline {
  const nodes = [onCreated, ['f', 'filter.condition', { condition }], tag('x', 'y')] as const;
  return pipelineOf(flowId, drawn(nodes, 't.then>f', 'f.yes>x'), position);
}

export function eventOf(type: TicketEventType, more: Partial<TicketEvent> = {}): TicketEvent {
  return { type, ticketId: 'k1', actor: { kind: 'customer' }, ...more };
}

export const CREATED = eventOf('ticketCreated');
export const CLOCK = { nowMs: Date.parse('2026-03-02T05:00:00Z'), timeZone: 'UTC' };

export function idsOf(pipelines: readonly Pipeline[]): readonly string[] {
  return pipelines.map(({ flowId }) => flowId);
}
