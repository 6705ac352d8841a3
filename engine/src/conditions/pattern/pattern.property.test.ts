import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import { compilePatternOrThrow } from '../compile-pattern.ts';

const OPTIONS = { seed: PROPERTY_SEED, numRuns: propertyRuns(4_000) };

/** Whether RE2 finds it; null where RE2 refuses the pattern. */
function byRe2(pattern: string, text: string): boolean | null {
  try {
    return RE2JS.compile(pattern.normalize('NFKC'), RE2JS.CASE_INSENSITIVE).matcher(text.normalize('NFKC')).find();
  } catch {
    return null;
  }
}

function byOurs(pattern: string, text: string): boolean | null {
  try {
    return compilePatternOrThrow(pattern)(text);
  } catch {
    return null;
  }
}

const ATOMS = [
  ...['a', 'b', 'K', 's', 'é', 'ß', 'Σ', '1', '_', ' ', '-', '.', '\\.', '^', '$', '\\b', '\\B', '\\A', '\\z'],
  ...['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\pL', '\\p{Lu}', '\\P{Lu}', '\\p{Greek}', '\\p{^Greek}', '\\pN'],
  ...['[ab]', '[^ab]', '[a-k]', '[^\\w]', '[[:alpha:]1]', '[[:^digit:]]', '[]a]', '[a-]', '[\\d\\pL]', '[^\\P{Lu}]'],
  ...['\\x41', '\\x{3c3}', '\\n', '\\Qa.b\\E', '(?i)', '(?-i)', '(?s)', '(?m)', '\\x{1F600}', '😀', '{', '}', ']'],
  ...['[', '(', ')', '\\', '\\1', '(?=a)', '[b-a]', '[a-\\d]', '\\p{Nope}', '\\Z', '[[:nope:]]', '\\7', '\\07', '\\y'],
];
const REPEATS = ['', '', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{,2}', '**', '{3,1}', '{1001}'];

const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...ATOMS),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?i:', '(?-i:', '(?P<n>'), tie('pattern'))
      .map(([open, inner]) => `${open}${inner})`),
  ),
  pattern: fc
    .array(fc.tuple(tie('item'), fc.constantFrom(...REPEATS), fc.constantFrom('', '', '', '|')), { maxLength: 5 })
    .map((items) => items.map((parts) => parts.join('')).join('')),
})).pattern;

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'A',
      'k',
      'K',
      'ſ',
      's',
      'É',
      'é',
      'ß',
      'ẞ',
      'σ',
      'ς',
      'Σ',
      '1',
      '_',
      ' ',
      '\n',
      '.',
      '-',
      '😀',
      'λ',
      'ﬁ',
    ),
    {
      maxLength: 8,
    },
  )
  .map((characters) => characters.join(''));

describe('patterns', () => {
  it('are found where RE2 finds them, and refused where RE2 refuses them', { timeout: 60_000 }, () => {
    let found = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 4 }), (source, texts) => {
        for (const seen of texts) {
          const expected = byRe2(source, seen);
          if (expected) found += 1;
          expect(byOurs(source, seen), JSON.stringify({ source, seen })).toBe(expected);
        }
      }),
      OPTIONS,
    );
    expect(found).toBeGreaterThan(OPTIONS.numRuns / 8);
  });

  it('take time linear in the text', () => {
    const finds = compilePatternOrThrow('(a*)*(a|a)*b');
    expect(finds('a'.repeat(20_000))).toBe(false);
  });
});
