import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import { TextScanner } from './text-scanner.ts';

function scannerOf(texts: readonly string[]): TextScanner {
  return new TextScanner(new Map(texts.map((text, id) => [text, id])));
}

/** What it tells, as `text@end`. */
function told(scanner: TextScanner, texts: readonly string[], text: string): readonly string[] {
  const occurrences: string[] = [];
  scanner.scan(text, { noted: (id, end) => occurrences.push(`${texts[id]}@${end}`) });
  return occurrences;
}

/** Every occurrence of every text, the longer first where several end. */
function expected(texts: readonly string[], text: string): readonly string[] {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  return Array.from({ length: text.length + 1 }, (_, end) =>
    longestFirst.filter((own) => text.slice(0, end).endsWith(own)).map((own) => `${own}@${end}`),
  ).flat();
}

function expectScans(texts: readonly string[], asked: readonly string[]) {
  const scanner = scannerOf(texts);
  for (const text of asked) expect(told(scanner, texts, text), text).toEqual(expected(texts, text));
}

describe('TextScanner', () => {
  it('tells every occurrence, overlapping ones and texts within texts too', () => {
    expectScans(['he', 'she', 'his', 'hers'], ['ushers', 'ahishers', 'shhhe', '', 'x', 'sh', 'hhe hers']);
    expectScans(['aa', 'aaa', 'a'], ['aaaa', 'baab']);
    expectScans(['abc', 'bcd', 'c'], ['abc', 'abcd', 'xbc']);
    expectScans(['abcd', 'bc', 'cx', 'd'], ['abcx', 'abcd', 'bcd', 'abcabcd']);
  });

  it('tells none where it looks for none', () => {
    expectScans([], ['', 'abc']);
  });

  it('goes back over characters of the first page and beyond it alike', () => {
    const texts = ['é', 'éa', 'aĀ', 'ĀĀb', '中文', '文a', '😀', '\u00ff\u0100', '\u0100\u00ff\u0100'];
    expectScans(texts, [
      'éaĀĀb',
      '中文a中',
      '😀a😀',
      '\u0100\u00ff\u0100\u00ff\u0100',
      'aĀ文ab',
      'ĀĀĀb',
      '\ud83d\ude01',
    ]);
  });

  it('finds all texts of few characters in all texts of them', () => {
    const unit = fc.constantFrom('a', 'b', 'ÿ', 'Ā', '中');
    const text = fc.string({ unit, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { maxLength: 14 }),
        fc.array(fc.string({ unit, maxLength: 30 }), { maxLength: 4 }),
        expectScans,
      ),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(400) },
    );
  });

  it('finds texts of more nodes than lie in the plain table', () => {
    let state = PROPERTY_SEED;
    const letter = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(97 + ((state >>> 16) % 26));
    };
    const letters = (length: number) => Array.from({ length }, letter).join('');
    const texts = [...new Set(Array.from({ length: 300 }, (_, seed) => letters(4 + (seed % 9))))];
    const asked = texts.filter((_, index) => index % 7 === 0);
    const joined = asked.map((text, index) => text + asked[(index * 7 + 1) % asked.length]?.slice(1));
    const nodes = new Set(texts.flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)))).size;
    expect(nodes).toBeGreaterThan(2 ** 14 / 27);
    expectScans(texts, [...joined, texts.join(''), 'zzzz']);
  });
});
