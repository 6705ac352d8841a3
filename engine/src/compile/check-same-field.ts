import { isSameCell } from '../conditions/reasoning/cell.ts';
import { canBeBoth, changedFact, forget, type Knowledge } from '../conditions/reasoning/knowledge.ts';
import { foldText } from '../facts/fold-text.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { knowAfterWrites } from './after-writes.ts';
import type { CompiledTrigger } from './compile-flow.ts';
import { knowAtEvent, rememberChanges } from './event-knowledge.ts';
import { type FlowReading, type FlowWriter, pathsFrom } from './flow-writer.ts';
import type { PathKnowledge, PathState } from './path-knowledge.ts';
import type { ProgramIssue } from './program-world.ts';
import { meetTrigger } from './trigger-knowledge.ts';

/**
 * Fields that a flow sets after an earlier one left them otherwise for the same event of the same ticket:
 * FLOWS_SET_SAME_FIELD (warning), one per pair and field, at the later flow's step, whose value wins. The later flow is
 * walked with what is known once the earlier one is done; silent where there is no telling.
 */
export function checkSameField(earlier: FlowReading, later: FlowReading): readonly ProgramIssue[] {
  // Once it acted, no later flow runs for the event.
  if (earlier.given.stopOnMatch) return [];
  const found = new Map<string, ProgramIssue>();
  for (const first of earlier.writers) {
    const followed = new FollowedWriter(earlier, first, later);
    for (const second of later.writers) {
      const facts = conflictsOf(first.writes, second.writes).filter((fact) => !found.has(fact));
      for (const fact of facts) {
        if (!followed.reaches(second, fact)) continue;
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

/** A step of an earlier flow, and what a later flow does once that flow is done. Walks each way once, and only if asked. */
class FollowedWriter {
  private readonly earlier: FlowReading;
  private readonly first: FlowWriter;
  private readonly later: FlowReading;
  private readonly walks = new Map<Knowledge, Map<CompiledTrigger, PathKnowledge | null>>();

  constructor(earlier: FlowReading, first: FlowWriter, later: FlowReading) {
    this.earlier = earlier;
    this.first = first;
    this.later = later;
  }

  /** Whether some ticket certainly gets to a step of the later flow with the value the step before left in a field. */
  reaches(second: FlowWriter, fact: string): boolean {
    const events = this.first.trigger.on.filter((type) => second.trigger.on.includes(type));
    if (events.length === 0 || !this.mayMeet(second)) return false;
    return this.walksOf(second.trigger, fact).some((paths) => {
      const place = paths?.before.get(second.nodeId);
      if (!place?.overwritten || !place.isExact) return false;
      const { known, overwritten } = place;
      const linked = rememberChanges(known, this.later.lookup, (changed) => !overwritten.has(changed));
      return knowAtEvent(linked, events).length > 0;
    });
  }

  /** What neither flow writes is the same in both; and what branches write beside a step, nobody knows there. */
  private mayMeet({ before: { known, overwritten } }: FlowWriter): boolean {
    const { written, writtenAside } = this.earlier;
    if (known.some((conjunction) => [...writtenAside].some((fact) => conjunction.has(fact)))) return false;
    const isWritten = (key: string) =>
      written.has(changedFact(key) ?? key) || (overwritten?.has(changedFact(key) ?? key) ?? true);
    return canBeBoth(forget(this.first.before.known, isWritten), forget(known, isWritten));
  }

  private walksOf(trigger: CompiledTrigger, fact: string): readonly (PathKnowledge | null)[] {
    return this.endsLeaving(fact).map((state) => {
      const walks = this.walks.get(state.known) ?? new Map<CompiledTrigger, PathKnowledge | null>();
      this.walks.set(state.known, walks);
      let walked = walks.get(trigger);
      if (walked === undefined) {
        const met = meetTrigger(this.later, trigger, state);
        walked = met && pathsFrom(this.later, trigger, met);
        walks.set(trigger, walked);
      }
      return walked;
    });
  }

  /** How the earlier flow ends where the value the step gave the field is there still. */
  private endsLeaving(fact: string): readonly PathState[] {
    return this.first.ends().flatMap(({ state, stopsLater }) => {
      const known = this.leaving(state.known, fact);
      return stopsLater || !state.isExact || known.length === 0 ? [] : [{ ...state, known }];
    });
  }

  private leaving(known: Knowledge, fact: string): Knowledge {
    const write = this.first.writes.find((own) => own.fact === fact);
    if (!write || 'added' in write || write.to === undefined) return known;
    const given = knowAfterWrites([new Map()], [write], this.earlier.lookup)[0]?.get(fact);
    const left = known.filter((conjunction) => {
      const cell = conjunction.get(fact);
      return cell && given && isSameCell(cell, given);
    });
    return left.length === known.length ? known : left;
  }
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
