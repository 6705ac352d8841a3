import { expect, it } from 'vitest';
import { retryDelayMs } from './retry-wait.ts';

it('waits longer with each failure, up to 8 s, and never less than half of it', () => {
  expect(retryDelayMs(0, 0)).toBe(250);
  expect(retryDelayMs(0, 1)).toBe(500);
  expect(retryDelayMs(3, 1)).toBe(4000);
  expect(retryDelayMs(9, 1)).toBe(8000);
  expect(retryDelayMs(5000, 0)).toBe(4000);
});
