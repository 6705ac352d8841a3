import { canBeBoth } from '../conditions/reasoning/knowledge.ts';
import { foldText } from '../facts/fold-text.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import type { FlowReading, FlowWriter } from './flow-writer.ts';
import type { ProgramIssue } from './program-world.ts';

/**
 * Fields that a flow sets after an earlier one set them otherwise for the same event of the same ticket:
 * FLOWS_SET_SAME_FIELD (warning), one per pair and field, at the later flow's step, whose value wins. Tickets of which
 * it is certain that only one of the steps is reached do not count, with what the earlier flow wrote taken into account.
 */
export function checkSameField(earlier: FlowReading, later: FlowReading): readonly ProgramIssue[] {
  // Once it acted, no later flow runs for the event.
  if (earlier.given.stopOnMatch) return [];
  const found = new Map<string, ProgramIssue>();
  for (const first of earlier.writers) {
    for (const second of later.writers) {
      const facts = conflictsOf(first.writes, second.writes).filter((fact) => !found.has(fact));
      if (facts.length === 0 || !isSameEvent(first, second) || !canBeBoth(first.after, second.entry)) continue;
      for (const fact of facts) {
        found.set(fact, {
          code: 'FLOWS_SET_SAME_FIELD',
          severity: 'warning',
          flowId: later.given.flowId,
          otherFlowId: earlier.given.flowId,
          nodeId: second.nodeId,
          path: [],
          params: { fact, otherName: earlier.given.name, otherNode: first.nodeId },
        });
      }
    }
  }
  return [...found.values()];
}

function isSameEvent({ trigger: a }: FlowWriter, { trigger: b }: FlowWriter): boolean {
  return a.on.some((type) => b.on.includes(type));
}

function conflictsOf(first: readonly FieldWrite[], second: readonly FieldWrite[]): readonly string[] {
  return second.flatMap((write) =>
    first.some((other) => other.fact === write.fact && isConflict(other, write)) ? [write.fact] : [],
  );
}

/** Two values of which neither is known beforehand, as two raised levels, do not contradict each other. */
function isConflict(a: FieldWrite, b: FieldWrite): boolean {
  if ('added' in a || 'added' in b) {
    if (!('added' in a && 'added' in b)) return true;
    return hasCommon(a.added, b.removed) || hasCommon(a.removed, b.added);
  }
  if (a.to === undefined && b.to === undefined) return false;
  return JSON.stringify(folded(a.to)) !== JSON.stringify(folded(b.to));
}

function folded(value: FieldValue): FieldValue {
  if (typeof value === 'string') return foldText(value);
  return typeof value === 'object' && value !== null ? value.map(foldText).sort() : value;
}

type FieldValue = Extract<FieldWrite, { readonly to?: unknown }>['to'];

function hasCommon(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a.map(foldText));
  return b.some((item) => known.has(foldText(item)));
}
