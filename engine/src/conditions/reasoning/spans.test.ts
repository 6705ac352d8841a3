import { describe, expect, it } from 'vitest';
import { complementSpans, intersectSpans, type Spans, span, unionSpans } from './spans.ts';

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

function openFrom(from: number, to: number) {
  return span(from, to, true);
}

function openTo(from: number, to: number) {
  return span(from, to, false, true);
}

function open(from: number, to: number) {
  return span(from, to, true, true);
}

describe('stretches of numbers', () => {
  it.each<readonly [string, Spans, Spans, Spans]>([
    ['overlapping', [span(0, 5)], [span(3, 8)], [span(3, 5)]],
    ['one inside the other', [span(0, 9)], [open(3, 4)], [open(3, 4)]],
    ['apart', [span(0, 1)], [span(2, 3)], []],
    ['meeting in a number both hold', [span(0, 1)], [span(1, 3)], [span(1, 1)]],
    ['meeting in a number the first leaves out', [openTo(0, 1)], [span(1, 3)], []],
    ['meeting in a number the second leaves out', [span(0, 1)], [openFrom(1, 3)], []],
    ['starting alike, one without its start', [span(0, 2)], [openFrom(0, 2)], [openFrom(0, 2)]],
    ['ending alike, one without its end', [openTo(0, 2)], [span(0, 2)], [openTo(0, 2)]],
    ['several on both sides', [span(0, 2), span(4, 6)], [span(1, 5), span(6, 9)], [span(1, 2), span(4, 5), span(6, 6)]],
    [
      'ending alike before another stretch',
      [openTo(0, 2), span(3, 4)],
      [span(0, 2), span(4, 5)],
      [openTo(0, 2), span(4, 4)],
    ],
    ['none on one side', [], [span(0, 1)], []],
  ])('have in common, %s: what both hold, either way round', (_, a, b, common) => {
    expect(intersectSpans(a, b)).toEqual(common);
    expect(intersectSpans(b, a)).toEqual(common);
  });

  it.each<readonly [string, Spans, Spans, Spans]>([
    ['overlapping', [span(0, 5)], [span(3, 8)], [span(0, 8)]],
    ['one inside the other', [span(0, 9)], [span(3, 4)], [span(0, 9)]],
    ['apart', [span(2, 3)], [span(0, 1)], [span(0, 1), span(2, 3)]],
    ['meeting in a number only one leaves out', [openTo(0, 1)], [span(1, 3)], [span(0, 3)]],
    ['meeting in a number only the later leaves out', [span(0, 1)], [openFrom(1, 3)], [span(0, 3)]],
    ['meeting in a number both leave out', [openTo(0, 1)], [openFrom(1, 3)], [openTo(0, 1), openFrom(1, 3)]],
    ['starting alike, one without its start', [openFrom(0, 2)], [span(0, 2)], [span(0, 2)]],
    ['ending alike, one without its end', [openTo(0, 2)], [span(0, 2)], [span(0, 2)]],
    ['with an open start of the wider', [open(0, 2)], [openTo(1, 3)], [open(0, 3)]],
    ['none on one side', [], [span(0, 1)], [span(0, 1)]],
  ])('united, %s, hold what either does', (_, a, b, united) => {
    expect(unionSpans(a, b)).toEqual(united);
    expect(unionSpans(b, a)).toEqual(united);
  });

  it.each<readonly [string, Spans, Spans]>([
    ['nothing', [], [span(NEGATIVE_INFINITY, POSITIVE_INFINITY)]],
    ['one number', [span(3, 3)], [openTo(NEGATIVE_INFINITY, 3), openFrom(3, POSITIVE_INFINITY)]],
    ['an open stretch', [open(3, 4)], [span(NEGATIVE_INFINITY, 3), span(4, POSITIVE_INFINITY)]],
    [
      'two that leave one number between them',
      [openTo(NEGATIVE_INFINITY, 1), openFrom(1, POSITIVE_INFINITY)],
      [span(1, 1)],
    ],
    ['everything from a number on', [span(3, POSITIVE_INFINITY)], [openTo(NEGATIVE_INFINITY, 3)]],
    ['everything', [span(NEGATIVE_INFINITY, POSITIVE_INFINITY)], []],
  ])('leave out of all numbers what %s does not hold', (_, spans, rest) => {
    expect(complementSpans(spans)).toEqual(rest);
  });

  it('leave out nothing beyond the numbers that are asked about', () => {
    expect(complementSpans([span(2, 3)], [openTo(0, 7)])).toEqual([openTo(0, 2), open(3, 7)]);
  });
});
