import type { TicketEventType } from '../facts/event.ts';
import type { References } from '../flow/references.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { writesOf } from './after-writes.ts';
import { branchSteps, forkWays } from './branch-steps.ts';
import { type CompiledTrigger, compareText } from './compile-flow.ts';
import { type FlowEnd, flowEnds } from './flow-ends.ts';
import { type PathKnowledge, type PathState, pathKnowledge } from './path-knowledge.ts';
import type { ProgramFlow } from './program-world.ts';
import { raisedEvents } from './raised-events.ts';
import { type ReadFlow, readFlow } from './read-flow.ts';

/** A step that writes fields, as one trigger of its flow leads to it at once, without a wait before it. */
export interface FlowWriter {
  readonly nodeId: string;
  readonly trigger: CompiledTrigger;
  readonly writes: readonly FieldWrite[];
  /** What is so right before it, and right after it. */
  readonly before: PathState;
  readonly after: PathState;
  /** How a run that passed it ends. Walked once, and only if asked. */
  readonly ends: () => readonly FlowEnd[];
}

/** A flow of the program as it is compared with others. */
export interface FlowReading extends ReadFlow {
  readonly given: ProgramFlow;
  /** Read when first asked for. */
  readonly writers: readonly FlowWriter[];
  /** Every field some step of it may write. */
  readonly written: ReadonlySet<string>;
  /** Every type of event those writes may raise. */
  readonly raised: ReadonlySet<TicketEventType>;
  /** Fields written in branches, which those beside them do not know of. */
  readonly writtenAside: ReadonlySet<string>;
}

/** Alternatives that are told apart where flows are compared. */
const MOST_ACROSS_FLOWS = 32;

/** Reads what a flow writes, and when. Flows that go round without a wait write nothing anybody could compare. */
export function readWriters(given: ProgramFlow, references: References): FlowReading {
  const read = readFlow(given.flow, flowCatalogue(given.flow, references));
  const writing = [...read.pipeline.steps.keys()]
    .map((nodeId) => ({ nodeId, writes: writesOf(read.nodes.get(nodeId)) }))
    .filter(({ writes }) => writes.length > 0);
  const writes = writing.flatMap((step) => step.writes);
  const writers = remembered(() => read.pipeline.triggers.flatMap((trigger) => writersBehind(read, trigger, writing)));
  return {
    ...read,
    given,
    get writers() {
      return writers();
    },
    written: new Set(writes.map(({ fact }) => fact)),
    raised: new Set(writes.flatMap(raisedEvents)),
    writtenAside: writtenAside(read),
  };
}

function writersBehind(
  read: ReadFlow,
  trigger: CompiledTrigger,
  writing: readonly Pick<FlowWriter, 'nodeId' | 'writes'>[],
): readonly FlowWriter[] {
  const paths = pathKnowledge(read, { triggers: [trigger], most: MOST_ACROSS_FLOWS, isFirstToWrite: true });
  return writing.flatMap(({ nodeId, writes }): FlowWriter[] => {
    const [before, after] = [paths?.before.get(nodeId), paths?.after.get(nodeId)?.get('done')];
    // Behind a wait it is another time, at which other flows have long run.
    if (!before?.overwritten || before.known.length === 0 || !after?.overwritten) return [];
    return [{ nodeId, trigger, writes, before, after, ends: remembered(() => endsBehind(read, nodeId, after)) }];
  });
}

/** What is known along the ways of a flow that one of its triggers starts with this known; null: no telling. */
export function pathsFrom(reading: FlowReading, { first }: CompiledTrigger, state: PathState): PathKnowledge | null {
  const starts = first ? [{ step: first.step, state }] : [];
  return pathKnowledge(reading, { starts, most: MOST_ACROSS_FLOWS, isFirstToWrite: true });
}

/** What this gives, made once, when it is first asked for. */
export function remembered<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** How a run that has just passed this step ends, with what is known then, `state` being what is known now. */
export function endsBehind(reading: ReadFlow, nodeId: string, state: PathState): readonly FlowEnd[] {
  const ways = reading.pipeline.steps.get(nodeId)?.ways.get('done') ?? [];
  if (ways.length === 0) return [{ state, stopsLater: false }];
  const starts = ways.map(({ step }) => ({ step, state }));
  const paths = pathKnowledge(reading, { starts, most: MOST_ACROSS_FLOWS, isFirstToWrite: true });
  return paths ? flowEnds(reading, paths) : [];
}

function writtenAside({ pipeline, nodes }: ReadFlow): ReadonlySet<string> {
  const inside = forkWays(pipeline).flatMap((way) => [...branchSteps(way, pipeline)]);
  return new Set(inside.flatMap(({ nodeId }) => writesOf(nodes.get(nodeId)).map(({ fact }) => fact)));
}

/** The order in which flows run. */
export function compareFlows(a: ProgramFlow, b: ProgramFlow): number {
  return a.position - b.position || compareText(a.flowId, b.flowId);
}
