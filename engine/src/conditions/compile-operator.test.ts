import { describe, expect, it } from 'vitest';
import type { FactValue } from '../facts/fact-value.ts';
import { evaluateCondition } from './compile-condition.ts';
import { compileOperator } from './compile-operator.ts';
import { OPERATOR_LABELS, OPERATORS, type Operator } from './operators.ts';

const NOON_MONDAY = Date.parse('2026-03-02T05:00:00Z'); // 12:00 in Jakarta
const clock = { nowMs: NOON_MONDAY, timeZone: 'Asia/Jakarta' };

function holds(op: Operator, value: unknown, seen: FactValue | null): boolean {
  return compileOperator(op, value)(seen, clock, undefined);
}

/** A fitting value for every operator, so that only the missing fact decides. */
const VALUES: Readonly<Record<Operator, unknown>> = {
  is: 'a',
  isNot: 'a',
  isOneOf: ['a'],
  isNoneOf: ['a'],
  isEmpty: undefined,
  contains: 'a',
  containsAnyOf: ['a'],
  containsAllOf: ['a'],
  containsNoneOf: ['a'],
  containsAllWords: 'a',
  startsWith: 'a',
  endsWith: 'a',
  matches: 'a*',
  lessThan: 1,
  atMost: 1,
  moreThan: 1,
  atLeast: 1,
  between: { from: 0, to: 2 },
  notBetween: { from: 0, to: 2 },
  before: 1,
  after: 1,
  withinLast: 1000,
  inBusinessHours: { intervals: [{ weekday: 1, from: '00:00', to: '24:00' }] },
  isWeekday: { days: [1, 2, 3, 4, 5, 6, 7] },
  timeOfDayBetween: { from: '00:00', to: '24:00' },
  changed: undefined,
  changedFrom: 'a',
  changedTo: 'a',
};

describe('a comparison on a missing fact', () => {
  const trueOnMissing = new Set(['isEmpty', 'isNot', 'isNoneOf', 'containsNoneOf', 'notBetween']);
  for (const op of Object.keys(OPERATOR_LABELS) as Operator[]) {
    it(`is ${trueOnMissing.has(op)} for ${op}`, () => {
      expect(holds(op, VALUES[op], null)).toBe(trueOnMissing.has(op));
    });
  }

  it('is the same in every way a fact can be missing', () => {
    for (const missing of [undefined, null, '', [], Number.NaN]) {
      for (const op of Object.keys(OPERATOR_LABELS) as Operator[]) {
        const { holds: isHeld } = evaluateCondition(
          { fact: 'ticket.x', op, value: VALUES[op] },
          { ...clock, facts: { 'ticket.x': missing } },
        );
        expect([op, isHeld]).toEqual([op, trueOnMissing.has(op)]);
      }
    }
  });

  it('is announced by isNegative in the operator catalogue', () => {
    for (const { op, isNegative } of Object.values(OPERATORS).flat()) {
      if (op !== 'isEmpty') expect([op, isNegative]).toEqual([op, trueOnMissing.has(op)]);
    }
  });
});

