import { ANYTHING, type Cell } from '../conditions/reasoning/cell.ts';
import { changeKey } from '../conditions/reasoning/comparison-cells.ts';
import { FROM, NO_VALUE, TO, VALUE } from '../conditions/reasoning/domain.ts';
import {
  both,
  type Conjunction,
  changedFact,
  changeOf,
  forget,
  type Knowledge,
} from '../conditions/reasoning/knowledge.ts';
import { type Region, valuesRegion } from '../conditions/reasoning/region.ts';
import type { TicketEventType } from '../facts/event.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import type { FlowReading, FlowWriter } from './flow-writer.ts';
import { knowAfterWrites } from './path-knowledge.ts';
import type { ProgramIssue } from './program-world.ts';

/**
 * Two flows that set each other off: a step of the first writes what starts the second, which on that very ticket
 * reaches a step whose write starts the first again, up to the step it began with. FLOWS_TRIGGER_EACH_OTHER (warning),
 * once per pair. Silent where some condition on the round certainly does not hold.
 */
export function checkMutualTriggers(one: FlowReading, other: FlowReading): readonly ProgramIssue[] {
  for (const first of one.writers) {
    for (const second of other.writers) {
      if (!isRound(first, other, second)) continue;
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

function isRound(first: FlowWriter, other: FlowReading, second: FlowWriter): boolean {
  if (!canStart(first.writes, second) || !canStart(second.writes, first)) return false;
  const written = withChanges(first.after, first.before, first.writes);
  const reached = startedBy(written, second.entry, first.writes);
  if (!reached) return false;
  const left = forget(reached, (key) => other.written.has(key) || changedFact(key) !== null);
  const answered = knowAfterWrites(left, second.writes, other.lookup);
  return startedBy(withChanges(answered, reached, second.writes), first.entry, second.writes) !== null;
}

/** Whether a write raises an event the writer's trigger hears; what else it asks of it is in its entry. */
function canStart(writes: readonly FieldWrite[], { trigger }: FlowWriter): boolean {
  return writes.some((write) => eventsOf(write).some((type) => trigger.on.includes(type)));
}

function eventsOf(write: FieldWrite): readonly TicketEventType[] {
  const to = 'added' in write ? undefined : write.to;
  if (write.fact === 'ticket.assignee' || write.fact === 'ticket.team') {
    return to === null ? [] : ['ticketAssigned', 'ticketTransferred'];
  }
  if (write.fact !== 'ticket.status') return ['ticketUpdated'];
  if (to === 'solved') return ['ticketUpdated', 'ticketSolved'];
  return to === 'closed' ? ['ticketUpdated', 'ticketClosed'] : ['ticketUpdated', 'ticketReopened'];
}

/** What is known with the event that these writes raise: nothing but the written fields changed. Null: no such event. */
function startedBy(known: Knowledge, entry: Knowledge, writes: readonly FieldWrite[]): Knowledge | null {
  const written = new Set(writes.map(({ fact }) => fact));
  const heard = entry.filter((conjunction) =>
    [...conjunction].every(([key, cell]) => {
      const fact = changedFact(key);
      return fact === null || written.has(fact) || cell.mayBeMissing;
    }),
  );
  const together = both(known, heard);
  return together && together.length > 0 ? together : null;
}

/** As known, with what the writes change; an alternative in which they change nothing raises nothing. */
function withChanges(known: Knowledge, before: Knowledge, writes: readonly FieldWrite[]): Knowledge {
  const plain = forget(known, (key) => changedFact(key) !== null);
  const cells = writes.flatMap((write): (readonly [string, Cell])[] => {
    const cell = 'added' in write ? ANYTHING : changeCell(before, write);
    return cell ? [[changeOf(write.fact), cell]] : [];
  });
  // None of the written fields certainly changes: those that cannot are left out, and without any there is no event.
  if (cells.length === 0) return [];
  return plain.map((conjunction): Conjunction => new Map([...conjunction, ...cells]));
}

/** The change a write makes, or null where the field has that value already. */
function changeCell(before: Knowledge, { fact, to }: Extract<FieldWrite, { readonly to?: unknown }>): Cell | null {
  const key = to === undefined ? null : to === null ? NO_VALUE : changeKey(to);
  if (key === null) return ANYTHING;
  const earlier = before.map((conjunction) => listedValues(conjunction.get(fact)));
  let from: Region = valuesRegion([key], true);
  if (earlier.every((values) => values !== null)) {
    from = valuesRegion(earlier.flat().filter((value) => value !== key));
    if (from.values.size === 0) return null;
  }
  const present = new Map<string, Region>([
    [FROM, from],
    [TO, valuesRegion([key])],
  ]);
  return { mayBeMissing: false, present };
}

/** Every value a cell allows where it lists them, the missing one included. */
function listedValues(cell: Cell | undefined): readonly (string | boolean)[] | null {
  if (!cell) return null;
  const missing = cell.mayBeMissing ? [NO_VALUE] : [];
  if (!cell.present) return missing;
  const region = cell.present.get(VALUE);
  return region?.type === 'values' && !region.isExcluded ? [...region.values, ...missing] : null;
}
