import type { TicketEventType } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Flow, FlowEdge, FlowNode } from '../flow/flow.ts';

/** A live flow as the naive reading takes it: the drawing itself, never compiled. */
export interface NaiveFlow {
  readonly flowId: string;
  readonly position: number;
  readonly stopOnMatch: boolean;
  readonly flow: Flow;
  /** Of a flow that was published anew; absent: the first. */
  readonly version?: number;
}

/** Something that happens to the ticket from outside; `priority` is what it becomes by that. */
export interface NaiveEvent {
  readonly type: TicketEventType;
  readonly by: 'customer' | 'agent' | 'bot';
  readonly isFirstReply?: boolean;
  readonly isAutomated?: boolean;
  readonly name?: string;
  readonly flowId?: string;
  readonly priority?: 'low' | 'high' | 'urgent';
}

/** What happens at once: events, or something one of the waiting runs is woken by; `run` and `place` pick among them. */
export type NaiveMoment =
  | { readonly events: readonly NaiveEvent[] }
  | { readonly laterMs: number; readonly run: number }
  | { readonly isRefused: boolean; readonly code: number; readonly run: number; readonly place: number }
  | { readonly isCancelled: true; readonly run: number }
  /** One of the triggers that fire by time is asked, whether it is due or not. */
  | { readonly asked: number; readonly laterMs: number }
  /** All flows are published anew, as other drawings. */
  | { readonly isPublished: true };

/** A moment at which a waiting run is woken. */
export type NaiveWaking = Extract<NaiveMoment, { readonly run: number }>;

/** What matters of it, as texts: what was considered, the way through each flow, what was asked for, what is left. */
export interface NaiveOutcome {
  readonly events: readonly string[];
  readonly considered: readonly string[];
  readonly runs: readonly string[];
  readonly effects: readonly string[];
  readonly overBudget: readonly string[];
  readonly waiting: readonly string[];
  /** Which triggers will be due when. */
  readonly due: readonly string[];
  readonly facts: Facts;
}

export function versionOf({ flowId, version = 1 }: NaiveFlow): string {
  return `${flowId}v${version}`;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** The edges that leave a port, in the order in which they are followed. */
export function waysOf({ edges }: Flow, nodeId: string, port: string): readonly FlowEdge[] {
  return edges.filter(({ from }) => from.node === nodeId && from.port === port).sort(byId);
}

/** The triggers of a flow, in the order in which they are tried. */
export function triggersOf({ nodes }: Flow): readonly FlowNode[] {
  return nodes.filter(({ kind }) => kind.startsWith('trigger.')).sort(byId);
}

/** Whether some way leads from a node to another. */
export function leadsTo({ edges }: Flow, from: string, to: string): boolean {
  const reached = new Set<string>();
  const reach = (nodeId: string): boolean =>
    edges.some((edge) => {
      if (edge.from.node !== nodeId || reached.has(edge.to.node)) return false;
      if (edge.to.node === to) return true;
      reached.add(edge.to.node);
      return reach(edge.to.node);
    });
  return reach(from);
}
