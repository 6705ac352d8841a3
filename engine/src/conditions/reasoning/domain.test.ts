import { describe, expect, it } from 'vitest';
import type { FactDefinition } from '../../facts/fact-catalogue.ts';
import { ANYTHING, cellOf, THERE } from './cell.ts';
import { domainOfChange, domainOfFact } from './domain.ts';
import { type Region, valuesRegion } from './region.ts';
import { type Span, span } from './spans.ts';

function fact(definition: Partial<FactDefinition>): FactDefinition {
  return { fact: 'f', type: 'number', label: { en: '', id: '' }, group: 'ticket', ...definition };
}

function spans(...held: readonly Span[]): Region {
  return { type: 'spans', spans: held };
}

const options = ['Low', 'high'].map((value) => ({ value, label: { en: '', id: '' } }));
const LOW_OR_HIGH = valuesRegion(['low', 'high']);

describe('everything a fact may be', () => {
  it('is the options of a closed fact, folded', () => {
    const closed = fact({ type: 'option', options });
    expect(domainOfFact(closed)).toEqual(cellOf('value', LOW_OR_HIGH, true));
    expect(domainOfFact({ ...closed, isAlwaysKnown: true })).toEqual(cellOf('value', LOW_OR_HIGH));
  });

  it('is yes or no of a boolean', () => {
    expect(domainOfFact(fact({ type: 'boolean' }))).toEqual(cellOf('value', valuesRegion([true, false]), true));
  });

  it.each<readonly [string, Partial<FactDefinition>]>([
    ['an open option', { type: 'option', options, isOpen: true }],
    ['an option without options', { type: 'option', options: [] }],
    ['an option nothing is offered for', { type: 'option' }],
    ['a reference, whose ids may be gone', { type: 'reference', options }],
    ['a set', { type: 'set', options }],
    ['a number without a range', {}],
  ])('is anything for %s', (_, definition) => {
    expect(domainOfFact(fact(definition))).toEqual(ANYTHING);
    expect(domainOfFact(fact({ ...definition, isAlwaysKnown: true }))).toEqual(THERE);
    expect(domainOfChange(fact(definition))).toEqual(ANYTHING);
  });

  it('is whole numbers of a range that people set, and all between where it is measured or long', () => {
    const range = { least: 1, most: 3 };
    const whole = spans(span(1, 1), span(2, 2), span(3, 3));
    expect(domainOfFact(fact({ range, isSettable: true }))).toEqual(cellOf('value', whole, true));
    expect(domainOfFact(fact({ range }))).toEqual(cellOf('value', spans(span(1, 3)), true));
    expect(domainOfFact(fact({ range, isAlwaysKnown: true }))).toEqual(cellOf('value', spans(span(1, 3))));
    const long = domainOfFact(fact({ range: { least: 1, most: 22 }, isSettable: true }));
    expect(long).toEqual(cellOf('value', spans(span(1, 22)), true));
    const longest = domainOfFact(fact({ range: { least: 1, most: 21 }, isSettable: true }));
    expect(longest).toEqual(
      cellOf('value', spans(...Array.from({ length: 21 }, (_, index) => span(index + 1, index + 1))), true),
    );
  });

  it('is no distance from now for the current time', () => {
    expect(domainOfFact(fact({ fact: 'time.now', type: 'instant', isAlwaysKnown: true }))).toEqual(
      cellOf('fromNow', spans(span(0, 0))),
    );
  });

  it('is for a change of a closed fact its options or none on both sides, or no change', () => {
    const side = valuesRegion(['low', 'high', '']);
    expect(domainOfChange(fact({ type: 'option', options }))).toEqual({
      mayBeMissing: true,
      present: new Map([
        ['from', side],
        ['to', side],
      ]),
    });
  });
});
