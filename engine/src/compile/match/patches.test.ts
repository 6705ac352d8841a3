import { describe, expect, it } from 'vitest';
import { PatchesWanted } from './patches.ts';
import { bitsOf } from './rows.test-support.ts';

describe('Patches', () => {
  const wanted = new PatchesWanted<string>();
  for (const slot of [3, 70, 64, 31]) wanted.add('both', 'accepted', slot);
  wanted.add('clearing', 'accepted', 0);
  for (const slot of [31, 5, 32]) wanted.add('both', 'refused', slot);
  for (const slot of [95, 66]) wanted.add('setting', 'refused', slot);
  wanted.add('clearing', 'accepted', 95);
  const patches = wanted.made();
  const all = Array.from({ length: 96 }, (_, bit) => bit);
  const without = (...bits: readonly number[]) => all.filter((bit) => !bits.includes(bit));

  /** What a patch makes of a row of three words that lies behind another, with all bits or none. */
  function patched(way: 'accept' | 'refuse', patch: number, fill: 0 | -1): readonly number[] {
    const words = new Int32Array(7).fill(fill);
    patches[way](words, 2, patch);
    expect([words[0], words[1], words[5], words[6]]).toEqual([fill, fill, fill, fill]);
    return bitsOf(words, 2, 3);
  }

  it('are numbered in the order their keys came first', () => {
    expect(wanted.keys()).toEqual(['both', 'clearing', 'setting']);
  });

  it('clear the bits of what is accepted, and set none', () => {
    expect(patched('accept', 0, -1)).toEqual(without(3, 70, 64, 31));
    expect(patched('accept', 1, -1)).toEqual(without(0, 95));
    expect(patched('accept', 2, -1)).toEqual(all);
    for (const patch of [0, 1, 2]) expect(patched('accept', patch, 0)).toEqual([]);
  });

  it('set the bits of what is refused, and clear none', () => {
    expect(patched('refuse', 0, 0)).toEqual([5, 31, 32]);
    expect(patched('refuse', 1, 0)).toEqual([]);
    expect(patched('refuse', 2, 0)).toEqual([66, 95]);
    for (const patch of [0, 1, 2]) expect(patched('refuse', patch, -1)).toEqual(all);
  });

  it('know whether they refuse any, and how many words they change', () => {
    expect([0, 1, 2].map((patch) => patches.isRefusing(patch))).toEqual([true, false, true]);
    expect([0, 1, 2].map((patch) => patches.sizeOf(patch))).toEqual([4, 2, 1]);
  });
});
