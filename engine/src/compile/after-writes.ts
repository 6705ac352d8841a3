import type { FactLookup, Knowledge } from '../conditions/reasoning/knowledge.ts';
import { knowAfterSetChange, knowAfterWrite } from '../conditions/reasoning/write-knowledge.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';

/** The fields a node may write, lists of actions included. */
export function writesOf(node: FlowNode | undefined): readonly FieldWrite[] {
  return (node && nodeDefinition(node.kind)?.writes(node.config)) ?? [];
}

/** What is known once these fields were written, in this order. */
export function knowAfterWrites(known: Knowledge, writes: readonly FieldWrite[], lookup: FactLookup): Knowledge {
  return writes.reduce(
    (soFar, write) =>
      'added' in write
        ? knowAfterSetChange(soFar, write.fact, write.added, write.removed)
        : knowAfterWrite(soFar, write.fact, write.to, lookup),
    known,
  );
}
