import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { compilePatternOrThrow } from '../compile-pattern.ts';

/** A pattern, texts it is found in and texts it is not; RE2 is asked as well. */
const FOUND: readonly (readonly [pattern: string, inThese: readonly string[], notInThese: readonly string[]])[] = [
  ['', ['', 'a'], []],
  ['abc', ['abc', 'xABCx'], ['ab', 'acb']],
  ['a|bc|', ['a', 'bc', ''], []],
  ['^(a|bc)$', ['a', 'BC'], ['abc', 'b', '']],
  ['^ab', ['abc'], ['cab', 'c\nab']],
  ['(?m)^ab$', ['c\nab', 'ab\nc'], ['cab', 'abc']],
  ['(?m:^ab)x', ['abx', '\nabx'], ['cabx']],
  ['(?m:a)\\n^b', [], ['a\nb']],
  ['ab$', ['cab'], ['abc', 'ab\nc']],
  ['\\Aab\\z', ['ab'], ['ab\n', ' ab']],
  ['(?m)\\Ab\\z', ['b'], ['a\nb', 'b\na']],
  ['^a.c$', ['abc', 'a😀c'], ['ac', 'a\nc', 'abbc']],
  ['(?s)^a.c$', ['abc', 'a\nc'], ['ac']],
  ['(?s-s)^a.c$', ['abc'], ['a\nc']],
  ['(?-i)ab', ['ab'], ['AB', 'aB']],
  ['(?-i:a)b', ['ab', 'aB'], ['Ab']],
  ['((?-i)a)b', ['aB'], ['AB']],
  ['a(?i)*b', ['b', 'aab'], ['a']],
  ['(?U)a+', ['a'], ['b']],
  ['^a*$', ['', 'aaa'], ['ab']],
  ['^a+$', ['a', 'aaa'], ['']],
  ['^a?b$', ['b', 'ab'], ['aab']],
  ['^a*?b+?c??$', ['b', 'abbc'], ['a']],
  ['^a{2}$', ['aa'], ['a', 'aaa']],
  ['^a{2,}$', ['aa', 'aaaa'], ['a']],
  ['^a{1,3}$', ['a', 'aa', 'aaa'], ['', 'aaaa']],
  ['^(ab){0,2}$', ['', 'ab', 'abab'], ['aba', 'ababab']],
  ['^a{0}$', [''], ['a']],
  ['^a{,2}$', ['a{,2}'], ['aa']],
  ['^{}$', ['{}'], ['']],
  ['\\bab\\b', ['ab', 'x ab.'], ['abc', 'cab', '1ab', 'ab_']],
  ['a\\Bb', ['ab'], ['a b']],
  ['\\Bb', ['ab'], ['b', ' b']],
  ['^\\Qa.b*\\E$', ['a.b*'], ['axb']],
  ['^\\Qab\\E+$', ['ab', 'abb'], ['abab']],
  ['^\\Q\\Ea$', ['a'], ['']],
  ['^\\Qa|b', ['a|b'], ['a']],
  ['^[abc]+$', ['cab', 'B'], ['d', '']],
  ['^[^abc]+$', ['d1\n'], ['a', 'C', '']],
  ['^[a-c-]+$', ['b-c'], ['d']],
  ['^[]a]+$', ['a]'], ['b']],
  ['^[^]a]+$', ['b'], [']', 'a']],
  ['^[\\]\\-\\\\]+$', [']-\\'], ['a']],
  ['^[+--]+$', ['+,-'], ['.']],
  ['^\\d+$', ['0189'], ['a', '٣']],
  ['^\\D$', ['a', '٣'], ['1']],
  ['^\\w+$', ['aZ0_'], ['é', '-']],
  ['^\\W$', ['-', 'é'], ['a']],
  ['^\\s+$', [' \t\n\r\f'], ['\v', 'a']],
  ['^\\S$', ['a', '\v'], [' ']],
  ['^[\\d_]+$', ['1_'], ['a']],
  ['^[^\\d\\s]+$', ['a'], ['1', ' ']],
  ['^[[:alpha:]1]+$', ['aZ1'], ['2']],
  ['^[[:^digit:]]+$', ['a-'], ['1']],
  ['^[[:alnum:]]+$', ['aZ1'], ['_']],
  ['^[[:punct:]]+$', ['!/:@[`{~'], ['a', ' ', '1']],
  ['^[[:space:]]+$', [' \t\n\v\f\r'], ['a']],
  ['^[[:blank:]]+$', ['\t '], ['\n']],
  ['^[[:cntrl:]]+$', ['\u0000\u001f\u007f'], [' ']],
  ['^[[:graph:]]+$', ['!~'], [' ']],
  ['^[[:print:]]+$', [' ~'], ['\n']],
  ['^[[:ascii:]]+$', ['a\u007f'], ['é']],
  ['^[[:word:]]+$', ['a_1'], ['-']],
  ['^[[:xdigit:]]+$', ['09afAF'], ['g']],
  ['(?-i)^[[:upper:]][[:lower:]]$', ['Ab'], ['ab', 'AB']],
  ['^\\pL+$', ['aéλ'], ['1']],
  ['^\\PL$', ['1'], ['a']],
  ['^\\p{Nd}$', ['1', '٣'], ['a']],
  ['^\\p{^L}$', ['1'], ['a']],
  ['^\\P{^L}$', ['a'], ['1']],
  ['^\\p{Greek}+$', ['λσ'], ['a']],
  ['^\\p{Any}$', ['a', '😀', '\n'], ['']],
  ['^\\x41\\x{1F600}\\x{3c3}$', ['a😀σ'], ['b']],
  ['^\\101\\07\\0$', ['A\u0007\u0000'], ['A']],
  ['^\\a\\f\\t\\n\\r\\v$', ['\u0007\f\t\n\r\v'], ['aftnrv']],
  ['^\\.\\*\\~\\!\\@\\[\\`$', ['.*~!@[`'], ['a']],
  ['^(?P<one>a)(?<two>b)$', ['ab'], ['a']],
  ['a😀{2}', ['a😀😀'], ['a😀']],
];

