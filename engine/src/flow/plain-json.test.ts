import { describe, expect, it } from 'vitest';
import { plainJson } from './plain-json.ts';

const roomy = { depth: 10, bytes: 1000 };

/** The fewest bytes under which a value passes. */
function measured(value: unknown): number {
  let bytes = 0;
  while (!plainJson(value, { depth: 10, bytes }).ok) bytes += 1;
  return bytes;
}

describe('plainJson', () => {
  it('copies what JSON can say and leaves out what is absent', () => {
    const given = { a: [1, 'x', null, true], b: undefined, c: Object.assign(Object.create(null), { d: -0.5 }) };
    expect(plainJson(given, roomy)).toStrictEqual({ ok: true, json: { a: [1, 'x', null, true], c: { d: -0.5 } } });
    expect(plainJson(Object.create({ inherited: 1 }), roomy)).toEqual({ ok: false, cause: 'notJson' });
  });

  it.each([
    ['infinity', Number.POSITIVE_INFINITY],
    ['what is not a number', Number.NaN],
    ['a large integer', 1n],
    ['a symbol', Symbol('s')],
    ['a function', () => 1],
    ['nothing', undefined],
    ['an instance of a class', new Date(0)],
    ['a list with holes', new Array(1)],
  ])('refuses %s', (_, value) => {
    expect(plainJson(value, roomy)).toEqual({ ok: false, cause: 'notJson' });
    expect(plainJson([value], roomy)).toEqual({ ok: false, cause: 'notJson' });
  });

  it('measures texts in bytes of UTF-8, with their quotes', () => {
    for (const [text, bytes] of [
      ['', 2],
      ['a\u007f', 4],
      ['\u0080', 4],
      ['\u07ff', 4],
      ['\u0800', 5],
      ['\ud7ff', 5],
      ['\ue000', 5],
      ['\uffff', 5],
      ['\u{10000}', 6],
      ['\u{10ffff}', 6],
    ] as const) {
      expect([text, measured(text)]).toEqual([text, bytes]);
    }
  });

  it('measures everything about as long as its text', () => {
    expect([null, true, 12.5, -1].map(measured)).toEqual([4, 4, 4, 2]);
    expect([[], [1, 2], {}, { é: 1 }].map(measured)).toEqual([2, 6, 2, 9]);
    expect(plainJson([1], { depth: 10, bytes: 3 })).toEqual({ ok: false, cause: 'bytes' });
  });

  it('counts depth in lists and objects alike', () => {
    expect(plainJson([{ a: [] }], { depth: 2, bytes: 100 }).ok).toBe(true);
    expect(plainJson([{ a: [1] }], { depth: 2, bytes: 100 })).toEqual({ ok: false, cause: 'depth' });
    expect(plainJson([{ a: { b: 1 } }], { depth: 2, bytes: 100 })).toEqual({ ok: false, cause: 'depth' });
  });
});
