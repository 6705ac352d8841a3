import { expect, it } from 'vitest';
import { steadyOrder } from './use-steady-order.ts';

it('keeps the order, leaves out what went and puts what came last', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual(['a', 'c', 'd']);
});
