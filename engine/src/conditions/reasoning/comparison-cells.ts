import type { FactDefinition } from '../../facts/fact-catalogue.ts';
import { foldedWords, foldText } from '../../facts/fold-text.ts';
import { instantMs } from '../../facts/instant.ts';
import { minutesOfClock } from '../../facts/zoned-time.ts';
import { calendarReference, calendarValue, clockValue, weekdaysValue } from '../comparison-value.ts';
import type { Comparison } from '../condition.ts';
import { type Cell, cellOf, MISSING, THERE } from './cell.ts';
import { FROM, FROM_NOW, TO, VALUE } from './domain.ts';
import { elementsRegion, type Region, valuesRegion } from './region.ts';
import { complementSpans, type Spans, span, unionSpans } from './spans.ts';
import { ANY_TEXT, type TextMark } from './text-region.ts';

/** What a comparison says, as alternatives: of the fact itself, or of its change. */
export interface ComparisonCells {
  readonly about: 'fact' | 'change';
  readonly holds: readonly Cell[];
  readonly fails: readonly Cell[];
}

/** Sides of which one must fit for the comparison to hold, and those of which one must fit for it to fail. */
interface Sides {
  readonly side: string;
  readonly holds: readonly Region[];
  readonly fails: readonly Region[];
}

const MINUTES_OF_DAY = 24 * 60;
const WEEK: Spans = [span(0, 7 * MINUTES_OF_DAY, false, true)];

/**
 * What it means that a comparison on a fact of this type holds, and that it fails, the missing value included. Null for
 * values that do not fit the operator. Exact, save that patterns and clocks of different places are not compared.
 */
export function comparisonCells({ op, value }: Comparison, definition: FactDefinition): ComparisonCells | null {
  switch (op) {
    case 'isEmpty':
      return { about: 'fact', holds: [MISSING], fails: [THERE] };
    case 'changed':
      return { about: 'change', holds: [THERE], fails: [MISSING] };
    case 'changedFrom':
    case 'changedTo':
      return changeCells(value, op === 'changedFrom' ? FROM : TO);
    default: {
      const sides = sidesOf(op, value, definition);
      if (!sides) return null;
      const { side } = sides;
      const there = sides.holds.map((region) => cellOf(side, region));
      const not = [
        ...sides.fails.map((region) => cellOf(side, region, true)),
        ...(sides.fails.length ? [] : [MISSING]),
      ];
      return isNegative(op) ? { about: 'fact', holds: not, fails: there } : { about: 'fact', holds: there, fails: not };
    }
  }
}

/** How a value stands in a side of a change. */
export function changeKey(value: unknown): string | boolean | null {
  if (typeof value === 'boolean') return value;
  const atMs = instantMs(value);
  if (typeof value === 'number' || atMs !== null) return `#${typeof value === 'number' ? value : atMs}`;
  return typeof value === 'string' ? foldText(value) : null;
}

function changeCells(value: unknown, side: string): ComparisonCells | null {
  const key = changeKey(value);
  if (key === null) return null;
  return {
    about: 'change',
    holds: [cellOf(side, valuesRegion([key]))],
    fails: [cellOf(side, valuesRegion([key], true), true)],
  };
}

function isNegative(op: Comparison['op']): boolean {
  return op === 'isNot' || op === 'isNoneOf' || op === 'containsNoneOf' || op === 'notBetween';
}

/** Of a negative operator: the sides of the one it negates. */
function sidesOf(op: Comparison['op'], value: unknown, { type }: FactDefinition): Sides | null {
  switch (type) {
    case 'text':
      return textSides(op, value);
    case 'set':
      return elementSides(op, value);
    case 'number':
    case 'duration':
      return numberSides(op, value);
    case 'instant':
      return numberSides(op, value) ?? clockSides(op, value);
    case 'boolean':
    case 'option':
    case 'reference':
      return valueSides(op, value);
  }
}

function valueSides(op: Comparison['op'], value: unknown): Sides | null {
  const isList = op === 'isOneOf' || op === 'isNoneOf';
  if (!isList && op !== 'is' && op !== 'isNot') return null;
  const listed: readonly unknown[] = isList && Array.isArray(value) ? value : [value];
  const values = listed.map((item) => (typeof item === 'string' ? foldText(item) : item));
  if (!values.every((item) => typeof item === 'string' || typeof item === 'boolean')) return null;
  return { side: VALUE, holds: [valuesRegion(values)], fails: [valuesRegion(values, true)] };
}

function elementSides(op: Comparison['op'], value: unknown): Sides | null {
  const parts = foldedList(value);
  if (!parts) return null;
  if (op === 'containsAnyOf' || op === 'containsNoneOf') {
    return {
      side: VALUE,
      holds: present([elementsRegion([], [], [parts])]),
      fails: present([elementsRegion([], parts)]),
    };
  }
  if (op !== 'containsAllOf') return null;
  return {
    side: VALUE,
    holds: present([elementsRegion(parts, [])]),
    fails: present(parts.map((part) => elementsRegion([], [part]))),
  };
}

