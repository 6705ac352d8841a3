import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED } from '../flow/property-seed.test-support.ts';
import { nodeDefinition } from './node-catalogue.ts';
import { ticketShare, WHOLE } from './ticket-share.ts';

interface Share {
  readonly id: string;
  readonly label?: string;
  readonly percent: number;
}

function splitter(shares: readonly Share[], nodeId = 'split') {
  const behaviour = nodeDefinition('filter.split')?.behaviour({ shares }, nodeId);
  if (behaviour?.type !== 'filter') return null;
  return (ticketId: string) =>
    behaviour.choose({
      event: { type: 'ticketCreated', ticketId, actor: { kind: 'customer' } },
      facts: {},
      nowMs: 0,
      timeZone: 'UTC',
      providers: new Set(),
    }).port;
}

function checks(shares: readonly Share[]) {
  return nodeDefinition('filter.split')
    ?.check({ shares }, [])
    .map(({ code, params }) => `${code} ${params.value ?? params.id ?? ''}`);
}

/** Pearson's statistic of counts against equal expectations. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

const TICKET_IDS = {
  'numbers in a row': (index: number) => String(index),
  'padded numbers': (index: number) => `T-${String(index).padStart(8, '0')}`,
  'ids that share all but their end': (index: number) =>
    `0198c2f4-7e1a-7000-8000-${index.toString(16).padStart(12, '0')}`,
};

/** 199 degrees of freedom: chance goes beyond this once in ten thousand. */
const BEYOND_CHANCE = 281;

describe('the place of a ticket', () => {
  for (const [name, idOf] of Object.entries(TICKET_IDS)) {
    it(`is spread evenly over ${name}`, () => {
      const counts = new Array<number>(200).fill(0);
      for (let index = 0; index < 40_000; index += 1) {
        const cell = Math.floor((ticketShare(idOf(index), 'split') / WHOLE) * 200);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      expect(chiSquare(counts)).toBeLessThan(BEYOND_CHANCE);
    });
  }

  it('at one node says nothing about its place at another', () => {
    const counts = new Array<number>(100).fill(0);
    for (let index = 0; index < 40_000; index += 1) {
      const row = Math.floor((ticketShare(String(index), 'a') / WHOLE) * 10);
      const column = Math.floor((ticketShare(String(index), 'b') / WHOLE) * 10);
      counts[row * 10 + column] = (counts[row * 10 + column] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(160);
  });

  it('would be found uneven without the final mixing (control)', () => {
    const unmixed = (text: string) =>
      [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
    const counts = new Array<number>(200).fill(0);
    for (let index = 0; index < 40_000; index += 1) {
      const cell = Math.floor((unmixed(`split${index}`) / 0x1_0000_0000) * 200);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeGreaterThan(BEYOND_CHANCE);
  });
});

describe('a split', () => {
  const shares: readonly Share[] = [
    { id: 'a', percent: 70 },
    { id: 'b', percent: 20 },
    { id: 'c', percent: 10 },
  ];

  it('gives every share its percentage of the tickets', () => {
    const choose = splitter(shares);
    const counts = new Map<string, number>();
    for (let index = 0; index < 20_000; index += 1) {
      const port = choose?.(String(index)) ?? '';
      counts.set(port, (counts.get(port) ?? 0) + 1);
    }
    expect((counts.get('a') ?? 0) / 20_000).toBeCloseTo(0.7, 1.7);
    expect((counts.get('b') ?? 0) / 20_000).toBeCloseTo(0.2, 1.7);
    expect((counts.get('c') ?? 0) / 20_000).toBeCloseTo(0.1, 1.7);
  });

  it('sends a ticket the same way whatever the names and order of the shares (property)', () => {
    const reordered = [...shares].reverse().map((share) => ({ ...share, label: `Way ${share.id}` }));
    fc.assert(
      fc.property(fc.string(), (ticketId) => {
        expect(splitter(reordered)?.(ticketId)).toBe(splitter(shares)?.(ticketId));
      }),
      { seed: PROPERTY_SEED },
    );
  });

  it('moves only the tickets between the old cut and the new one', () => {
    const before = splitter([
      { id: 'a', percent: 50 },
      { id: 'b', percent: 50 },
    ]);
    const after = splitter([
      { id: 'a', percent: 60 },
      { id: 'b', percent: 40 },
    ]);
    const ids = Array.from({ length: 5000 }, (_, index) => String(index));
    const moved = ids.filter((id) => before?.(id) !== after?.(id));
    expect(moved.every((id) => before?.(id) === 'b' && after?.(id) === 'a')).toBe(true);
    expect(moved.length / ids.length).toBeCloseTo(0.1, 1.5);
  });

  it('never takes a share of nothing, and always one of a hundred', () => {
    const choose = splitter([
      { id: 'a', percent: 0 },
      { id: 'b', percent: 100 },
    ]);
    expect(new Set(Array.from({ length: 2000 }, (_, index) => choose?.(String(index))))).toEqual(new Set(['b']));
  });

  it('is refused where the shares do not sum to 100 or share an id, and says the sum', () => {
    expect(checks(shares)).toEqual([]);
    expect(
      checks([
        { id: 'a', percent: 33.33 },
        { id: 'b', percent: 33.33 },
        { id: 'c', percent: 33.34 },
      ]),
    ).toEqual([]);
    expect(
      checks([
        { id: 'a', percent: 50 },
        { id: 'b', percent: 30.5 },
      ]),
    ).toEqual(['INVALID_VALUE 80.5']);
    expect(
      checks([
        { id: 'a', percent: 50 },
        { id: 'a', percent: 50 },
      ]),
    ).toEqual(['DUPLICATE_ID a']);
    expect(splitter([{ id: 'a', percent: 50 }])).toBeNull();
  });
});
