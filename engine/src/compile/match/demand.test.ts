import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../conditions/compile-condition.ts';
import { OPERATORS } from '../../conditions/operators.ts';
import type { TicketEvent } from '../../facts/event.ts';
import type { FactValue } from '../../facts/fact-value.ts';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import { demandOf } from './demand.ts';
import { demandText, readingOf } from './demand-text.test-support.ts';
import type { LiteralReading } from './literal-reading.ts';
import { readDimension } from './read-dimension.ts';
import { accepts } from './rows.test-support.ts';

const NOON = '2026-03-02T12:00Z';
const NOW_MS = Date.parse(NOON);

const GIVEN: readonly unknown[] = [
  ...[undefined, null, true, false, '', 'low', 'Re', 'ﬁn', NOON, 0, 3, 60_000, NOW_MS, Number.NaN],
  ...[[], ['low'], ['Low', 'x'], ['re', 3, ''], [true, NOON], [{}], {}],
  ...[{ from: 0, to: 3 }, { from: 3, to: 0 }, { from: NOON, to: NOON }, { days: [1] }, { from: '09:00', to: '12:30' }],
];

const SEEN: readonly (FactValue | null)[] = [
  ...[null, true, false, '', 'LOW', 'refin', 'x', NOON, 'low low', 'Fin low re'],
  ...[-1, 0, 1, 3, 4, NOW_MS - 60_001, NOW_MS - 60_000, NOW_MS - 1, NOW_MS, NOW_MS + 1],
  ...[['low'], ['x', 'LOW'], ['re', 'x'], ['other']],
];

const OPS = [...new Set(Object.values(OPERATORS).flatMap((own) => own.map(({ op }) => op)))];
const readings: readonly LiteralReading[] = OPS.flatMap((op) =>
  GIVEN.flatMap((value) => [readingOf(op, value), readingOf(op, value, true)]),
);

/** For which of the values seen a demand and what is open of it say other than the conditions themselves. */
function mistaken(asked: readonly LiteralReading[]): readonly string[] {
  const { demand, open } = demandOf(asked);
  return SEEN.flatMap((seen, index) => {
    const change = { from: seen, to: SEEN[(index + 5) % SEEN.length] ?? null };
    const changes = index % 3 === 0 ? undefined : { f: change };
    const event: TicketEvent = {
      type: 'ticketUpdated',
      ticketId: 'k',
      actor: { kind: 'agent' },
      ...(changes && { changes }),
    };
    const input = { facts: { f: seen }, changes, nowMs: NOW_MS, timeZone: 'UTC' };
    const isTrue = ({ literal: { comparison, isNegated } }: LiteralReading) =>
      evaluateCondition(comparison, input).holds !== isNegated;
    const value = asked[0] ? readDimension(asked[0].dimension, event, input.facts, NOW_MS) : null;
    const isFound = accepts(demand, value) && open.every(isTrue);
    if (isFound === asked.every(isTrue)) return [];
    return [`${JSON.stringify(seen)}: ${asked.map(({ literal }) => JSON.stringify(literal)).join()}`];
  });
}

describe('demandOf', () => {
  it('accepts what holds, and of what it accepts only what is open can fail', () => {
    expect(readings.flatMap((reading) => mistaken([reading]))).toEqual([]);
  });

  it('does so for literals that must hold together', () => {
    const ofDimension = new Map<string, LiteralReading[]>();
    for (const reading of readings) {
      const own = ofDimension.get(reading.dimension.source) ?? [];
      ofDimension.set(reading.dimension.source, [...own, reading]);
    }
    const several = fc.constantFrom(...ofDimension.values()).chain((own) => fc.array(fc.constantFrom(...own)));
    fc.assert(
      fc.property(several, (asked) => {
        expect(mistaken(asked)).toEqual([]);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });

  it('accepts all where nothing is asked', () => {
    expect(demandText()).toBe('+++ | + | + | +');
  });

  it('cuts numbers at the thresholds of all, and tells what lies between', () => {
    expect(demandText(readingOf('atLeast', 4), readingOf('lessThan', 9), readingOf('isNot', 6))).toBe(
      '--- | - 4+ + 6- + 9- - | - | -',
    );
    expect(demandText(readingOf('isOneOf', [4, 1, 1]))).toBe('--- | - 1+ - 4+ - | - | -');
    expect(demandText(readingOf('isOneOf', [-10, -1]))).toBe('--- | - -10+ - -1+ - | - | -');
    const { MAX_VALUE, NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;
    expect(demandText(readingOf('isOneOf', [NEGATIVE_INFINITY, 1]))).toMatch(/^--- \| . -Infinity\+ - 1\+ - \|/);
    expect(demandText(readingOf('isOneOf', [1, POSITIVE_INFINITY]))).toMatch(/^--- \| - 1\+ - Infinity\+ . \|/);
    expect(demandText(readingOf('isOneOf', [-MAX_VALUE, MAX_VALUE]))).toBe(
      `--- | - ${-MAX_VALUE}+ - ${MAX_VALUE}+ - | - | -`,
    );
  });

  it('names each text once, and takes none of them for the other texts', () => {
    expect(demandText(readingOf('isOneOf', ['a', 'b']), readingOf('isOneOf', ['B', 'c']))).toBe(
      '--- | - | - not b | -',
    );
    expect(demandText(readingOf('isNot', 'a'), readingOf('isNoneOf', ['b', 'A']))).toBe('+++ | + | + not a,b | +');
    expect(demandText(readingOf('isOneOf', ['\uE000', '\uE000\uE000']))).toBe(
      '--- | - | - not \uE000,\uE000\uE000 | -',
    );
  });

  it('looks for one thing beside any number of bans, and leaves other things open', () => {
    const none = readingOf('containsNoneOf', ['x', 'y']);
    expect(demandText(none, readingOf('contains', 'fun'), readingOf('startsWith', 'no', true))).toBe(
      '--- | - | + if *fun unless *x,*y,^no | + if fun unless x,y',
    );
    expect(demandText(readingOf('startsWith', 're'), readingOf('endsWith', 'd'), none)).toBe(
      '--- | - | + if ^re unless *x,*y | - unless x,y ? endsWith',
    );
    expect(demandText(readingOf('containsAnyOf', ['a']), readingOf('containsAllOf', ['b']))).toBe(
      '--- | - | - not b | + if a ? containsAnyOf,containsAllOf',
    );
  });

  it('looks for nothing where only named texts are accepted', () => {
    expect(demandText(readingOf('is', 'refund'), readingOf('startsWith', 're'))).toBe(
      '--- | - | - not refund | - ? startsWith',
    );
    expect(demandText(readingOf('is', 'refund'), readingOf('contains', 'x', true))).toBe(
      '--- | - | - not refund unless *x | - unless x',
    );
  });

  it('leaves open what only the clock decides, and decides the rest', () => {
    expect(demandText(readingOf('timeOfDayBetween', { from: '09:00', to: '10:00' }), readingOf('after', 5))).toBe(
      '--- | - 5- + | - | - ? timeOfDayBetween',
    );
    expect(demandText(readingOf('is', {}), readingOf('isNot', true), readingOf('isNot', 'a'))).toBe(
      '--+ | + | + not a | + ? is',
    );
  });
});
