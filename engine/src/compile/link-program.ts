import type { TicketEventType } from '../facts/event.ts';
import { compareText, type Pipeline } from './compile-flow.ts';

/** All live pipelines of a workspace, linked and indexed by the event that may start them. Immutable. */
export interface Program {
  /** In the order they run. */
  readonly pipelines: readonly Pipeline[];
  readonly byEvent: ReadonlyMap<TicketEventType, readonly Pipeline[]>;
}

/** Links pipelines into a program: ascending position, ties by flow id and then version id, whatever order they come in. */
export function linkProgram(pipelines: readonly Pipeline[]): Program {
  const ordered = [...pipelines].sort(
    (a, b) => a.position - b.position || compareText(a.flowId, b.flowId) || compareText(a.versionId, b.versionId),
  );
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
