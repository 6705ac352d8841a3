import { describe, expect, it } from 'vitest';
import type { FactType } from '../../facts/fact-value.ts';
import type { Comparison } from '../condition.ts';
import { type Cell, cellOf, MISSING, THERE } from './cell.ts';
import { changeKey, comparisonCells } from './comparison-cells.ts';
import type { Region } from './region.ts';
import { type Span, span } from './spans.ts';
import { ANY_TEXT, type TextMark, type TextRegion } from './text-region.ts';

const { NEGATIVE_INFINITY: LEAST, POSITIVE_INFINITY: MOST } = Number;
const DAY = 24 * 60;
const NINE = 9 * 60;
const FIVE = 17 * 60;

function cellsOf(type: FactType, op: Comparison['op'], value?: unknown) {
  return comparisonCells({ fact: 'f', op, value }, { fact: 'f', type, label: { en: '', id: '' }, group: 'ticket' });
}

function only(...values: readonly (string | boolean)[]): Region {
  return { type: 'values', isExcluded: false, values: new Set(values) };
}

function allBut(...values: readonly (string | boolean)[]): Region {
  return { type: 'values', isExcluded: true, values: new Set(values) };
}

function elements(
  has: readonly string[],
  lacks: readonly string[],
  anyOf: readonly (readonly string[])[] = [],
): Region {
  return { type: 'elements', has: new Set(has), lacks: new Set(lacks), anyOf };
}

function text(known: Partial<TextRegion>): Region {
  return { ...ANY_TEXT, ...known };
}

function spans(...held: readonly Span[]): Region {
  return { type: 'spans', spans: held };
}

function below(at: number, isOpen = true): Span {
  return span(LEAST, at, false, isOpen);
}

function above(at: number, isOpen = true): Span {
  return span(at, MOST, isOpen, false);
}

function week(...hours: readonly (readonly [number, number])[]): Region {
  return spans(...hours.map(([from, to]) => span(from, to, false, true)));
}

/** What of the week is left: the same times on all days. */
function daily(from: number, to: number): readonly (readonly [number, number])[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => [day * DAY + from, day * DAY + to] as const);
}

const contains = (part: string): TextMark => ({ op: 'contains', part });
const word = (part: string): TextMark => ({ op: 'hasWord', part });