/** What is refused, with what is said about it. */
const REFUSED: readonly (readonly [pattern: string, says: string])[] = [
  [')', 'unexpected )'],
  ['(a', 'a group is not closed'],
  ['*', 'nothing to repeat'],
  ['a|+', 'nothing to repeat'],
  ['a**', 'a repetition is repeated'],
  ['a{2}{3}', 'a repetition is repeated'],
  ['a{3,1}', 'a repetition has a wrong number of times'],
  ['a{1001}', 'a repetition has a wrong number of times'],
  ['a{1,1001}', 'a repetition has a wrong number of times'],
  ['[a', 'a class is not closed'],
  ['[]', 'a class is not closed'],
  ['[b-a]', 'a range is the wrong way round'],
  ['[a-\\d]', 'unknown escape'],
  ['[[:nope:]]', 'unknown class of characters'],
  ['\\p{Nope}', 'unknown class of Unicode'],
  ['\\y', 'unknown escape'],
  ['\\1', 'unknown escape'],
  ['\\', 'unknown escape'],
  ['[a-', 'the pattern ends too early'],
  ['\\x{110000}', 'there is no such character'],
  ['(?=a)', 'unknown kind of group'],
  ['(?<=a)', 'unknown kind of group'],
  ['(?)', 'unknown kind of group'],
  ['(?P<n>a)(?P<n>b)', 'two groups have one name'],
  ['(((a{100}){100}){100})', 'the pattern repeats too much'],
];

function byRe2(pattern: string, text: string): boolean {
  return RE2JS.compile(pattern.normalize('NFKC'), RE2JS.CASE_INSENSITIVE).matcher(text.normalize('NFKC')).find();
}

describe('a pattern', () => {
  it.each(FOUND)('%s is found in %j and not in %j', (pattern, inThese, notInThese) => {
    const finds = compilePatternOrThrow(pattern);
    const split = (isFound: (text: string) => boolean) => {
      const texts = [...inThese, ...notInThese];
      return [texts.filter(isFound), texts.filter((text) => !isFound(text))];
    };
    expect(split(finds)).toEqual([inThese, notInThese]);
    expect(split((text) => byRe2(pattern, text))).toEqual([inThese, notInThese]);
  });

  it.each(REFUSED)('%s is refused: %s', (pattern, says) => {
    expect(() => compilePatternOrThrow(pattern)).toThrow(says);
  });

  it('may nest groups as deep as RE2 lets it', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(compilePatternOrThrow(nested(250))('a')).toBe(true);
    expect(() => compilePatternOrThrow(nested(251))).toThrow('groups are nested too deep');
    expect(compilePatternOrThrow('(?i)(a)'.repeat(300))('a'.repeat(300))).toBe(true);
  });
});
