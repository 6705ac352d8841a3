import { describe, expect, it } from 'vitest';
import { ANY_TEXT, intersectText, isCertainText, isSameText, type TextMark, type TextRegion } from './text-region.ts';

function text(known: Partial<TextRegion>): TextRegion {
  return { ...ANY_TEXT, ...known };
}

function contains(part: string): TextMark {
  return { op: 'contains', part };
}

function starts(part: string): TextMark {
  return { op: 'startsWith', part };
}

function ends(part: string): TextMark {
  return { op: 'endsWith', part };
}

function word(part: string): TextMark {
  return { op: 'hasWord', part };
}

function pattern(part: string): TextMark {
  return { op: 'matches', part };
}

const MANY = Array.from({ length: 30 }, (_, index) => `part${index + 10}`);

describe('texts of which something is known', () => {
  it.each<readonly [string, Partial<TextRegion>, Partial<TextRegion>, Partial<TextRegion> | null]>([
    ['two lists: what both list', { oneOf: ['a', 'b'] }, { oneOf: ['b', 'c'] }, { oneOf: ['b'] }],
    ['lists with nothing in common: none', { oneOf: ['a'] }, { oneOf: ['b'] }, null],
    ['a list and a text it is not', { oneOf: ['a', 'b'] }, { noneOf: ['a'] }, { oneOf: ['b'] }],
    ['a list and a part', { oneOf: ['late', 'x'] }, { has: [contains('ate')] }, { oneOf: ['late'] }],
    ['a list and a beginning', { oneOf: ['late', 'all'] }, { has: [starts('la')] }, { oneOf: ['late'] }],
    ['a list and an end', { oneOf: ['late', 'tea'] }, { has: [ends('te')] }, { oneOf: ['late'] }],
    ['a list and a word', { oneOf: ['late ref', 'lateref'] }, { has: [word('ref')] }, { oneOf: ['late ref'] }],
    ['a list and one of two words', { oneOf: ['a b', 'a'] }, { has: [word('a'), word('b')] }, { oneOf: ['a b'] }],
    ['a list and a part it lacks', { oneOf: ['late', 'x'] }, { lacks: [contains('ate')] }, { oneOf: ['x'] }],
    [
      'a list and two parts it lacks',
      { oneOf: ['a', 'b', 'c'] },
      { lacks: [contains('a'), contains('b')] },
      { oneOf: ['c'] },
    ],
    ['a list and a part that none has: none', { oneOf: ['late'] }, { has: [contains('x')] }, null],
    [
      'a list and a pattern: the pattern stays open',
      { oneOf: ['a', 'b'] },
      { has: [pattern('^a'), contains('a')] },
      { oneOf: ['a'], has: [pattern('^a')] },
    ],
    [
      'a list and a pattern it lacks: it stays open',
      { oneOf: ['a', 'b'] },
      { lacks: [pattern('^a'), contains('a')] },
      { oneOf: ['b'], lacks: [pattern('^a')] },
    ],
    ['a part and a shorter part it lacks: none', { has: [contains('refund')] }, { lacks: [contains('fun')] }, null],
    [
      'a part and a longer part it lacks',
      { has: [contains('fun')] },
      { lacks: [contains('refund')] },
      { has: [contains('fun')], lacks: [contains('refund')] },
    ],
    [
      'a beginning and a part of it that is lacking: none',
      { has: [starts('refund')] },
      { lacks: [contains('fun')] },
      null,
    ],
    ['a word and the part that is lacking: none', { has: [word('refund')] }, { lacks: [contains('refund')] }, null],
    ['a beginning and a shorter one it lacks: none', { has: [starts('refund')] }, { lacks: [starts('ref')] }, null],
    [
      'a beginning and another it lacks',
      { has: [starts('refund')] },
      { lacks: [starts('fund')] },
      { has: [starts('refund')], lacks: [starts('fund')] },
    ],
    ['an end and a shorter one it lacks: none', { has: [ends('refund')] }, { lacks: [ends('fund')] }, null],
    [
      'an end and another it lacks',
      { has: [ends('refund')] },
      { lacks: [ends('ref')] },
      { has: [ends('refund')], lacks: [ends('ref')] },
    ],
    ['a word and the same it lacks: none', { has: [word('late')] }, { lacks: [word('late')] }, null],
    [
      'a word and another it lacks',
      { has: [word('late')] },
      { lacks: [word('ate')] },
      { has: [word('late')], lacks: [word('ate')] },
    ],
    [
      'a part and the word it lacks',
      { has: [contains('late')] },
      { lacks: [word('late')] },
      { has: [contains('late')], lacks: [word('late')] },
    ],
    [
      'a beginning and an end it lacks',
      { has: [starts('late')] },
      { lacks: [ends('late')] },
      { has: [starts('late')], lacks: [ends('late')] },
    ],
    ['a pattern and the same it lacks: none', { has: [pattern('a.')] }, { lacks: [pattern('a.')] }, null],
    [
      'a pattern and another it lacks',
      { has: [pattern('ab')] },
      { lacks: [pattern('a')] },
      { has: [pattern('ab')], lacks: [pattern('a')] },
    ],
    [
      'a pattern and a part it lacks',
      { has: [pattern('ab')] },
      { lacks: [contains('ab')] },
      { has: [pattern('ab')], lacks: [contains('ab')] },
    ],
    [
      'a part and a pattern it lacks',
      { has: [contains('ab')] },
      { lacks: [pattern('ab')] },
      { has: [contains('ab')], lacks: [pattern('ab')] },
    ],
    [
      'one of two parts that is lacking: none',
      { has: [contains('a'), contains('b')] },
      { lacks: [contains('x'), contains('b')] },
      null,
    ],
    ['two different beginnings: none', { has: [starts('ref')] }, { has: [starts('late')] }, null],
    [
      'a beginning and a longer one',
      { has: [starts('ref')] },
      { has: [starts('refund')] },
      { has: [starts('ref'), starts('refund')] },
    ],
    ['two different ends: none', { has: [ends('ref')] }, { has: [ends('late')] }, null],
    [
      'an end and a longer one',
      { has: [ends('fund')] },
      { has: [ends('refund')] },
      { has: [ends('fund'), ends('refund')] },
    ],
    [
      'a beginning and a different end',
      { has: [starts('ref')] },
      { has: [ends('late')] },
      { has: [ends('late'), starts('ref')] },
    ],
    [
      'two different parts',
      { has: [contains('x')] },
      { has: [contains('a')] },
      { has: [contains('a'), contains('x')] },
    ],
    ['the same part twice', { has: [contains('x')] }, { has: [contains('x')] }, { has: [contains('x')] }],
    [
      'some parts of those known',
      { has: [contains('a'), contains('x')] },
      { has: [contains('x')] },
      { has: [contains('a'), contains('x')] },
    ],
    ['texts it is not', { noneOf: ['b'] }, { noneOf: ['a', 'b'] }, { noneOf: ['a', 'b'] }],
    [
      'parts it lacks',
      { lacks: [contains('b')] },
      { lacks: [contains('a')] },
      { lacks: [contains('a'), contains('b')] },
    ],
  ])('with both known, %s', (_, a, b, common) => {
    const expected = common && text(common);
    expect(intersectText(text(a), text(b))).toEqual(expected);
    const turned = intersectText(text(b), text(a));
    if (turned && expected) expect(isSameText(turned, expected)).toBe(true);
    else expect(turned).toBe(expected);
  });

  it('remember only the first 24 of what they are not, have and lack', () => {
    const of = (list: readonly string[]) => list.map(contains);
    const known = intersectText(
      text({ noneOf: MANY.slice(0, 15), has: of(MANY.slice(0, 15)) }),
      text({ noneOf: MANY.slice(15), has: of(MANY.slice(15)) }),
    );
    const first = MANY.slice(0, 24);
    expect(known).toEqual(text({ noneOf: first, has: of(first) }));
    const lacking = intersectText(text({ lacks: of(MANY.slice(0, 15)) }), text({ lacks: of(MANY.slice(15)) }));
    expect(lacking).toEqual(text({ lacks: of(first) }));
  });

  it.each<readonly [string, Partial<TextRegion>, Partial<TextRegion>]>([
    ['any text and a list', {}, { oneOf: [] }],
    ['different lists', { oneOf: ['a'] }, { oneOf: ['b'] }],
    ['a longer list', { oneOf: ['a'] }, { oneOf: ['a', 'b'] }],
    ['texts they are not', { noneOf: ['a'] }, { noneOf: ['b'] }],
    ['parts they have', { has: [contains('a')] }, { has: [contains('b')] }],
    ['more parts they have', { has: [contains('a')] }, { has: [contains('a'), contains('b')] }],
    ['how they have a part', { has: [contains('a')] }, { has: [starts('a')] }],
    ['parts they lack', { lacks: [contains('a')] }, { lacks: [contains('b')] }],
  ])('are not the same where they differ in %s', (_, a, b) => {
    expect(isSameText(text(a), text(b))).toBe(false);
    expect(isSameText(text(b), text(a))).toBe(false);
  });

  it('are the same where they are written alike', () => {
    const written = () => text({ oneOf: ['a'], noneOf: ['b'], has: [contains('c')], lacks: [ends('d'), word('e')] });
    expect(isSameText(written(), written())).toBe(true);
    expect(isSameText(ANY_TEXT, text({ noneOf: [] }))).toBe(true);
  });

  it.each<readonly [string, Partial<TextRegion>, boolean]>([
    ['any text', {}, true],
    ['one part', { has: [contains('a')] }, true],
    ['two parts, which may not go together', { has: [contains('a'), starts('b')] }, false],
    ['two parts of a listed text', { oneOf: ['ba'], has: [contains('a'), starts('b')] }, true],
    ['a pattern', { has: [pattern('a')] }, false],
    ['a pattern it lacks', { lacks: [pattern('a')] }, false],
    ['a part and a pattern it lacks', { lacks: [contains('a'), pattern('a')] }, false],
    ['parts it lacks', { lacks: [contains('a'), contains('b')] }, true],
    ['23 texts it is not', { noneOf: MANY.slice(0, 23) }, true],
    ['24 texts it is not, where some may be forgotten', { noneOf: MANY.slice(0, 24) }, false],
    ['24 parts it lacks', { lacks: MANY.slice(0, 24).map(contains) }, false],
    ['24 parts of a listed text', { oneOf: ['x'], has: MANY.slice(0, 24).map(contains) }, false],
  ])('certainly exist, or not: %s', (_, known, isCertain) => {
    expect(isCertainText(text(known))).toBe(isCertain);
  });
});
