import { describe, expect, it } from 'vitest';
import type { Condition } from '../condition.ts';
import { ANYTHING, type Cell, cellOf, isSameCell, MISSING, THERE } from './cell.ts';
import {
  both,
  type Conjunction,
  canBeBoth,
  changedFact,
  changeOf,
  conditionKnowledge,
  either,
  forget,
  isCertain,
  type Knowledge,
  NOTHING_KNOWN,
  rememberedKnowledge,
} from './knowledge.ts';
import { type Region, valuesRegion } from './region.ts';
import { lookup } from './small-world.test-support.ts';
import { span } from './spans.ts';
import { ANY_TEXT } from './text-region.ts';

const PRIORITY = 'ticket.priority';
const LOW = is('low');
const HIGH = is('high');
const LOW_TEXT: Region = { ...ANY_TEXT, oneOf: ['low'] };
const HIGH_TEXT: Region = { ...ANY_TEXT, oneOf: ['high'] };
const HIGH_PRIORITY: Condition = { fact: PRIORITY, op: 'is', value: 'high' };
const VIP: Condition = { fact: 'contact.isVip', op: 'is', value: true };
const UNKNOWN: Condition = { fact: 'ticket.unheard', op: 'is', value: 'a' };

function is(...values: readonly (string | boolean)[]): Cell {
  return cellOf('value', valuesRegion(values));
}

function so(facts: Readonly<Record<string, Cell>>): Conjunction {
  return new Map(Object.entries(facts));
}

/** Alternatives in an order of their own, without what may be anything. */
function normal(knowledge: Knowledge | null): readonly string[] | undefined {
  const written = (conjunction: Conjunction) =>
    [...conjunction]
      .filter(([, cell]) => !isSameCell(cell, ANYTHING))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([fact, { mayBeMissing, present }]) => [
        fact,
        mayBeMissing,
        present &&
          [...present].map(([side, region]) => [
            side,
            region.type === 'values' ? [region.isExcluded, [...region.values].sort()] : region,
          ]),
      ]);
  return knowledge?.map((conjunction) => JSON.stringify(written(conjunction))).sort();
}

/** That many alternatives none of which can be told with another in one. */
function alternatives(count: number, prefix = ''): Knowledge {
  return Array.from({ length: count }, (_, index) => so({ [`${prefix}${index}`]: LOW }));
}

