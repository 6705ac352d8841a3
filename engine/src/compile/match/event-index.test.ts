import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../compile-flow.ts';
import { EventIndex } from './event-index.ts';
import { asking, CLOCK, CREATED, idsOf } from './pipelines.test-support.ts';

const is = (value: number) => ({ fact: 'n', op: 'is', value }) as const;
const numbered = (from: number, to: number, position: (index: number) => number): readonly Pipeline[] =>
  Array.from({ length: to - from }, (_, index) => {
    const own = from + index;
    return asking(`f${own}`, is(own % 3), position(own));
  });
const found = (index: EventIndex, n: number) => idsOf(index.match(CREATED, { n }, CLOCK));
/** Of flows numbered so, those that ask for this number. */
const expected = (numbers: readonly number[], n: number) =>
  numbers.filter((own) => own % 3 === n).map((own) => `f${own}`);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const none: ReadonlySet<string> = new Set();

describe('EventIndex', () => {
  it('finds what acts among the flows it was made of, in running order', () => {
    const index = EventIndex.of(
      'ticketCreated',
      numbered(0, 50, (own) => -own),
    );
    expect(found(index, 1)).toEqual(expected(range(0, 50), 1).reverse());
    expect(found(index, 4)).toEqual([]);
    expect(
      found(
        EventIndex.of(
          'ticketSolved',
          numbered(0, 5, (own) => own),
        ),
        1,
      ),
    ).toEqual([]);
  });

  it('puts flows in between the settled ones, and leaves the given index as it was', () => {
    const index = EventIndex.of(
      'ticketCreated',
      numbered(0, 20, (own) => 2 * own),
    );
    const edited = index.edited(none, [asking('new', is(1), 15), asking('newer', is(2), 1)]);
    expect(found(edited, 0)).toEqual(expected(range(0, 20), 0));
    expect(found(edited, 1)).toEqual(['f1', 'f4', 'f7', 'new', 'f10', 'f13', 'f16', 'f19']);
    expect(found(edited, 2)).toEqual(['newer', 'f2', 'f5', 'f8', 'f11', 'f14', 'f17']);
    expect(found(edited.edited(none, [asking('third', is(7))]), 7)).toEqual(['third']);
    expect(found(index, 1)).toEqual(expected(range(0, 20), 1));
  });

  it('takes flows out of the settled and of the recent ones', () => {
    const index = EventIndex.of(
      'ticketCreated',
      numbered(0, 70, (own) => own),
    );
    const edited = index.edited(none, [asking('new', is(1), 1), asking('newer', is(1), 40)]);
    const less = edited.edited(new Set(['f1', 'new', 'f64', 'f31', 'gone']), []);
    expect(found(less, 1)).toEqual(
      expected(range(0, 70), 1)
        .filter((id) => !['f1', 'f64', 'f31'].includes(id))
        .flatMap((id) => (id === 'f40' ? ['f40', 'newer'] : [id])),
    );
    expect(found(edited, 1).length).toBe(expected(range(0, 70), 1).length + 2);
    expect(found(less.edited(new Set(['f0', 'newer']), []), 0)).toEqual(expected(range(1, 70), 0));
  });

  it('replaces a flow wherever it lies', () => {
    const index = EventIndex.of(
      'ticketCreated',
      numbered(0, 4, (own) => own),
    );
    const once = index.edited(new Set(['f1']), [asking('f1', is(2), 9)]);
    const twice = once.edited(new Set(['f1']), [asking('f1', is(0), 1)]);
    expect([0, 1, 2].map((n) => found(once, n))).toEqual([['f0', 'f3'], [], ['f2', 'f1']]);
    expect([0, 1, 2].map((n) => found(twice, n))).toEqual([['f0', 'f1', 'f3'], [], ['f2']]);
    expect([0, 1, 2].map((n) => found(index, n))).toEqual([['f0', 'f3'], ['f1'], ['f2']]);
  });

  it('says the same on and past the limit at which all are settled anew', () => {
    let index = EventIndex.of(
      'ticketCreated',
      numbered(0, 40, (own) => own),
    ).edited(new Set(['f3', 'f33']), []);
    let to = 40;
    for (const [more, recent] of [
      [100, 100],
      [28, 128],
      [1, 0],
      [64, 64],
      [65, 0],
    ] as const) {
      index = index.edited(
        none,
        numbered(to, to + more, (own) => own),
      );
      to += more;
      expect(index.recentCount).toBe(recent);
      const numbers = range(0, to).filter((own) => own !== 3 && own !== 33);
      for (const n of [0, 1, 2]) expect(found(index, n)).toEqual(expected(numbers, n));
    }
    expect(found(index.edited(new Set(['f6', `f${to - 1}`]), []), 0).includes('f6')).toBe(false);
  });

  it('lets more be recent where many are settled', () => {
    const model = asking('f', is(1));
    const copies = (name: string, count: number) =>
      Array.from({ length: count }, (_, own): Pipeline => ({ ...model, flowId: `${name}${own}` }));
    const index = EventIndex.of('ticketCreated', copies('settled', 16 * 140));
    const recent = index.edited(none, copies('recent', 140));
    expect([index.recentCount, recent.recentCount]).toEqual([0, 140]);
    const one = recent.edited(none, copies('one', 1));
    expect([one.recentCount, found(one, 1).length]).toEqual([0, 16 * 140 + 141]);
  });
});
