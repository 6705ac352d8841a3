import type { LadderTarget, Requirement } from './requirement.ts';

/** A route as a flow asks for it: the first target, and those after it. */
export interface EnqueuedLadder extends Partial<Pick<LadderTarget, 'timeoutMs' | 'skipIf'>> {
  readonly queueId: string;
  readonly requirement: Requirement;
  readonly priority: LadderTarget['priority'];
  readonly ladder?: readonly LadderTarget[];
}

/** What a ticket asks for during one stretch of its ladder: a target, less the skills that have fallen away. */
export interface Rung {
  /** Which target, from 0; null in the fallback queue. */
  readonly target: number | null;
  readonly queueId: string;
  readonly requirement: Requirement;
  readonly priority: LadderTarget['priority'];
  /** Skills that have fallen away, by id. */
  readonly droppedSkillIds: readonly string[];
  /** When the rung ends, in milliseconds from entry to the ladder; null: never by time. */
  readonly endsAfterMs: number | null;
  readonly skipIf?: LadderTarget['skipIf'];
}

/** Where a ticket stands on its ladder: small plain data to be stored with it. */
export interface LadderPlace {
  /** Index into the rungs. */
  readonly rung: number;
  /** From when the timeouts count: entry to the ladder, save where a rung without a timeout was skipped. */
  readonly countsFromMs: number;
}

/** A ticket's place after time or a skip has moved it on. */
export interface Climb {
  readonly place: LadderPlace;
  readonly rung: Rung;
  /** When to look again, milliseconds since 1970 UTC; null: nothing is due by time. */
  readonly nextRungAtMs: number | null;
}

/**
 * The rungs of a ladder, in order; the last is the fallback queue, which asks for nothing. A target with droppable
 * skills gives a rung for each number they fall away by, the highest first, and each lasts the target's timeout.
 * A target without a timeout keeps all its skills: it is one rung without an end.
 */
export function expandLadder(ladder: EnqueuedLadder, fallbackQueueId: string): readonly Rung[] {
  const { queueId, requirement, priority, timeoutMs = null, skipIf } = ladder;
  const first: LadderTarget = {
    queueId,
    requirement,
    priority,
    timeoutMs,
    ...(skipIf === undefined ? {} : { skipIf }),
  };
  const rungs: Rung[] = [];
  let endsAfterMs = 0;
  for (const [target, { timeoutMs: lengthMs, ...rest }] of [first, ...(ladder.ladder ?? [])].entries()) {
    for (const relaxed of lengthMs === null
      ? [{ requirement: rest.requirement, droppedSkillIds: [] }]
      : relaxations(rest.requirement)) {
      if (lengthMs !== null) endsAfterMs += Math.max(0, lengthMs);
      rungs.push({ ...rest, ...relaxed, target, endsAfterMs: lengthMs === null ? null : endsAfterMs });
    }
  }
  rungs.push({
    target: null,
    queueId: fallbackQueueId,
    requirement: { skills: [] },
    priority: null,
    droppedSkillIds: [],
    endsAfterMs: null,
  });
  return rungs;
}

/** The requirement whole, then with each next number of droppable skills left out. Mandatory skills are in all. */
function relaxations(requirement: Requirement): readonly Pick<Rung, 'requirement' | 'droppedSkillIds'>[] {
  const drops = [...new Set(requirement.skills.flatMap(({ drop }) => drop ?? []))].sort((a, b) => b - a);
  return [Number.POSITIVE_INFINITY, ...drops].map((from) => ({
    requirement: {
      ...requirement,
      skills: requirement.skills.filter(({ drop = Number.NEGATIVE_INFINITY }) => drop < from),
    },
    droppedSkillIds: requirement.skills
      .filter(({ drop }) => drop !== undefined && drop >= from)
      .map(({ skillId }) => skillId)
      .sort(),
  }));
}

export interface ClimbInput {
  /** As `expandLadder` gives them. */
  readonly rungs: readonly Rung[];
  readonly place: LadderPlace;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** Whether somebody eligible has room for it now; asked only for rungs with a `skipIf`. */
  canBeServed(rung: Rung): boolean;
  /** Whether the rung's `skipIf` holds; asked only where it cannot be served at once. */
  skips(rung: Rung): boolean;
}

/** The place of a ticket that enters its ladder now. */
export function enterLadder(nowMs: number): LadderPlace {
  return { rung: 0, countsFromMs: nowMs };
}

/** The place of a ticket that comes back to a rung after an agent had it: the rung begins anew. */
export function resumeLadder(rungs: readonly Rung[], rung: number, nowMs: number): LadderPlace {
  const at = Math.min(Math.max(0, rung), rungs.length - 1);
  return { rung: at, countsFromMs: nowMs - startsAfterMs(rungs, at) };
}

/**
 * Where a ticket stands now. Timeouts add up from entry, whatever was offered meanwhile: a target that was skipped leaves
 * its time to the next. A ticket never goes back, and every ladder ends in the fallback queue, for good. Where a target
 * without a timeout is skipped, the targets after it count from that moment.
 *
 * Pure; O(rungs). Ask when a ticket enters, at `nextRungAtMs`, and where it waits with a `skipIf` before it.
 */
export function climbLadder({ rungs, place, nowMs, canBeServed, skips }: ClimbInput): Climb {
  const last = rungs.length - 1;
  let { countsFromMs } = place;
  let at = Math.min(Math.max(0, place.rung), last);
  for (;;) {
    const rung = rungs[at];
    if (rung === undefined) throw new Error('A ladder has no rungs.');
    const endsAtMs = rung.endsAfterMs === null ? null : countsFromMs + rung.endsAfterMs;
    if (at === last) return { place: { rung: at, countsFromMs }, rung, nextRungAtMs: null };
    if (endsAtMs !== null && endsAtMs <= nowMs) {
      at += 1;
    } else if (rung.skipIf !== undefined && !canBeServed(rung) && skips(rung)) {
      if (endsAtMs === null) countsFromMs = nowMs - startsAfterMs(rungs, at);
      while (rungs[at]?.target === rung.target) at += 1;
    } else {
      return { place: { rung: at, countsFromMs }, rung, nextRungAtMs: endsAtMs };
    }
  }
}

/** When a rung begins, were none skipped: the end of the last timed one before it. */
function startsAfterMs(rungs: readonly Rung[], at: number): number {
  return rungs.slice(0, at).findLast(({ endsAfterMs }) => endsAfterMs !== null)?.endsAfterMs ?? 0;
}

/** The share of a target before which skills should not fall away. */
const earlyShare = 0.7;

/**
 * Whether a ladder gives up skills early, before 70 % of a queue's target has passed. That makes overload worse:
 * people are kept busy with what they do slowly. Worth a warning.
 */
export function relaxesEarly(ladder: EnqueuedLadder, targetMs: number): boolean {
  const rungs = expandLadder(ladder, '');
  const relaxed = rungs.findIndex(({ droppedSkillIds }) => droppedSkillIds.length > 0);
  return relaxed > 0 && (rungs[relaxed - 1]?.endsAfterMs ?? 0) < earlyShare * targetMs;
}
