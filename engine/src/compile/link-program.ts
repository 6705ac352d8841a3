import type { TicketEventType } from '../facts/event.ts';
import { compareText, type Pipeline } from './compile-flow.ts';

/** All live pipelines of a workspace, linked and indexed by the event that may start them. Immutable. */
export interface Program {
  /** In the order they run. */
  readonly pipelines: readonly Pipeline[];
  readonly byEvent: ReadonlyMap<TicketEventType, readonly Pipeline[]>;
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
    for (const type of new Set(pipeline.triggers.flatMap(({ on }) => on))) {
      const listening = byEvent.get(type) ?? [];
      listening.push(pipeline);
      byEvent.set(type, listening);
    }
  }
  return { pipelines: ordered, byEvent };
}

/** The program after a change; the given one stays as it is. The same as linking everything anew, and much cheaper. */
export function relinkProgram(program: Program, { put = [], remove = [] }: ProgramChange): Program {
  const gone = new Set([...remove, ...put.map(({ flowId }) => flowId)]);
  return linkProgram([...program.pipelines.filter(({ flowId }) => !gone.has(flowId)), ...put]);
}

/** The order in which live flows run. */
export function comparePipelines(a: Pipeline, b: Pipeline): number {
  return a.position - b.position || compareText(a.flowId, b.flowId) || compareText(a.versionId, b.versionId);
}
