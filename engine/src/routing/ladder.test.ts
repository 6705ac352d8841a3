import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import {
  climbLadder,
  type EnqueuedLadder,
  enterLadder,
  expandLadder,
  type LadderPlace,
  relaxesEarly,
  resumeLadder,
} from './ladder.ts';

const minuteMs = 60_000;
const never = { fact: 'queue.availableAgents', op: 'is', value: 0 } as const;
const served = { canBeServed: () => true, skips: () => false };

const ladder: EnqueuedLadder = {
  queueId: 'billing',
  priority: 'high',
  timeoutMs: 2 * minuteMs,
  requirement: {
    skills: [
      { skillId: 'law', level: 3 },
      { skillId: 'tax', level: 2, drop: 2 },
      { skillId: 'chat', level: 1, drop: 5 },
    ],
    language: 'id',
  },
  ladder: [{ queueId: 'everybody', priority: null, timeoutMs: 10 * minuteMs, requirement: { skills: [] } }],
};

test('droppable skills fall away by number, the highest first, one number per timeout; then the next target', () => {
  const rungs = expandLadder(ladder, 'fallback');
  expect(
    rungs.map(({ target, queueId, requirement, droppedSkillIds, endsAfterMs }) => ({
      at: [target, queueId],
      skills: requirement.skills.map(({ skillId }) => skillId),
      droppedSkillIds,
      endsAfterMs,
    })),
  ).toEqual([
    { at: [0, 'billing'], skills: ['law', 'tax', 'chat'], droppedSkillIds: [], endsAfterMs: 2 * minuteMs },
    { at: [0, 'billing'], skills: ['law', 'tax'], droppedSkillIds: ['chat'], endsAfterMs: 4 * minuteMs },
    { at: [0, 'billing'], skills: ['law'], droppedSkillIds: ['chat', 'tax'], endsAfterMs: 6 * minuteMs },
    { at: [1, 'everybody'], skills: [], droppedSkillIds: [], endsAfterMs: 16 * minuteMs },
    { at: [null, 'fallback'], skills: [], droppedSkillIds: [], endsAfterMs: null },
  ]);
  expect(rungs[2]?.requirement.language).toBe('id');
});

test('timeouts count from entry, whatever happened meanwhile', () => {
  const rungs = expandLadder(ladder, 'fallback');
  const climb = climbLadder({ rungs, place: enterLadder(0), nowMs: 5 * minuteMs, ...served });
  expect(climb.place).toEqual({ rung: 2, countsFromMs: 0 });
  expect(climb.nextRungAtMs).toBe(6 * minuteMs);
  const last = climbLadder({ rungs, place: climb.place, nowMs: 16 * minuteMs, ...served });
  expect(last.rung.queueId).toBe('fallback');
  expect(last.nextRungAtMs).toBeNull();
});

test('a target is skipped as a whole, only where it cannot be served at once and its condition holds', () => {
  const rungs = expandLadder({ ...ladder, skipIf: never }, 'fallback');
  const at = (canBeServed: boolean, skips: boolean) =>
    climbLadder({
      rungs,
      place: enterLadder(0),
      nowMs: 0,
      canBeServed: () => canBeServed,
      skips: () => {
        expect(canBeServed).toBe(false);
        return skips;
      },
    });
  expect(at(true, true).rung.queueId).toBe('billing');
  expect(at(false, false).rung.queueId).toBe('billing');
  expect(at(false, true).rung.queueId).toBe('everybody');
  // The time of the skipped target is left to the next.
  expect(at(false, true).nextRungAtMs).toBe(16 * minuteMs);
});

test('after a target without a timeout was skipped, those after it count from that moment', () => {
  const rungs = expandLadder({ ...ladder, timeoutMs: null, skipIf: never }, 'fallback');
  expect(rungs).toHaveLength(3);
  const nowMs = 60 * minuteMs;
  const climb = climbLadder({
    rungs,
    place: enterLadder(0),
    nowMs,
    canBeServed: () => false,
    skips: () => true,
  });
  expect(climb.rung.queueId).toBe('everybody');
  expect(climb.nextRungAtMs).toBe(nowMs + 10 * minuteMs);
});

test('a target without a timeout keeps its ticket and all its skills', () => {
  const rungs = expandLadder({ queueId: 'q', priority: null, requirement: ladder.requirement }, 'fallback');
  const climb = climbLadder({ rungs, place: enterLadder(0), nowMs: 1e12, ...served });
  expect(climb.rung.requirement).toEqual(ladder.requirement);
  expect(climb.nextRungAtMs).toBeNull();
});