describe('text comparisons', () => {
  it('fold case and Unicode compatibility forms', () => {
    expect(holds('is', 'billing', 'BILLING')).toBe(true);
    expect(holds('is', 'Billing', 'ｂｉｌｌｉｎｇ')).toBe(true);
    expect(holds('is', 'STRASSE', 'straße')).toBe(true);
    expect(holds('contains', 'ΟΔΟΣ', 'η οδος μου')).toBe(true);
    expect(holds('startsWith', 'ΟΔΟΣ', 'ΟΔΟΣΗΜΑ')).toBe(true);
    expect(holds('is', 'café', 'cafe\u0301')).toBe(true);
  });

  it('fold what has several forms: sharp s, dotted I, wide letters, ligatures, combining marks, Hangul, Kelvin', () => {
    const same: readonly (readonly [string, string])[] = [
      ['ß', 'SS'],
      ['ẞ', 'ss'],
      ['GROẞE STRASSE', 'große Straße'],
      ['İSTANBUL', 'i̇stanbul'],
      ['ＩＮＶ－２０４', 'inv-204'],
      ['ﬁle', 'FILE'],
      ['②', '2'],
      ['Ａ\u030a', 'å'],
      ['a\u0301\u0323', 'ạ\u0301'],
      ['각', '\u1100\u1161\u11a8'],
      ['\u212a', 'k'],
      ['ｶﾞ', 'ガ'],
    ];
    for (const [one, other] of same) {
      expect([one, holds('is', one, other)]).toEqual([one, true]);
      expect([other, holds('contains', other, `… ${one} …`)]).toEqual([other, true]);
    }
    expect(holds('is', 'resume', 'résumé')).toBe(false);
    expect(holds('is', 'ISTANBUL', 'İstanbul')).toBe(false);
  });

  it('find parts at the start, the end and anywhere', () => {
    expect(holds('startsWith', 're:', 'RE: invoice')).toBe(true);
    expect(holds('startsWith', 'invoice', 'RE: invoice')).toBe(false);
    expect(holds('endsWith', 'INVOICE', 'RE: invoice')).toBe(true);
    expect(holds('contains', 'e: i', 'RE: invoice')).toBe(true);
    expect(holds('containsAnyOf', ['refund', 'voice'], 'RE: invoice')).toBe(true);
    expect(holds('containsAnyOf', ['refund'], 'RE: invoice')).toBe(false);
  });

  it('containsAllWords asks for whole words in any order', () => {
    expect(holds('containsAllWords', 'refund broken', 'It is Broken. Refund, please!')).toBe(true);
    expect(holds('containsAllWords', 'fund broken', 'It is broken. Refund, please!')).toBe(false);
  });

  it('matches finds a pattern anywhere, whatever the case', () => {
    expect(holds('matches', 'inv-\\d+', 'See INV-204')).toBe(true);
    expect(holds('matches', '^inv-\\d+', 'See INV-204')).toBe(false);
    expect(holds('matches', 'INV-\\d+', 'ｉｎｖ－２０４')).toBe(true);
    expect(holds('matches', 'caf(é|e)', 'CAFE\u0301')).toBe(true);
    expect(holds('matches', 'тикет\\s*\\d', 'ТИКЕТ 7')).toBe(true);
  });

  it('matches stays fast on patterns that make backtracking engines hang', () => {
    expect(holds('matches', '(a+)+$', `${'a'.repeat(20_000)}b`)).toBe(false);
  });
});

