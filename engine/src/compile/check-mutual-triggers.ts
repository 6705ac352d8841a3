import { type Conjunction, changedFact } from '../conditions/reasoning/knowledge.ts';
import type { TicketEventType } from '../facts/event.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { knowAsEvent, knowAtEvent, knowRaised, rememberChanges } from './event-knowledge.ts';
import type { FlowEnd } from './flow-ends.ts';
import { endsBehind, type FlowReading, type FlowWriter, pathsFrom } from './flow-writer.ts';
import type { PathState } from './path-knowledge.ts';
import type { ProgramIssue } from './program-world.ts';
import { raisedEvents } from './raised-events.ts';
import { meetTrigger } from './trigger-knowledge.ts';

/**
 * Two flows that set each other off: a step of the first writes what starts the second, which on that very ticket
 * reaches a step whose write starts the first again, up to the step it began with. FLOWS_TRIGGER_EACH_OTHER (warning),
 * once per pair. Silent where some condition on the round certainly does not hold, or nobody knows.
 */
export function checkMutualTriggers(one: FlowReading, other: FlowReading): readonly ProgramIssue[] {
  if (!mayStart(one, other) || !mayStart(other, one)) return [];
  for (const first of one.writers) {
    for (const second of other.writers) {
      if (!isRound(one, first, other, second)) continue;
      const node = other.nodes.get(second.nodeId);
      const label = node && nodeDefinition(node.kind)?.label;
      const params = {
        otherName: other.given.name,
        otherNode: second.nodeId,
        otherStepEn: node?.label || (label?.en ?? second.nodeId),
        otherStepId: node?.label || (label?.id ?? second.nodeId),
      };
      return [
        {
          code: 'FLOWS_TRIGGER_EACH_OTHER',
          severity: 'warning',
          flowId: one.given.flowId,
          otherFlowId: other.given.flowId,
          nodeId: first.nodeId,
          path: [],
          params,
        },
      ];
    }
  }
  return [];
}

/** Whether a flow writes anything that raises an event the other hears. Reads no conditions. */
function mayStart({ raised }: FlowReading, { pipeline }: FlowReading): boolean {
  return pipeline.triggers.some(({ on }) => on.some((type) => raised.has(type)));
}

function isRound(one: FlowReading, first: FlowWriter, other: FlowReading, second: FlowWriter): boolean {
  const there = eventsBetween(first, second);
  const back = eventsBetween(second, first);
  if (there.length === 0 || back.length === 0) return false;
  const reached = reachedBy(one, first, firstEnds(one, first), other, second, there);
  return reached !== null && reachedBy(other, second, endsRaising(other, second, reached), one, first, back) !== null;
}

/** By step, how its flow ends where an event of its own began it: the same for whatever flow it may start. */
const FIRST_ENDS = new WeakMap<FlowWriter, readonly FlowEnd[]>();

function firstEnds(one: FlowReading, first: FlowWriter): readonly FlowEnd[] {
  const begun = FIRST_ENDS.has(first) ? null : atEvent(one, first.before, first.trigger.on);
  const ends = FIRST_ENDS.get(first) ?? (begun ? endsRaising(one, first, begun) : []);
  FIRST_ENDS.set(first, ends);
  return ends;
}

/** How a flow ends that came to a step with this known, and what is known with the changes its write made. */
function endsRaising(writing: FlowReading, { nodeId, writes }: FlowWriter, before: PathState): readonly FlowEnd[] {
  const overwritten = new Set([...(before.overwritten ?? []), ...writes.map(({ fact }) => fact)]);
  return endsBehind(writing, nodeId, {
    ...before,
    overwritten,
    known: knowRaised(before.known, writes, writing.lookup),
  });
}

/** What is known before a step that a flow reaches where another one's write started it; null: none, or no telling. */
function reachedBy(
  writing: FlowReading,
  { writes }: FlowWriter,
  ends: readonly FlowEnd[],
  started: FlowReading,
  target: FlowWriter,
  events: readonly TicketEventType[],
): PathState | null {
  // What branches write beside a step, nobody knows there.
  if (target.before.known.some((known) => [...writing.writtenAside].some((fact) => known.has(fact)))) return null;
  for (const { state } of ends) {
    if (!state.isExact) continue;
    for (const type of events) {
      const known = knowAsEvent(state.known, type);
      const met = meetTrigger(started, target.trigger, { ...state, known });
      const place = met && pathsFrom(started, target.trigger, met)?.before.get(target.nodeId);
      const arrived = place?.isExact ? atEvent(started, place, [type], writes) : null;
      if (arrived) return arrived;
    }
  }
  return null;
}

/** What is known at a place if the event was one of these, of a step that wrote these fields where one raised it. */
function atEvent(
  { lookup }: FlowReading,
  place: PathState,
  types: readonly TicketEventType[],
  writes?: readonly FieldWrite[],
): PathState | null {
  const { overwritten } = place;
  if (!overwritten || !place.isExact) return null;
  const linked = rememberChanges(place.known, lookup, (fact) => !overwritten.has(fact));
  const raised = writes ? linked.filter((known) => isRaisedBy(known, writes)) : linked;
  const known = knowAtEvent(raised, types);
  return known.length > 0 ? { ...place, known } : null;
}

function isRaisedBy(known: Conjunction, writes: readonly FieldWrite[]): boolean {
  const written = new Set(writes.map(({ fact }) => fact));
  return [...known].every(([key, { mayBeMissing }]) => {
    const fact = changedFact(key);
    return fact === null || mayBeMissing || written.has(fact);
  });
}

/** The events that writes of the one step raise and the other's trigger hears. */
function eventsBetween({ writes }: FlowWriter, { trigger }: FlowWriter): readonly TicketEventType[] {
  const raised = new Set(writes.flatMap(raisedEvents));
  return trigger.on.filter((type) => raised.has(type));
}