test('a ladder that gives up skills before 70 % of the target has passed relaxes early', () => {
  expect(relaxesEarly(ladder, 10 * minuteMs)).toBe(true);
  expect(relaxesEarly(ladder, 2.8 * minuteMs)).toBe(false);
  expect(relaxesEarly({ ...ladder, requirement: { skills: [] } }, 10 * minuteMs)).toBe(false);
});

const requirement = fc.record({
  skills: fc.array(
    fc.record(
      {
        skillId: fc.constantFrom('a', 'b', 'c', 'd'),
        level: fc.integer({ min: 1, max: 5 }),
        drop: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ['skillId', 'level'] },
    ),
    { maxLength: 4 },
  ),
});
const timeoutMs = fc.integer({ min: 0, max: 10 * minuteMs });
const target = fc.record(
  {
    queueId: fc.constantFrom('p', 'q'),
    requirement,
    priority: fc.constant(null),
    timeoutMs,
    skipIf: fc.constant(never),
  },
  { requiredKeys: ['queueId', 'requirement', 'priority', 'timeoutMs'] },
);
const ladders = fc
  .tuple(target, fc.array(target, { maxLength: 4 }))
  .map(([first, further]): EnqueuedLadder => ({ ...first, ladder: further }));

test('every ladder with timeouts ends in the fallback queue, never goes back and never drops a mandatory skill', () => {
  fc.assert(
    fc.property(ladders, fc.array(fc.tuple(timeoutMs, fc.boolean(), fc.boolean())), (drawn, looks) => {
      const rungs = expandLadder(drawn, 'fallback');
      const targets = [drawn, ...(drawn.ladder ?? [])];
      let place: LadderPlace = enterLadder(0);
      let nowMs = 0;
      for (const [laterMs, canBeServed, skips] of looks) {
        nowMs += laterMs;
        const climb = climbLadder({ rungs, place, nowMs, canBeServed: () => canBeServed, skips: () => skips });
        expect(climb.place.rung).toBeGreaterThanOrEqual(place.rung);
        if (climb.nextRungAtMs !== null) expect(climb.nextRungAtMs).toBeGreaterThan(nowMs);
        const { target: at, requirement: asked } = climb.rung;
        const whole = at === null ? [] : (targets[at]?.requirement.skills ?? []);
        for (const skill of whole) if (skill.drop === undefined) expect(asked.skills).toContain(skill);
        place = climb.place;
      }
      const lastMs = targets.length * 5 * 10 * minuteMs + nowMs;
      expect(climbLadder({ rungs, place, nowMs: lastMs, ...served }).rung.queueId).toBe('fallback');
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
  );
});

test('a ticket that comes back begins its rung anew', () => {
  const rungs = expandLadder(ladder, 'fallback');
  const nowMs = 60 * minuteMs;
  expect(resumeLadder(rungs, 0, nowMs)).toEqual({ rung: 0, countsFromMs: nowMs });
  expect(resumeLadder(rungs, 2, nowMs)).toEqual({ rung: 2, countsFromMs: nowMs - 4 * minuteMs });
  const { nextRungAtMs } = climbLadder({ rungs, place: resumeLadder(rungs, 2, nowMs), nowMs, ...served });
  expect(nextRungAtMs).toBe(nowMs + 2 * minuteMs);
  expect(resumeLadder(rungs, 9, nowMs)).toEqual({ rung: 4, countsFromMs: nowMs - 16 * minuteMs });
  expect(resumeLadder(rungs, -1, nowMs).rung).toBe(0);
});

test('behind a target without a timeout a rung begins where the last timed one ended', () => {
  const untimed = { queueId: 'patient', priority: null, timeoutMs: null, requirement: { skills: [] } } as const;
  const last = { ...untimed, queueId: 'last', timeoutMs: minuteMs };
  const rungs = expandLadder({ ...ladder, requirement: { skills: [] }, ladder: [untimed, last] }, 'fallback');
  expect(rungs.map(({ endsAfterMs }) => endsAfterMs)).toEqual([2 * minuteMs, null, 3 * minuteMs, null]);
  expect(resumeLadder(rungs, 2, 0).countsFromMs).toBe(-2 * minuteMs);
});
