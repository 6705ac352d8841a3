import { expect, it } from 'vitest';
import { withNewEvents } from './assignments.ts';

const event = (id: string, sequence: number) => ({ id, sequence: String(sequence) });

it('shows each assignment once, newest first, whatever the order of a batch', () => {
  const first = withNewEvents([], [event('a', 1), event('b', 2)], 10);
  const second = withNewEvents(first, [event('c', 10), event('b', 2)], 10);
  expect(second.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

it('keeps the newest only, and the same list when nothing is new', () => {
  const list = withNewEvents([], [event('a', 1), event('b', 2), event('c', 3)], 2);
  expect(list.map(({ id }) => id)).toEqual(['c', 'b']);
  expect(withNewEvents(list, [event('c', 3)], 2)).toBe(list);
});
