import { describe, expect, it } from 'vitest';
import { ANYTHING, type Cell, cellOf, MISSING, THERE } from './cell.ts';
import type { Knowledge } from './knowledge.ts';
import { elementsRegion, type Region, valuesRegion } from './region.ts';
import { lookup } from './small-world.test-support.ts';
import { span } from './spans.ts';
import { knowAfterSetChange, knowAfterWrite } from './write-knowledge.ts';

const TAGS = 'ticket.tags';
const PRIORITY = 'ticket.priority';
const HIGH = cellOf('value', valuesRegion(['high']));

function elements(
  has: readonly string[],
  lacks: readonly string[],
  anyOf: readonly (readonly string[])[] = [],
): Region {
  const region = elementsRegion(has, lacks, anyOf);
  if (!region) throw new Error('no set is like that');
  return region;
}

function tagged(
  has: readonly string[],
  lacks: readonly string[],
  anyOf: readonly (readonly string[])[] = [],
  mayBeMissing = false,
): Cell {
  return cellOf('value', elements(has, lacks, anyOf), mayBeMissing);
}

function known(fact: string, cell: Cell): Knowledge {
  return [
    new Map([
      ['contact.isVip', THERE],
      [fact, cell],
    ]),
  ];
}

describe('what is known after a fact is written', () => {
  it.each([
    ['an option', PRIORITY, 'High', HIGH],
    ['a value no ticket has', PRIORITY, 'nothing', null],
    ['nothing', 'ticket.category', null, MISSING],
    ['a value that is not known beforehand', PRIORITY, undefined, null],
    ['a number', 'ticket.level', 2, cellOf('value', { type: 'spans', spans: [span(2, 2)] })],
    ['tags', TAGS, ['VIP', 'x'], tagged(['vip', 'x'], [])],
    ['a fact nobody knows', 'ticket.unheard', 'a', null],
    ['nothing to a fact nobody knows', 'ticket.unheard', null, MISSING],
    ['no text', 'ticket.subject', '', null],
  ])('is, for %s, that and nothing of what was before', (_, fact, value, cell) => {
    const after = knowAfterWrite(known(fact, THERE), fact, value, lookup);
    expect(after).toEqual(cell ? known(fact, cell) : [new Map([['contact.isVip', THERE]])]);
  });

  it('is written into every alternative, and leaves what was known alone', () => {
    const before: Knowledge = [new Map([[PRIORITY, THERE]]), new Map()];
    expect(knowAfterWrite(before, PRIORITY, 'high', lookup)).toEqual([
      new Map([[PRIORITY, HIGH]]),
      new Map([[PRIORITY, HIGH]]),
    ]);
    expect(before).toEqual([new Map([[PRIORITY, THERE]]), new Map()]);
  });
});

describe('what is known after a set gained and lost elements', () => {
  it.each<readonly [string, Cell, readonly string[], readonly string[], Cell]>([
    ['gained where it was missing', MISSING, ['VIP'], [], tagged(['vip'], [])],
    ['gained where anything may be', ANYTHING, ['vip'], [], tagged(['vip'], [])],
    ['lost where it was missing', MISSING, [], ['vip'], MISSING],
    ['lost where anything may be', ANYTHING, [], ['VIP'], tagged([], ['vip'], [], true)],
    ['one gained and lost is gained', ANYTHING, ['vip'], ['VIP', 'x'], tagged(['vip'], ['x'])],
    ['what it had stays', tagged(['x'], []), ['vip'], [], tagged(['x', 'vip'], [])],
    ['what it had stays, with another lost', tagged(['x', 'y'], []), [], ['y'], tagged(['x'], ['y'])],
    ['the last known lost: perhaps nothing is left', tagged(['x'], []), [], ['x'], tagged([], ['x'], [], true)],
    ['what it had, if it was there, is not known', tagged(['x'], [], [], true), ['vip'], [], tagged(['vip'], [])],
    ['what it lacked it still lacks', tagged(['x'], ['y']), ['vip'], [], tagged(['x', 'vip'], ['y'])],
    ['what it lacked and gained it has', tagged(['x'], ['vip']), ['vip'], [], tagged(['x', 'vip'], [])],
    ['one of some stays', tagged([], [], [['a', 'b']]), ['vip'], [], tagged(['vip'], [], [['a', 'b']])],
    ['one of some of which one was lost is open', tagged([], [], [['a', 'b']]), [], ['a'], tagged([], ['a'], [], true)],
    ['one of some of which one was gained is settled', tagged([], [], [['a', 'b']]), ['a'], [], tagged(['a'], [])],
    [
      'one of some, if it was there, is not known',
      tagged([], [], [['a', 'b']], true),
      ['vip'],
      [],
      tagged(['vip'], []),
    ],
    ['neither', tagged(['x'], ['y'], [['a', 'b']]), [], [], tagged(['x'], ['y'], [['a', 'b']])],
    ['neither, of one that may be missing', tagged([], ['y'], [], true), [], [], tagged([], ['y'], [], true)],
    ['gained where another kind of value is known', HIGH, ['vip'], [], tagged(['vip'], [])],
  ])('is: %s', (_, before, added, removed, after) => {
    expect(knowAfterSetChange(known(TAGS, before), TAGS, added, removed)).toEqual(known(TAGS, after));
  });

  it('is that it has what it gained, with nothing known before', () => {
    expect(knowAfterSetChange([new Map()], TAGS, ['vip'], [])).toEqual([new Map([[TAGS, tagged(['vip'], [])]])]);
  });
});
