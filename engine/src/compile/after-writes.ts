import type { Cell } from '../conditions/reasoning/cell.ts';
import type { Conjunction, FactLookup, Knowledge } from '../conditions/reasoning/knowledge.ts';
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

/**
 * As known, without the sets that are empty before these writes give them their first elements: that they have no others
 * cannot be said, so that more would seem possible behind the writes than is. Where nothing is known of a set, nothing
 * seems possible that is not. The same object where there are none; null: no others are left.
 */
export function withoutFirstElements(known: Conjunction, writes: readonly FieldWrite[]): Conjunction | null {
  let left: Map<string, Cell> | null = null;
  for (const write of writes) {
    const cell = 'added' in write && write.added.length > 0 ? known.get(write.fact) : undefined;
    if (!cell?.mayBeMissing || cell.present?.size === 0) continue;
    if (!cell.present) return null;
    left = new Map(left ?? known).set(write.fact, { ...cell, mayBeMissing: false });
  }
  return left ?? known;
}
