import { describe, expect, it } from 'vitest';
import { EVENT_FACTS } from '../../nodes/behaviour.ts';
import { ask, drawn, onCreated, tag } from '../drawn-flow.test-support.ts';
import type { Verification } from './conjunction-slot.ts';
import { readingOf } from './demand-text.test-support.ts';
import { readLiteral } from './literal-reading.ts';
import { CLOCK, CREATED, eventOf, pipelineOf } from './pipelines.test-support.ts';
import { isVerified, searchInput } from './verify.ts';

const pipeline = pipelineOf(
  'f',
  drawn([onCreated, ask('f', 'f', 'is', 'walked'), tag('x', 'y')], 't.then>f', 'f.yes>x'),
);
const nothing: Verification = { pipeline, open: [], trigger: null, isWalked: false };

describe('isVerified', () => {
  it('needs every open literal to hold', () => {
    const open = [readingOf('matches', '^l'), readingOf('matches', 'x$', true)];
    const verified = (f: string) => isVerified({ ...nothing, open }, searchInput(CREATED, { f }, CLOCK));
    expect(['low', 'lox', 'no', 'nox'].map(verified)).toEqual([true, false, false, false]);
    expect(isVerified(nothing, searchInput(CREATED, {}, CLOCK))).toBe(true);
  });

  it('asks literals with the clock and the change of their own fact', () => {
    const isOpen = { ...nothing, open: [readingOf('timeOfDayBetween', { from: '05:00', to: '06:00' })] };
    const at = (f: number) => isVerified(isOpen, searchInput(CREATED, { f }, CLOCK));
    expect([at(CLOCK.nowMs), at(CLOCK.nowMs - 1)]).toEqual([true, false]);
    const changed = { ...nothing, open: [readingOf('changed')] };
    const change = { from: null, to: 'a' };
    for (const [changes, expected] of [
      [{ f: change }, true],
      [{ g: change }, false],
      [Object.create({ f: change }), false],
    ] as const) {
      expect(isVerified(changed, searchInput(eventOf('ticketUpdated', { changes }), {}, CLOCK))).toBe(expected);
    }
    expect(isVerified(changed, searchInput(CREATED, {}, CLOCK))).toBe(false);
  });

  it('asks the event of literals that are about it, and the facts of others', () => {
    const comparison = { fact: EVENT_FACTS.actor, op: 'matches', value: 'cust' } as const;
    const input = searchInput(CREATED, { [EVENT_FACTS.actor]: 'other' }, CLOCK);
    const of = (isOfEvent: boolean) =>
      isVerified({ ...nothing, open: [readLiteral({ comparison, isOfEvent, isNegated: false })] }, input);
    expect([of(true), of(false)]).toEqual([true, false]);
  });

  it('asks the trigger where there is one, after the literals', () => {
    const [trigger = null] = pipeline.triggers;
    const asked: string[] = [];
    const missing = (isMissed: boolean) =>
      trigger && {
        ...trigger,
        miss: () => {
          asked.push(`${isMissed}`);
          return isMissed ? ({ reason: 'otherFlow', seen: null } as const) : null;
        },
      };
    const input = searchInput(CREATED, { f: 'low' }, CLOCK);
    expect(isVerified({ ...nothing, trigger: missing(true) }, input)).toBe(false);
    expect(isVerified({ ...nothing, trigger: missing(false) }, input)).toBe(true);
    expect(isVerified({ ...nothing, trigger: missing(false), open: [readingOf('matches', 'x')] }, input)).toBe(false);
    expect(asked).toEqual(['true', 'false']);
  });

  it('walks the whole way where only that tells', () => {
    const walked = { ...nothing, isWalked: true, open: [readingOf('matches', 'never')] };
    expect(isVerified(walked, searchInput(CREATED, { f: 'walked' }, CLOCK))).toBe(true);
    expect(isVerified(walked, searchInput(CREATED, { f: 'low' }, CLOCK))).toBe(false);
  });
});

describe('searchInput', () => {
  it('carries the changes of the event, and nothing that is set up', () => {
    const changes = { f: { from: 1, to: 2 } };
    const input = searchInput(eventOf('ticketUpdated', { changes }), { f: 2 }, CLOCK);
    expect(input).toMatchObject({ ...CLOCK, facts: { f: 2 }, changes, event: { changes } });
    expect(input.providers.size).toBe(0);
  });
});
