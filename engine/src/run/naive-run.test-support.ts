import type { Condition } from '../conditions/condition.ts';
import { naiveHolds } from '../conditions/naive-condition.test-support.ts';
import type { FieldChanges, TicketEvent } from '../facts/event.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';

/** A live flow as the naive reading takes it: the drawing itself, never compiled. */
export interface NaiveFlow {
  readonly flowId: string;
  readonly position: number;
  readonly stopOnMatch: boolean;
  readonly flow: Flow;
}

/** What matters of an outcome: the way taken through each flow, what was asked for, and the facts left behind. */
export interface NaiveOutcome {
  readonly eventTypes: readonly string[];
  readonly runs: readonly string[];
  readonly effects: readonly string[];
  readonly facts: Facts;
}

type Loose = Record<string, FactValue | null | undefined>;

/**
 * A walk over the drawing, straight off the flow language's description. It shares no code with the compiler or the
 * run, and knows only the kinds `arbitraryFlow` draws, with triggers that always fire.
 */
export function naiveRun(flows: readonly NaiveFlow[], type: TicketEvent['type'], given: Facts): NaiveOutcome {
  const ordered = [...flows].sort((a, b) => a.position - b.position || (a.flowId < b.flowId ? -1 : 1));
  const facts: Loose = { ...given, 'time.now': 0 };
  const queue: { type: string; changes: FieldChanges | undefined; depth: number }[] = [
    { type, changes: undefined, depth: 0 },
  ];
  const ran = new Set<string>();
  const runs: string[] = [];
  const effects: string[] = [];
  for (let at = 0; at < queue.length; at += 1) {
    const event = queue[at];
    if (!event || event.depth > 10) continue;
    for (const { flowId, flow, stopOnMatch } of ordered) {
      const start = flow.nodes
        .filter((node) => node.kind.startsWith('trigger.') && hears(node, event))
        .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
      if (!start || ran.has(flowId)) continue;
      ran.add(flowId);
      const path = [start.id];
      let node = next(flow, start.id, 'then');
      let acted = false;
      let isStopped = false;
      while (node) {
        path.push(node.id);
        if (node.kind === 'control.stop') {
          isStopped = node.config.laterFlows === true;
          break;
        }
        if (node.kind === 'filter.condition') {
          const holds = naiveHolds(node.config.condition as Condition, facts, event.changes);
          node = next(flow, node.id, holds ? 'yes' : 'no');
          continue;
        }
        if (node.kind === 'filter.switch') {
          const cases = node.config.cases as { id: string; condition: Condition }[];
          const chosen = cases.find(({ condition }) => naiveHolds(condition, facts, event.changes));
          node = next(flow, node.id, chosen?.id ?? 'otherwise');
          continue;
        }
        acted = true;
        const changes: Record<string, { from: FactValue | null; to: FactValue | null }> = {};
        for (const [fact, to] of Object.entries(writesOf(node, facts)).sort(([a], [b]) => (a < b ? -1 : 1))) {
          const from = facts[fact] || null;
          if (JSON.stringify(from) === JSON.stringify(to)) continue;
          changes[fact] = { from: Array.isArray(from) && from.length === 0 ? null : from, to };
          facts[fact] = to;
          effects.push(`${flowId}/${node.id} ${fact}=${JSON.stringify(to)}`);
        }
        const depth = event.depth + 1;
        if (Object.keys(changes).length > 0) queue.push({ type: 'ticketUpdated', changes, depth });
        const move = changes['ticket.status'];
        if (move?.to === 'solved') queue.push({ type: 'ticketSolved', changes, depth });
        else if (move?.from === 'solved') queue.push({ type: 'ticketReopened', changes, depth });
        node = next(flow, node.id, 'done');
      }
      runs.push(`${flowId}: ${path.join(' ')}`);
      if (isStopped || (stopOnMatch && acted)) break;
    }
  }
  return { eventTypes: queue.map((event) => event.type), runs, effects, facts };
}

function hears(node: FlowNode, event: { type: string; changes: FieldChanges | undefined }): boolean {
  if (node.kind !== `trigger.${event.type}`) return false;
  if (node.kind !== 'trigger.ticketUpdated') return true;
  return (node.config.fields as string[]).some((fact) => event.changes?.[fact] !== undefined);
}

function next(flow: Flow, nodeId: string, port: string): FlowNode | undefined {
  const edge = flow.edges.find(({ from }) => from.node === nodeId && from.port === port);
  return flow.nodes.find(({ id }) => id === edge?.to.node);
}

/** What the facts should be after an action: fields as given, tags as a sorted set. */
function writesOf(node: FlowNode, facts: Loose): Record<string, FactValue | null> {
  if (node.kind === 'action.setFields') return node.config.fields as Record<string, FactValue | null>;
  const { add, remove } = node.config as { add: string[]; remove: string[] };
  const before = (facts['ticket.tags'] || []) as string[];
  const isChanged = add.some((tag) => !before.includes(tag)) || remove.some((tag) => before.includes(tag));
  if (!isChanged) return {};
  const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag)).sort();
  return { 'ticket.tags': after.length > 0 ? after : null };
}