describe('what is known of facts', () => {
  it.each<readonly [string, Condition, Knowledge]>([
    ['a comparison', HIGH_PRIORITY, [so({ [PRIORITY]: HIGH })]],
    [
      'its contrary, among the options there are',
      { not: HIGH_PRIORITY },
      [so({ [PRIORITY]: is('low', 'normal', 'urgent') })],
    ],
    ['twice its contrary', { not: { not: HIGH_PRIORITY } }, [so({ [PRIORITY]: HIGH })]],
    ['all of two', { all: [HIGH_PRIORITY, VIP] }, [so({ [PRIORITY]: HIGH, 'contact.isVip': is(true) })]],
    ['one of two', { any: [HIGH_PRIORITY, VIP] }, [so({ [PRIORITY]: HIGH }), so({ 'contact.isVip': is(true) })]],
    [
      'not one of two',
      { not: { any: [HIGH_PRIORITY, VIP] } },
      [
        so({
          [PRIORITY]: is('low', 'normal', 'urgent'),
          'contact.isVip': cellOf('value', valuesRegion([false]), true),
        }),
      ],
    ],
    [
      'not both of two',
      { not: { all: [HIGH_PRIORITY, VIP] } },
      [
        so({ [PRIORITY]: is('low', 'normal', 'urgent') }),
        so({ 'contact.isVip': cellOf('value', valuesRegion([false]), true) }),
      ],
    ],
    ['what contradicts itself: nothing can be so', { all: [HIGH_PRIORITY, { not: HIGH_PRIORITY }, VIP] }, []],
    ['an option there is not: it cannot be', { fact: PRIORITY, op: 'is', value: 'nothing' }, []],
    [
      'alternatives that differ in one fact are one',
      { any: [HIGH_PRIORITY, { fact: PRIORITY, op: 'is', value: 'low' }] },
      [so({ [PRIORITY]: is('high', 'low') })],
    ],
    [
      'a change is known apart from the fact',
      { fact: PRIORITY, op: 'changed' },
      [
        so({
          [changeOf(PRIORITY)]: {
            ...THERE,
            present: new Map([
              ['from', valuesRegion(['low', 'normal', 'high', 'urgent', ''])],
              ['to', valuesRegion(['low', 'normal', 'high', 'urgent', ''])],
            ]),
          },
        }),
      ],
    ],
  ])('is, where this holds: %s', (_, condition, knowledge) => {
    expect(conditionKnowledge(condition, lookup)).toEqual(knowledge);
    expect(conditionKnowledge({ not: condition }, lookup, false)).toEqual(knowledge);
  });

  it.each<readonly [string, Condition]>([
    ['an unknown fact', UNKNOWN],
    ['an unknown fact beside another', { all: [VIP, UNKNOWN] }],
    ['an unknown fact as an alternative', { any: [VIP, UNKNOWN] }],
    ['a value that does not fit', { fact: PRIORITY, op: 'is', value: 3 }],
    ['an empty group', { all: [] }],
    ['an empty group of alternatives', { any: [] }],
  ])('is untold where there is no telling: %s', (_, condition) => {
    expect(conditionKnowledge(condition, lookup)).toBeNull();
    expect(conditionKnowledge(condition, lookup, false)).toBeNull();
  });

  it('is computed once per condition, for holding and failing apart', () => {
    let asked = 0;
    const knowledgeOf = rememberedKnowledge((fact) => {
      asked += 1;
      return lookup(fact);
    });
    const holds = knowledgeOf(HIGH_PRIORITY);
    expect(holds).toEqual([so({ [PRIORITY]: HIGH })]);
    expect(knowledgeOf(HIGH_PRIORITY, true)).toBe(holds);
    expect(knowledgeOf(HIGH_PRIORITY, false)).toEqual([so({ [PRIORITY]: is('low', 'normal', 'urgent') })]);
    expect(knowledgeOf(UNKNOWN)).toBeNull();
    expect(knowledgeOf(UNKNOWN)).toBeNull();
    expect(asked).toBe(3);
  });

  it('is kept under a key for the fact or for its change', () => {
    expect(changedFact(changeOf(PRIORITY))).toBe(PRIORITY);
    expect(changedFact(PRIORITY)).toBeNull();
    expect(changeOf(PRIORITY)).not.toBe(PRIORITY);
  });

  it.each<readonly [string, Knowledge, Knowledge, Knowledge]>([
    ['other facts', [so({ a: LOW })], [so({ b: HIGH })], [so({ a: LOW, b: HIGH })]],
    ['less of the same fact', [so({ a: is('low', 'high'), b: LOW })], [so({ a: LOW })], [so({ a: LOW, b: LOW })]],
    ['a contradiction: nothing', [so({ a: LOW, b: LOW })], [so({ a: HIGH })], []],
    ['nothing', [so({ a: LOW })], NOTHING_KNOWN, [so({ a: LOW })]],
    [
      'alternatives of which one contradicts',
      [so({ a: LOW })],
      [so({ a: HIGH }), so({ b: HIGH })],
      [so({ a: LOW, b: HIGH })],
    ],
    ['what cannot be', [so({ a: LOW })], [], []],
  ])('is joined with %s', (_, a, b, joined) => {
    expect(both(a, b)).toEqual(joined);
    expect(both(b, a)).toEqual(joined);
    expect(canBeBoth(a, b)).toBe(joined.length > 0);
    expect(canBeBoth(b, a)).toBe(joined.length > 0);
  });

  it.each<readonly [string, Conjunction, Conjunction, Knowledge]>([
    ['two values of one fact', so({ a: LOW, b: LOW }), so({ a: HIGH, b: LOW }), [so({ a: is('low', 'high'), b: LOW })]],
    ['the same twice', so({ a: LOW }), so({ a: is('low') }), [so({ a: LOW })]],
    ['one that says more', so({ a: LOW, b: LOW }), so({ a: LOW }), [so({ a: LOW })]],
    ['one that says much more', so({ a: LOW, b: LOW, c: LOW }), so({ a: LOW }), [so({ a: LOW })]],
    ['one that says nothing', so({ a: LOW, b: LOW, c: LOW }), so({}), [so({})]],
    [
      'one in which the other fact may be anything',
      so({ a: LOW }),
      so({ a: HIGH, b: ANYTHING }),
      [so({ a: is('low', 'high') })],
    ],
    ['one in which a further fact may be anything', so({ a: LOW }), so({ a: LOW, b: ANYTHING }), [so({ a: LOW })]],
    [
      'two facts that differ',
      so({ a: LOW, b: LOW }),
      so({ a: HIGH, b: HIGH }),
      [so({ a: LOW, b: LOW }), so({ a: HIGH, b: HIGH })],
    ],
    ['different facts', so({ a: LOW }), so({ b: LOW }), [so({ a: LOW }), so({ b: LOW })]],
    [
      'more of another value',
      so({ a: LOW }),
      so({ a: HIGH, b: LOW, c: LOW }),
      [so({ a: LOW }), so({ a: HIGH, b: LOW, c: LOW })],
    ],
    ['missing or there', so({ a: MISSING, b: LOW }), so({ a: THERE, b: LOW }), [so({ a: ANYTHING, b: LOW })]],
    [
      'texts of which no region says either',
      so({ a: cellOf('x', LOW_TEXT) }),
      so({ a: cellOf('x', HIGH_TEXT) }),
      [so({ a: cellOf('x', LOW_TEXT) }), so({ a: cellOf('x', HIGH_TEXT) })],
    ],
  ])('is, of two alternatives, one where it says exactly the same: %s', (_, a, b, told) => {
    expect(normal(either([a], [b]))).toEqual(normal(told));
    expect(normal(either([b], [a]))).toEqual(normal(told));
  });

  it('is one where an alternative that was told in one fits an earlier one', () => {
    const told = either([so({ a: LOW, b: LOW }), so({ a: HIGH, b: LOW })], [so({ a: is('low', 'high'), b: HIGH })]);
    expect(told).toEqual([so({ a: is('low', 'high'), b: is('low', 'high') })]);
    const late = either([so({ a: is('low', 'high'), b: HIGH }), so({ a: LOW, b: LOW })], [so({ a: HIGH, b: LOW })]);
    expect(late).toEqual([so({ a: is('low', 'high'), b: is('low', 'high') })]);
  });

  it('is untold beyond 64 alternatives, or as many as are asked for', () => {
    expect(either(alternatives(32), alternatives(32, 'x'))).toHaveLength(64);
    expect(either(alternatives(33), alternatives(32, 'x'))).toBeNull();
    expect(either(alternatives(70), alternatives(70, 'x'))).toBeNull();
    expect(either(alternatives(2), alternatives(1, 'x'), 3)).toHaveLength(3);
    expect(either(alternatives(2), alternatives(2, 'x'), 3)).toBeNull();
    expect(both(alternatives(8), alternatives(8, 'x'))).toHaveLength(64);
    expect(both(alternatives(9), alternatives(8, 'x'))).toBeNull();
    expect(both(alternatives(2), alternatives(2, 'x'), 3)).toBeNull();
    expect(both(alternatives(20), alternatives(20, 'x'))).toBeNull();
  });

  it('is told where more than twice as many joins fall together in few', () => {
    const values = Array.from({ length: 6 }, (_, index) => is(`v${index}`));
    const many = (fact: string): Knowledge => values.map((cell) => so({ [fact]: cell }));
    const joined = both(many('a'), many('b'), 4);
    const all = is(...values.map((_, index) => `v${index}`));
    expect(joined).toEqual([so({ a: all, b: all })]);
  });

  it.each<readonly [string, Knowledge, boolean]>([
    ['nothing known', NOTHING_KNOWN, true],
    ['a value', [so({ a: LOW })], true],
    ['no alternative', [], false],
    [
      'a number between two whole ones',
      [so({ a: LOW, b: cellOf('value', { type: 'spans', spans: [span(0.2, 0.4)] }) })],
      false,
    ],
    [
      'one alternative of two',
      [so({ b: cellOf('value', { type: 'spans', spans: [span(0.2, 0.4)] }) }), so({ a: LOW })],
      true,
    ],
  ])('certainly is possible, or nobody knows: %s', (_, knowledge, certain) => {
    expect(isCertain(knowledge)).toBe(certain);
  });

  it('is forgotten under some keys in every alternative, and stays itself where nothing is', () => {
    const knowledge = [so({ a: LOW, b: HIGH }), so({ b: LOW })];
    expect(forget(knowledge, (key) => key === 'a')).toEqual([so({ b: HIGH }), so({ b: LOW })]);
    expect(forget(knowledge, () => true)).toEqual([so({}), so({})]);
    expect(forget(knowledge, (key) => key === 'c')).toBe(knowledge);
  });
});
