import type { Knowledge } from '../conditions/reasoning/knowledge.ts';
import { forget } from '../conditions/reasoning/knowledge.ts';
import type { References } from '../flow/references.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { type CompiledTrigger, compareText } from './compile-flow.ts';
import { pathKnowledge, writesOf } from './path-knowledge.ts';
import type { ProgramFlow } from './program-world.ts';
import { type ReadFlow, readFlow } from './read-flow.ts';

/** A step that writes fields, as one trigger of its flow leads to it at once, without a wait before it. */
export interface FlowWriter {
  readonly nodeId: string;
  readonly trigger: CompiledTrigger;
  readonly writes: readonly FieldWrite[];
  /** What must be so of the event and the facts at entry, that it is reached. */
  readonly entry: Knowledge;
  /** What is so right before it, and once its whole flow has run. */
  readonly before: Knowledge;
  readonly after: Knowledge;
}

/** A flow of the program as it is compared with others. */
export interface FlowReading extends ReadFlow {
  readonly given: ProgramFlow;
  readonly writers: readonly FlowWriter[];
  /** Every field some step of it may write. */
  readonly written: ReadonlySet<string>;
}

/** Reads what a flow writes, and when. Flows that go round without a wait write nothing anybody could compare. */
export function readWriters(given: ProgramFlow, references: References): FlowReading {
  const read = readFlow(given.flow, flowCatalogue(given.flow, references));
  const writing = [...read.pipeline.steps.keys()]
    .map((nodeId) => ({ nodeId, writes: writesOf(read.nodes.get(nodeId)) }))
    .filter(({ writes }) => writes.length > 0);
  const written = new Set(writing.flatMap(({ writes }) => writes.map(({ fact }) => fact)));
  const writers = read.pipeline.triggers.flatMap((trigger) => {
    const now = pathKnowledge(read, { triggers: [trigger] });
    const entry = pathKnowledge(read, { triggers: [trigger], view: 'entry' });
    return writing.flatMap(({ nodeId, writes }): FlowWriter[] => {
      const [atEntry, before, after] = [
        entry?.before.get(nodeId),
        now?.before.get(nodeId),
        now?.after.get(nodeId)?.get('done'),
      ];
      // Behind a wait it is another time, at which other flows have long run.
      if (!atEntry?.overwritten || !before || !after || atEntry.known.length === 0) return [];
      const own = new Set(writes.map(({ fact }) => fact));
      // Written elsewhere in the flow, before or after: nobody knows what is left in the end.
      const isUnsure = (key: string) => isResult(key) || (written.has(key) && !own.has(key));
      return [
        {
          nodeId,
          trigger,
          writes,
          entry: forget(atEntry.known, isResult),
          before: before.known,
          after: forget(after.known, isUnsure),
        },
      ];
    });
  });
  return { ...read, given, writers, written };
}

/** A result is of its own flow; that of another may have the same name. */
function isResult(key: string): boolean {
  return key.startsWith('result.');
}

/** The order in which flows run. */
export function compareFlows(a: ProgramFlow, b: ProgramFlow): number {
  return a.position - b.position || compareText(a.flowId, b.flowId);
}
