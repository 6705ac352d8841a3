import type { FieldWrite } from '../nodes/field-write.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { writesOf } from './after-writes.ts';
import type { ReadFlow } from './read-flow.ts';

/** What the config of a node says of it, which takes longer to read than a walk that asks for it. */
interface StepReading {
  readonly ports: readonly string[];
  readonly writes: readonly FieldWrite[];
}

/** Read once for each flow that was made ready, however often it is walked. */
const READINGS = new WeakMap<ReadFlow['nodes'], Map<string, StepReading>>();

/** The ids of the ports of a node, those without an edge too. */
export function portsOf(flow: ReadFlow, nodeId: string): readonly string[] {
  return readingOf(flow, nodeId).ports;
}

/** The fields a node may write. */
export function writesAt(flow: ReadFlow, nodeId: string): readonly FieldWrite[] {
  return readingOf(flow, nodeId).writes;
}

function readingOf({ nodes }: ReadFlow, nodeId: string): StepReading {
  const known = READINGS.get(nodes) ?? new Map<string, StepReading>();
  READINGS.set(nodes, known);
  const node = nodes.get(nodeId);
  const reading = known.get(nodeId) ?? {
    ports: (node && nodeDefinition(node.kind)?.ports(node.config))?.map(({ id }) => id) ?? [],
    writes: writesOf(node),
  };
  known.set(nodeId, reading);
  return reading;
}
