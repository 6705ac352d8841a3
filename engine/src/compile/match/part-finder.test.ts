import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../facts/fold-text.ts';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import { PartFinder } from './part-finder.ts';

const PLACES = ['anywhere', 'start', 'end'] as const;

/** The numbers it tells, ascending; none twice. */
function foundBy(finder: PartFinder, text: string): readonly number[] {
  finder.find(text);
  return [...finder.found.subarray(0, finder.count)].sort((a, b) => a - b);
}

describe('PartFinder', () => {
  it('finds a part anywhere, at the start and at the end', () => {
    const texts = ['fund', 're', 'refund', 'und'];
    const parts = texts.flatMap((text) => PLACES.map((place) => ({ text, place })));
    const finder = new PartFinder(parts);
    expect(new Set(parts.map((part) => finder.idOf(part))).size).toBe(12);
    const said = (text: string) => {
      const ids = foundBy(finder, text);
      return parts.filter((part) => ids.includes(finder.idOf(part))).map((part) => `${part.place} ${part.text}`);
    };
    expect(said('x refund x')).toEqual(['anywhere fund', 'anywhere re', 'anywhere refund', 'anywhere und']);
    expect(said('REFUND')).toEqual([
      ...['anywhere fund', 'end fund', 'anywhere re', 'start re'],
      ...['anywhere refund', 'start refund', 'end refund', 'anywhere und', 'end und'],
    ]);
    expect(said('refunding')).toEqual([
      ...['anywhere fund', 'anywhere re', 'start re', 'anywhere refund', 'start refund', 'anywhere und'],
    ]);
    expect(said('ｕｎｄ re')).toEqual(['anywhere re', 'end re', 'anywhere und', 'start und']);
    expect(said('')).toEqual([]);
    expect(said('nothing')).toEqual([]);
  });

  it('tells of every text what is in it, whatever it was asked before, and nothing twice', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', 'é'), minLength: 1, maxLength: 3 }).map(foldText);
    const part = fc.record({ text: word, place: fc.constantFrom(...PLACES) });
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 's', 'ß', 'é', ' '), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.array(text, { maxLength: 5 }), (parts, asked) => {
        const finder = new PartFinder(parts);
        for (const one of [...asked, ...asked.flatMap((own) => [own, own])]) {
          const folded = foldText(one);
          const isFound = (own: string, place: (typeof PLACES)[number]) =>
            place === 'anywhere'
              ? folded.includes(own)
              : place === 'start'
                ? folded.startsWith(own)
                : folded.endsWith(own);
          const expected = [...new Set(parts.map((own) => own.text))].flatMap((own) =>
            PLACES.filter((place) => isFound(own, place)).map((place) => finder.idOf({ text: own, place })),
          );
          expect(foundBy(finder, one)).toEqual(expected.sort((a, b) => a - b));
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
    );
  });
});
