import type { TicketEventType } from '../facts/event.ts';
import { comparePipelines, type Pipeline } from './compile-flow.ts';
import { EventIndex } from './match/event-index.ts';
import { mergePipelines } from './merge-pipelines.ts';

/** All live pipelines of a workspace, linked and indexed by the event that may start them. Immutable. */
export interface Program {
  /** In the order they run. */
  readonly pipelines: readonly Pipeline[];
  /** Those that listen to a type of event, in the order they run. */
  readonly byEvent: ReadonlyMap<TicketEventType, readonly Pipeline[]>;
  /** What `matchFlows` looks into. */
  readonly index: ReadonlyMap<TicketEventType, EventIndex>;
}

/** Flows to put into a program, in place of those with the same flow id, and ids of flows to take out of it. */
export interface ProgramChange {
  readonly put?: readonly Pipeline[];
  readonly remove?: readonly string[];
}

/** Links pipelines into a program: ascending position, ties by flow id and then version id, whatever order they come in. */
export function linkProgram(pipelines: readonly Pipeline[]): Program {
  const ordered = [...pipelines].sort(comparePipelines);
  const byEvent = new Map<TicketEventType, Pipeline[]>();
  for (const pipeline of ordered) {
    for (const type of eventsOf(pipeline)) {
      const listening = byEvent.get(type) ?? [];
      listening.push(pipeline);
      byEvent.set(type, listening);
    }
  }
  const index = new Map([...byEvent].map(([type, listening]) => [type, EventIndex.of(type, listening)]));
  return { pipelines: ordered, byEvent, index };
}

/**
 * The program after a change; the given one stays as it is. It matches as if everything were linked anew, at a small part
 * of the cost: of the types of events the changed flows listen to, and of the values these flows ask about, the rows are
 * made again from what all flows ask of them; everything else is shared with the given program. Reading and compiling
 * other flows is never repeated, and nothing depends on how many other facts and events there are.
 */
export function relinkProgram(program: Program, { put = [], remove = [] }: ProgramChange): Program {
  const gone = new Set([...remove, ...put.map(({ flowId }) => flowId)]);
  const isGone = ({ flowId }: Pipeline) => gone.has(flowId);
  const byEvent = new Map(program.byEvent);
  const index = new Map(program.index);
  const types = new Set([...program.pipelines.filter(isGone), ...put].flatMap((pipeline) => [...eventsOf(pipeline)]));
  for (const type of types) {
    const added = put.filter((pipeline) => eventsOf(pipeline).has(type));
    const listening = merged(program.byEvent.get(type) ?? [], isGone, added);
    if (listening.length > 0) {
      byEvent.set(type, listening);
      index.set(type, index.get(type)?.edited(gone, added) ?? EventIndex.of(type, added));
    } else {
      byEvent.delete(type);
      index.delete(type);
    }
  }
  return { pipelines: merged(program.pipelines, isGone, put), byEvent, index };
}

function eventsOf({ triggers }: Pipeline): ReadonlySet<TicketEventType> {
  return new Set(triggers.flatMap(({ on }) => on));
}

function merged(
  ordered: readonly Pipeline[],
  isGone: (pipeline: Pipeline) => boolean,
  added: readonly Pipeline[],
): readonly Pipeline[] {
  return mergePipelines(
    ordered.filter((pipeline) => !isGone(pipeline)),
    [...added].sort(comparePipelines),
  );
}
