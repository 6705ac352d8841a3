import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { foldedWords, foldText } from './fold-text.ts';

describe('foldText', () => {
  it('folds a folded text to itself, whatever was folded before', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, (given) => {
        const folded = given.map(foldText);
        expect(folded.map(foldText)).toEqual(folded);
        expect(given.map(foldText)).toEqual(folded);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });

  it('takes no notice of case or compatibility forms in any letter of the first two planes of Unicode', {
    timeout: 60_000,
  }, () => {
    const different: string[] = [];
    for (let point = 0x80; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const letter = String.fromCodePoint(point);
      const folded = foldText(letter);
      const forms = [
        folded,
        letter.toLowerCase(),
        letter.toUpperCase(),
        letter.normalize('NFKC'),
        letter.normalize('NFD'),
      ];
      if (forms.some((form) => foldText(form) !== folded)) different.push(point.toString(16));
    }
    expect(different).toEqual([]);
  });

  it('remembers no long text under the name of another', () => {
    const long = 'Refund '.repeat(20);
    const other = 'Invoice '.repeat(20);
    expect([long, other, long].map(foldText)).toEqual([long, other, long].map((text) => text.toLowerCase()));
  });
});

describe('foldText on letters of their own ways', () => {
  it('takes a final sigma for a sigma, and both ways to write a sharp s for ss', () => {
    expect(foldText('ΟΔΟΣ')).toBe('οδοσ');
    expect(['Straße', 'STRASSE', 'STRAẞE'].map(foldText)).toEqual(['strasse', 'strasse', 'strasse']);
  });
});

describe('foldedWords', () => {
  it('are runs of letters, marks and digits of any script', () => {
    expect(foldedWords('Saya mau REFUND, nomor 12!')).toEqual(['saya', 'mau', 'refund', 'nomor', '12']);
    expect(foldedWords('...')).toEqual([]);
  });
});