function textSides(op: Comparison['op'], value: unknown): Sides | null {
  if (op === 'containsAnyOf') {
    const parts = foldedList(value);
    return parts && anyMark(parts.map((part) => ({ op: 'contains', part })));
  }
  if (typeof value !== 'string' || value === '') return null;
  const part = foldText(value);
  switch (op) {
    case 'is':
    case 'isNot':
      return {
        side: VALUE,
        holds: [{ ...ANY_TEXT, oneOf: [part] }],
        fails: [{ ...ANY_TEXT, noneOf: [part] }],
      };
    case 'containsAllWords': {
      const marks = foldedWords(value).map((word): TextMark => ({ op: 'hasWord', part: word }));
      return {
        side: VALUE,
        holds: [{ ...ANY_TEXT, has: marks }],
        fails: marks.map((mark) => ({ ...ANY_TEXT, lacks: [mark] })),
      };
    }
    case 'matches':
      return anyMark([{ op, part: value }]);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return anyMark([{ op, part }]);
    default:
      return null;
  }
}

function anyMark(marks: readonly TextMark[]): Sides {
  return {
    side: VALUE,
    holds: marks.map((mark) => ({ ...ANY_TEXT, has: [mark] })),
    fails: [{ ...ANY_TEXT, lacks: marks }],
  };
}

function numberSides(op: Comparison['op'], value: unknown): Sides | null {
  if (op === 'between' || op === 'notBetween') {
    if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null;
    const from = bound(value.from);
    const to = bound(value.to);
    return from === null || to === null ? null : spanSides(VALUE, from > to ? [] : [span(from, to)]);
  }
  const at = bound(value);
  if (at === null) return null;
  switch (op) {
    case 'is':
    case 'isNot':
      return spanSides(VALUE, [span(at, at)]);
    case 'lessThan':
    case 'before':
      return spanSides(VALUE, [span(Number.NEGATIVE_INFINITY, at, false, true)]);
    case 'atMost':
      return spanSides(VALUE, [span(Number.NEGATIVE_INFINITY, at)]);
    case 'moreThan':
    case 'after':
      return spanSides(VALUE, [span(at, Number.POSITIVE_INFINITY, true)]);
    case 'atLeast':
      return spanSides(VALUE, [span(at, Number.POSITIVE_INFINITY)]);
    case 'withinLast':
      return spanSides(FROM_NOW, [span(-at, 0)]);
    default:
      return null;
  }
}

/** Times of the week in one place, as minutes since Monday midnight. */
function clockSides(op: Comparison['op'], value: unknown): Sides | null {
  if (op === 'isWeekday') {
    const parsed = weekdaysValue.safeParse(value);
    if (!parsed.success) return null;
    return weekSides(
      parsed.data.timeZone,
      parsed.data.days.map((day) => minutes(day, 0, MINUTES_OF_DAY)),
    );
  }
  if (op === 'timeOfDayBetween') {
    const parsed = clockValue.safeParse(value);
    if (!parsed.success) return null;
    const from = minutesOfClock(parsed.data.from) ?? 0;
    const to = minutesOfClock(parsed.data.to) ?? 0;
    const days = [1, 2, 3, 4, 5, 6, 7];
    const open =
      from < to
        ? days.map((day) => minutes(day, from, to))
        : days.flatMap((day) => [minutes(day, from, MINUTES_OF_DAY), minutes(day, 0, to)]);
    return weekSides(
      parsed.data.timeZone,
      open.filter(({ from: start, to: end }) => start < end),
    );
  }
  if (op !== 'inBusinessHours') return null;
  const named = calendarReference.safeParse(value);
  if (named.success) {
    const side = `calendar ${JSON.stringify(named.data.calendarId)}`;
    return { side, holds: [valuesRegion([true])], fails: [valuesRegion([true], true)] };
  }
  const parsed = calendarValue.safeParse(value);
  if (!parsed.success) return null;
  const open = parsed.data.intervals.map(({ weekday, from, to }) =>
    minutes(weekday, minutesOfClock(from) ?? 0, minutesOfClock(to) ?? 0),
  );
  return weekSides(parsed.data.timeZone, open);
}

function minutes(weekday: number, from: number, to: number) {
  const midnight = (weekday - 1) * MINUTES_OF_DAY;
  return span(midnight + from, midnight + to, false, true);
}

function weekSides(timeZone: string | undefined, open: Spans): Sides {
  return spanSides(`week ${timeZone ?? ''}`, unionSpans(open, []), WEEK);
}

function spanSides(side: string, spans: Spans, within?: Spans): Sides {
  const rest = complementSpans(spans, within);
  const regions = (held: Spans): readonly Region[] => (held.length === 0 ? [] : [{ type: 'spans', spans: held }]);
  return { side, holds: regions(spans), fails: regions(rest) };
}

function bound(value: unknown): number | null {
  return typeof value === 'number' ? value : instantMs(value);
}

function foldedList(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const parts = value.filter((part): part is string => typeof part === 'string' && part !== '').map(foldText);
  return parts.length === value.length ? parts : null;
}

function present(regions: readonly (Region | null)[]): readonly Region[] {
  return regions.filter((region) => region !== null);
}
