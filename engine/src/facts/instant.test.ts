import { describe, expect, it } from 'vitest';
import { instantMs } from './instant.ts';

describe('instantMs', () => {
  it.each([
    ['2026-03-01T09:00+07:00', Date.UTC(2026, 2, 1, 2)],
    ['2026-03-01T09:00Z', Date.UTC(2026, 2, 1, 9)],
    ['2026-03-01T09:00:05Z', Date.UTC(2026, 2, 1, 9, 0, 5)],
    ['2026-03-01T09:00:05.25-01:30', Date.UTC(2026, 2, 1, 10, 30, 5, 250)],
    [0, 0],
    [8.64e15, 8.64e15],
    [-8.64e15, -8.64e15],
  ])('reads %s', (value, atMs) => {
    expect(instantMs(value)).toBe(atMs);
  });

  it.each([
    '2026-03-01',
    '2026-03-01T09:00',
    '2026-13-01T09:00Z',
    'at 2026-03-01T09:00Z',
    '2026-03-01T09:00Z or so',
    '2026-03-01T09:00:05.1234Z',
    8.64e15 + 1,
    Number.NaN,
    ['2026-03-01T09:00Z'],
    null,
    undefined,
  ])('takes %s for no instant', (value) => {
    expect(instantMs(value)).toBeNull();
  });
});