describe('what a comparison says', () => {
  it.each<readonly [FactType, Comparison['op'], unknown, Region, Region]>([
    ['option', 'is', 'High', only('high'), allBut('high')],
    ['reference', 'is', 'a-1', only('a-1'), allBut('a-1')],
    ['boolean', 'is', true, only(true), allBut(true)],
    ['option', 'isOneOf', ['High', 'low'], only('high', 'low'), allBut('high', 'low')],
    ['set', 'containsAnyOf', ['VIP', 'x'], elements([], [], [['vip', 'x']]), elements([], ['vip', 'x'])],
    ['set', 'containsAnyOf', ['VIP'], elements(['vip'], []), elements([], ['vip'])],
    ['set', 'containsAllOf', ['VIP'], elements(['vip'], []), elements([], ['vip'])],
    ['text', 'is', 'Late', text({ oneOf: ['late'] }), text({ noneOf: ['late'] })],
    ['text', 'contains', 'Late', text({ has: [contains('late')] }), text({ lacks: [contains('late')] })],
    [
      'text',
      'startsWith',
      'Late',
      text({ has: [{ op: 'startsWith', part: 'late' }] }),
      text({ lacks: [{ op: 'startsWith', part: 'late' }] }),
    ],
    [
      'text',
      'endsWith',
      'Late',
      text({ has: [{ op: 'endsWith', part: 'late' }] }),
      text({ lacks: [{ op: 'endsWith', part: 'late' }] }),
    ],
    [
      'text',
      'matches',
      'La.e',
      text({ has: [{ op: 'matches', part: 'La.e' }] }),
      text({ lacks: [{ op: 'matches', part: 'La.e' }] }),
    ],
    ['text', 'containsAllWords', 'Late', text({ has: [word('late')] }), text({ lacks: [word('late')] })],
    ['duration', 'atMost', 5, spans(below(5, false)), spans(above(5))],
    ['number', 'lessThan', 5, spans(below(5)), spans(above(5, false))],
    ['number', 'moreThan', 5, spans(above(5)), spans(below(5, false))],
    ['number', 'atLeast', 5, spans(above(5, false)), spans(below(5))],
    ['number', 'atLeast', 1e300, spans(above(1e300, false)), spans(below(1e300))],
    ['number', 'is', 5, spans(span(5, 5)), spans(below(5), above(5))],
    ['number', 'between', { from: 1, to: 5 }, spans(span(1, 5)), spans(below(1), above(5))],
    ['number', 'between', { from: 5, to: 5 }, spans(span(5, 5)), spans(below(5), above(5))],
    ['instant', 'before', '1970-01-01T00:00:01Z', spans(below(1000)), spans(above(1000, false))],
    ['instant', 'after', 1000, spans(above(1000)), spans(below(1000, false))],
    ['instant', 'between', { from: 0, to: '1970-01-01T00:00:01Z' }, spans(span(0, 1000)), spans(below(0), above(1000))],
  ])(
    'on a fact of type %s that it %s %j: the values where it holds, and the others or none where it fails',
    (type, op, value, holds, fails) => {
      expect(cellsOf(type, op, value)).toEqual({
        about: 'fact',
        holds: [cellOf('value', holds)],
        fails: [cellOf('value', fails, true)],
      });
    },
  );

  it.each<readonly [FactType, Comparison['op'], Comparison['op'], unknown]>([
    ['option', 'isNot', 'is', 'high'],
    ['option', 'isNoneOf', 'isOneOf', ['high', 'low']],
    ['text', 'isNot', 'is', 'late'],
    ['set', 'containsNoneOf', 'containsAnyOf', ['vip', 'x']],
    ['number', 'isNot', 'is', 5],
    ['number', 'notBetween', 'between', { from: 1, to: 5 }],
  ])('on a fact of type %s: %s is the contrary of %s', (type, negative, positive, value) => {
    const said = cellsOf(type, positive, value);
    expect(said).not.toBeNull();
    expect(cellsOf(type, negative, value)).toEqual({ about: 'fact', holds: said?.fails, fails: said?.holds });
  });

  it('lists alternatives where several values or words may be what it is', () => {
    expect(cellsOf('text', 'containsAnyOf', ['Late', 'ref'])).toEqual({
      about: 'fact',
      holds: [cellOf('value', text({ has: [contains('late')] })), cellOf('value', text({ has: [contains('ref')] }))],
      fails: [cellOf('value', text({ lacks: [contains('late'), contains('ref')] }), true)],
    });
    expect(cellsOf('text', 'containsAllWords', 'Late ref!')).toEqual({
      about: 'fact',
      holds: [cellOf('value', text({ has: [word('late'), word('ref')] }))],
      fails: [
        cellOf('value', text({ lacks: [word('late')] }), true),
        cellOf('value', text({ lacks: [word('ref')] }), true),
      ],
    });
    expect(cellsOf('set', 'containsAllOf', ['vip', 'x'])).toEqual({
      about: 'fact',
      holds: [cellOf('value', elements(['vip', 'x'], []))],
      fails: [cellOf('value', elements([], ['vip']), true), cellOf('value', elements([], ['x']), true)],
    });
  });

  it('never holds for a range that ends before it begins', () => {
    expect(cellsOf('number', 'between', { from: 5, to: 1 })).toEqual({
      about: 'fact',
      holds: [],
      fails: [cellOf('value', spans(span(LEAST, MOST)), true)],
    });
  });

  it('knows of an instant how far it is from now', () => {
    expect(cellsOf('instant', 'withinLast', 1000)?.holds).toEqual([cellOf('fromNow', spans(span(-1000, 0)))]);
  });

  it.each<readonly [Comparison['op'], unknown, string, Region, Region]>([
    ['isWeekday', { days: [1] }, 'week ', week([0, DAY]), week([DAY, 7 * DAY])],
    ['isWeekday', { days: [7, 6] }, 'week ', week([5 * DAY, 7 * DAY]), week([0, 5 * DAY])],
    ['isWeekday', { days: [1], timeZone: 'Asia/Jakarta' }, 'week Asia/Jakarta', week([0, DAY]), week([DAY, 7 * DAY])],
    [
      'timeOfDayBetween',
      { from: '09:00', to: '17:00' },
      'week ',
      week(...daily(NINE, FIVE)),
      week([0, NINE], ...[0, 1, 2, 3, 4, 5].map((day) => [day * DAY + FIVE, (day + 1) * DAY + NINE] as const), [
        6 * DAY + FIVE,
        7 * DAY,
      ]),
    ],
    [
      'timeOfDayBetween',
      { from: '17:00', to: '09:00', timeZone: 'Asia/Jakarta' },
      'week Asia/Jakarta',
      week([0, NINE], ...[0, 1, 2, 3, 4, 5].map((day) => [day * DAY + FIVE, (day + 1) * DAY + NINE] as const), [
        6 * DAY + FIVE,
        7 * DAY,
      ]),
      week(...daily(NINE, FIVE)),
    ],
    ['timeOfDayBetween', { from: '17:00', to: '00:00' }, 'week ', week(...daily(FIVE, DAY)), week(...daily(0, FIVE))],
    ['timeOfDayBetween', { from: '24:00', to: '09:00' }, 'week ', week(...daily(0, NINE)), week(...daily(NINE, DAY))],
    [
      'inBusinessHours',
      { intervals: [{ weekday: 2, from: '09:00', to: '17:00' }] },
      'week ',
      week([DAY + NINE, DAY + FIVE]),
      week([0, DAY + NINE], [DAY + FIVE, 7 * DAY]),
    ],
    [
      'inBusinessHours',
      { timeZone: 'Asia/Jakarta', intervals: [{ weekday: 1, from: '00:00', to: '09:00' }] },
      'week Asia/Jakarta',
      week([0, NINE]),
      week([NINE, 7 * DAY]),
    ],
    ['inBusinessHours', { calendarId: null }, 'calendar null', only(true), allBut(true)],
    ['inBusinessHours', { calendarId: 'c-1' }, 'calendar "c-1"', only(true), allBut(true)],
  ])('knows of an instant when in the week it is: %s %j', (op, value, side, holds, fails) => {
    expect(cellsOf('instant', op, value)).toEqual({
      about: 'fact',
      holds: [cellOf(side, holds)],
      fails: [cellOf(side, fails, true)],
    });
  });

  it('holds on all days of the week whenever there is a value', () => {
    const said = cellsOf('instant', 'isWeekday', { days: [1, 2, 3, 4, 5, 6, 7] });
    expect(said?.holds).toEqual([cellOf('week ', week([0, 7 * DAY]))]);
    expect(said?.fails).toEqual([MISSING]);
  });

  it('knows whether there is a value', () => {
    expect(cellsOf('text', 'isEmpty')).toEqual({ about: 'fact', holds: [MISSING], fails: [THERE] });
  });

  it.each<readonly [Comparison['op'], unknown, readonly Cell[], readonly Cell[]]>([
    ['changed', undefined, [THERE], [MISSING]],
    ['changedFrom', 'Low', [cellOf('from', only('low'))], [cellOf('from', allBut('low'), true)]],
    ['changedTo', 'High', [cellOf('to', only('high'))], [cellOf('to', allBut('high'), true)]],
    ['changedTo', 3, [cellOf('to', only('#3'))], [cellOf('to', allBut('#3'), true)]],
  ])('knows of a change: %s %j', (op, value, holds, fails) => {
    expect(cellsOf('option', op, value)).toEqual({ about: 'change', holds, fails });
  });

  it.each<readonly [unknown, string | boolean | null]>([
    ['High', 'high'],
    [true, true],
    [3, '#3'],
    [1e300, '#1e+300'],
    ['1970-01-01T00:00:01Z', '#1000'],
    [null, null],
    [['a'], null],
  ])('says of a changed value %j that it is %j', (value, key) => {
    expect(changeKey(value)).toBe(key);
  });

  it.each<readonly [FactType, Comparison['op'], unknown]>([
    ['option', 'contains', 'a'],
    ['option', 'is', 3],
    ['option', 'is', ['a']],
    ['option', 'isOneOf', ['a', 3]],
    ['option', 'changedTo', null],
    ['set', 'is', ['a']],
    ['set', 'containsAnyOf', 'a'],
    ['set', 'containsAnyOf', []],
    ['set', 'containsAllOf', ['a', '']],
    ['set', 'containsNoneOf', ['a', 3]],
    ['text', 'is', ''],
    ['text', 'is', 3],
    ['text', 'atLeast', 'a'],
    ['text', 'containsAnyOf', []],
    ['text', 'containsAnyOf', 'a'],
    ['number', 'is', 'a'],
    ['number', 'is', null],
    ['number', 'contains', 3],
    ['number', 'between', 3],
    ['number', 'between', null],
    ['number', 'between', undefined],
    ['number', 'between', { from: 1 }],
    ['number', 'between', { to: 1 }],
    ['number', 'between', { from: 'a', to: 1 }],
    ['number', 'between', { from: 1, to: 'a' }],
    ['instant', 'before', 'soon'],
    ['instant', 'contains', { calendarId: 'c-1' }],
    ['instant', 'isWeekday', { days: [8] }],
    ['instant', 'isWeekday', { from: '09:00', to: '17:00' }],
    ['instant', 'timeOfDayBetween', { from: '09:00', to: '09:00' }],
    ['instant', 'timeOfDayBetween', { days: [1] }],
    ['instant', 'inBusinessHours', { intervals: [] }],
    ['instant', 'inBusinessHours', { days: [1] }],
  ])('says nothing on a fact of type %s that it %s %j', (type, op, value) => {
    expect(cellsOf(type, op, value)).toBeNull();
  });
});
