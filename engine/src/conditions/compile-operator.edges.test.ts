import { describe, expect, it } from 'vitest';
import type { FactValue } from '../facts/fact-value.ts';
import { compileOperator } from './compile-operator.ts';
import { OPERATOR_LABELS, type Operator } from './operators.ts';

const NOON_MONDAY = Date.parse('2026-03-02T05:00:00Z'); // 12:00 in Jakarta
const clock = { nowMs: NOON_MONDAY, timeZone: 'Asia/Jakarta' };

function holds(op: Operator, value: unknown, seen: FactValue | null): boolean {
  return compileOperator(op, value)(seen, clock, undefined);
}

describe('a value that does not fit its operator', () => {
  const negative = new Set(['isNot', 'isNoneOf', 'containsNoneOf', 'notBetween']);
  const odd = [undefined, null, true, {}, [], [7], { from: 1 }, { calendarId: 7 }, { days: [] }, '(', ''];
  const asked = (Object.keys(OPERATOR_LABELS) as Operator[]).filter((op) => !/^(isEmpty|changed)/.test(op));

  it.each(asked)('makes %s false, or true where it is a negation', (op) => {
    for (const value of odd) {
      for (const seen of ['a', 1, ['b'], false] as const) {
        // These two compare anything with anything, and find it equal only to itself.
        if ((op === 'is' || op === 'isNot') && value === seen) continue;
        // An empty pattern is found anywhere; `checkCondition` asks for a longer one.
        if (op === 'matches' && value === '' && seen === 'a') continue;
        expect([op, value, seen, holds(op, value, seen)]).toEqual([op, value, seen, negative.has(op)]);
      }
    }
  });

  it('is left out of a list of those that fit', () => {
    expect(holds('containsAllOf', ['a', '', 7], ['A'])).toBe(true);
    expect(holds('containsAnyOf', ['', 7], ['a'])).toBe(false);
    expect(holds('containsAnyOf', ['', 'B'], 'abc')).toBe(true);
  });
});

describe('a fact of another type than the operator asks about', () => {
  it.each<[Operator, unknown, FactValue]>([
    ['startsWith', 't', true],
    ['endsWith', '7', 7],
    ['contains', '7', 7],
    ['matches', '7', 7],
    ['containsAllWords', 'a', ['a']],
    ['lessThan', 5, '3'],
    ['between', { from: 1, to: 5 }, '3'],
    ['is', '7', 7],
    ['is', 7, '7'],
    ['isWeekday', { days: [1, 2, 3, 4, 5, 6, 7] }, '2026-03-02T05:00Z'],
    ['timeOfDayBetween', { from: '00:00', to: '24:00' }, 'noon'],
    ['inBusinessHours', { intervals: [{ weekday: 1, from: '00:00', to: '24:00' }] }, 'noon'],
    ['timeOfDayBetween', { from: '00:00', to: '24:00' }, 9e15],
  ])('makes %s %j false of %j', (op, value, seen) => {
    expect(holds(op, value, seen)).toBe(false);
  });

  it('is no element but its own text', () => {
    expect(holds('containsAllOf', ['a'], 'A')).toBe(true);
    expect(holds('containsAllOf', ['a'], 'ab')).toBe(false);
    expect(holds('containsAllOf', ['true'], true)).toBe(false);
  });
});

describe('at the edges', () => {
  it('an instant is the one that is written, to the millisecond', () => {
    expect(holds('is', '2026-03-02T12:00+07:00', NOON_MONDAY)).toBe(true);
    expect(holds('is', '2026-03-02T12:00+07:00', NOON_MONDAY + 1)).toBe(false);
    expect(holds('is', 'noon', NOON_MONDAY)).toBe(false);
    expect(holds('before', '2026-03-02T12:00+07:00', NOON_MONDAY - 1)).toBe(true);
    expect(holds('before', '2026-03-02T12:00+07:00', NOON_MONDAY)).toBe(false);
    expect(holds('after', '2026-03-02T12:00+07:00', NOON_MONDAY)).toBe(false);
  });

  it('now is within the last of any length, and what is to come is not', () => {
    expect(holds('withinLast', 1000, NOON_MONDAY)).toBe(true);
    expect(holds('withinLast', 1000, NOON_MONDAY - 1000)).toBe(true);
    expect(holds('withinLast', 1000, NOON_MONDAY - 1001)).toBe(false);
    expect(holds('withinLast', 1000, NOON_MONDAY + 1)).toBe(false);
  });

  it('hours hold from their first minute to before their last', () => {
    const MINUTE = 60_000;
    const day = { from: '12:00', to: '13:00' };
    const night = { from: '22:00', to: '12:00' };
    const open = {
      intervals: [
        { weekday: 1, ...day },
        { weekday: 2, from: '00:00', to: '24:00' },
      ],
    };
    for (const [atMs, inDay, inNight] of [
      [NOON_MONDAY - 1, false, true],
      [NOON_MONDAY, true, false],
      [NOON_MONDAY + 60 * MINUTE - 1, true, false],
      [NOON_MONDAY + 60 * MINUTE, false, false],
      [NOON_MONDAY + 600 * MINUTE - 1, false, false],
      [NOON_MONDAY + 600 * MINUTE, false, true],
    ] as const) {
      expect([atMs, holds('timeOfDayBetween', day, atMs)]).toEqual([atMs, inDay]);
      expect([atMs, holds('timeOfDayBetween', night, atMs)]).toEqual([atMs, inNight]);
      expect([atMs, holds('inBusinessHours', open, atMs)]).toEqual([atMs, inDay]);
    }
    expect(holds('inBusinessHours', open, NOON_MONDAY + 1440 * MINUTE)).toBe(true);
    expect(holds('inBusinessHours', open, NOON_MONDAY + 2 * 1440 * MINUTE)).toBe(false);
  });

  it('hours of a calendar are those its clock knows, of instants only', () => {
    const asked: unknown[] = [];
    const businessClock = (id: string | null) => {
      asked.push(id);
      return {
        isOpenAt: () => true,
        nextOpening: () => null,
        addBusinessTime: () => null,
        businessTimeBetween: () => 0,
      };
    };
    const open = compileOperator('inBusinessHours', { calendarId: 'cal' });
    expect(open(NOON_MONDAY, { ...clock, businessClock }, undefined)).toBe(true);
    expect(open('noon', { ...clock, businessClock }, undefined)).toBe(false);
    expect(open(9e15, { ...clock, businessClock }, undefined)).toBe(false);
    expect(open(NOON_MONDAY, { ...clock, businessClock: () => undefined }, undefined)).toBe(false);
    expect(open(NOON_MONDAY, clock, undefined)).toBe(false);
    expect(asked).toEqual(['cal']);
  });
});