describe('number and duration comparisons', () => {
  it('hold at and beside their bounds as named', () => {
    expect([1, 2, 3].map((seen) => holds('lessThan', 2, seen))).toEqual([true, false, false]);
    expect([1, 2, 3].map((seen) => holds('atMost', 2, seen))).toEqual([true, true, false]);
    expect([1, 2, 3].map((seen) => holds('moreThan', 2, seen))).toEqual([false, false, true]);
    expect([1, 2, 3].map((seen) => holds('atLeast', 2, seen))).toEqual([false, true, true]);
    expect([0, 1, 3, 4].map((seen) => holds('between', { from: 1, to: 3 }, seen))).toEqual([false, true, true, false]);
    expect([0, 1, 3, 4].map((seen) => holds('notBetween', { from: 1, to: 3 }, seen))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('never hold on a value of another type, but their negation does', () => {
    expect(holds('lessThan', 2, 'one')).toBe(false);
    expect(holds('notBetween', { from: 1, to: 3 }, 'two')).toBe(true);
    expect(holds('is', 1, '1')).toBe(false);
  });
});

describe('set comparisons', () => {
  it('compare folded elements, not parts of them', () => {
    expect(holds('containsAnyOf', ['VIP'], ['vip', 'refund'])).toBe(true);
    expect(holds('containsAnyOf', ['vi'], ['vip'])).toBe(false);
    expect(holds('containsAllOf', ['refund', 'vip'], ['vip', 'refund', 'bug'])).toBe(true);
    expect(holds('containsAllOf', ['refund', 'urgent'], ['vip', 'refund'])).toBe(false);
    expect(holds('containsNoneOf', ['bug'], ['vip'])).toBe(true);
    expect(holds('containsNoneOf', ['bug'], ['Bug'])).toBe(false);
  });
});

describe('instant comparisons', () => {
  it('take milliseconds or ISO 8601 with an offset', () => {
    expect(holds('before', '2026-03-02T12:00:01+07:00', NOON_MONDAY)).toBe(true);
    expect(holds('before', '2026-03-02T12:00+07:00', NOON_MONDAY)).toBe(false);
    expect(holds('after', NOON_MONDAY - 1, NOON_MONDAY)).toBe(true);
    expect(holds('is', '2026-03-02T05:00Z', NOON_MONDAY)).toBe(true);
    expect(holds('between', { from: '2026-03-02T00:00Z', to: '2026-03-02T05:00Z' }, NOON_MONDAY)).toBe(true);
  });

  it('withinLast counts back from now and leaves out the future', () => {
    expect(holds('withinLast', 60_000, NOON_MONDAY - 60_000)).toBe(true);
    expect(holds('withinLast', 60_000, NOON_MONDAY - 60_001)).toBe(false);
    expect(holds('withinLast', 60_000, NOON_MONDAY + 1)).toBe(false);
  });

  it('isWeekday uses the named time zone, else the workspace’s', () => {
    const lateSunday = Date.parse('2026-03-01T18:00:00Z'); // Monday 01:00 in Jakarta
    expect(holds('isWeekday', { days: [1] }, lateSunday)).toBe(true);
    expect(holds('isWeekday', { days: [1], timeZone: 'UTC' }, lateSunday)).toBe(false);
    expect(holds('isWeekday', { days: [7], timeZone: 'UTC' }, lateSunday)).toBe(true);
  });

  it('timeOfDayBetween includes its start, leaves out its end and may span midnight', () => {
    expect(holds('timeOfDayBetween', { from: '12:00', to: '13:00' }, NOON_MONDAY)).toBe(true);
    expect(holds('timeOfDayBetween', { from: '11:00', to: '12:00' }, NOON_MONDAY)).toBe(false);
    expect(holds('timeOfDayBetween', { from: '22:00', to: '12:01' }, NOON_MONDAY)).toBe(true);
    expect(holds('timeOfDayBetween', { from: '22:00', to: '12:00' }, NOON_MONDAY)).toBe(false);
  });

  it('inBusinessHours reads the calendar in its own time zone', () => {
    const intervals = [{ weekday: 1, from: '09:00', to: '17:00' }];
    expect(holds('inBusinessHours', { intervals }, NOON_MONDAY)).toBe(true);
    expect(holds('inBusinessHours', { intervals, timeZone: 'UTC' }, NOON_MONDAY)).toBe(false);
  });

  it('inBusinessHours asks the workspace’s calendar of that id, and holds in none that is gone', () => {
    const openAtNoon = {
      isOpenAt: (atMs: number) => atMs === NOON_MONDAY,
      nextOpening: () => null,
      addBusinessTime: () => null,
      businessTimeBetween: () => 0,
    };
    const businessClock = (id: string | null) => (id === 'cal-office' || id === null ? openAtNoon : undefined);
    const isOpen = (calendarId: string | null, seen: number) =>
      compileOperator('inBusinessHours', { calendarId })(seen, { ...clock, businessClock }, undefined);
    expect(isOpen('cal-office', NOON_MONDAY)).toBe(true);
    expect(isOpen(null, NOON_MONDAY)).toBe(true);
    expect(isOpen('cal-office', NOON_MONDAY + 1)).toBe(false);
    expect(isOpen('cal-gone', NOON_MONDAY)).toBe(false);
    expect(holds('inBusinessHours', { calendarId: 'cal-office' }, NOON_MONDAY)).toBe(false);
  });

  it('never throws on a number that is no instant', () => {
    expect(holds('isWeekday', { days: [1] }, 1e300)).toBe(false);
  });
});

describe('change comparisons', () => {
  const change = { from: 'low', to: 'High' };

  it('look at the change, not at the fact', () => {
    expect(compileOperator('changed', undefined)('high', clock, change)).toBe(true);
    expect(compileOperator('changed', undefined)('high', clock, undefined)).toBe(false);
    expect(compileOperator('changedFrom', 'LOW')('high', clock, change)).toBe(true);
    expect(compileOperator('changedTo', 'high')('high', clock, change)).toBe(true);
    expect(compileOperator('changedTo', 'low')('low', clock, change)).toBe(false);
  });

  it('count an emptied field as changed, but to no value', () => {
    const emptied = { from: 'low', to: null };
    expect(compileOperator('changed', undefined)(null, clock, emptied)).toBe(true);
    expect(compileOperator('changedTo', 'low')(null, clock, emptied)).toBe(false);
  });
});
