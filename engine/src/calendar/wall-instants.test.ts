import { describe, expect, it } from 'vitest';
import { jumpOver, wallInstants } from './wall-instants.ts';

const MINUTE_MS = 60_000;
const at = (iso: string) => Date.parse(iso);
/** The instants at which clocks show a wall time, in UTC. */
const shown = (wall: string, timeZone: string) =>
  wallInstants(at(`${wall}Z`), timeZone).map((atMs) => new Date(atMs).toISOString());
const jump = (wall: string, timeZone: string) => {
  const atMs = jumpOver(at(`${wall}Z`), timeZone);
  return atMs === null ? null : new Date(atMs).toISOString();
};

describe('a wall time', () => {
  it('comes once where the clock does not change', () => {
    expect(shown('2026-11-22T09:30:00', 'Asia/Jakarta')).toEqual(['2026-11-22T02:30:00.000Z']);
    expect(jump('2026-11-22T09:30:00', 'Asia/Jakarta')).toBeNull();
  });

  it('comes twice while the clock is put back, the earlier instant first', () => {
    expect(shown('2026-10-25T02:00:00', 'Europe/Amsterdam')).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ]);
    expect(shown('2026-10-25T02:59:59', 'Europe/Amsterdam')).toEqual([
      '2026-10-25T00:59:59.000Z',
      '2026-10-25T01:59:59.000Z',
    ]);
    expect(shown('2026-10-25T03:00:00', 'Europe/Amsterdam')).toEqual(['2026-10-25T02:00:00.000Z']);
    expect(jump('2026-10-25T02:30:00', 'Europe/Amsterdam')).toBeNull();
  });

  it('never comes where the clock jumps over it, at a known instant', () => {
    for (const wall of ['2026-03-29T02:00:00', '2026-03-29T02:59:59']) {
      expect(shown(wall, 'Europe/Amsterdam')).toEqual([]);
      expect(jump(wall, 'Europe/Amsterdam')).toBe('2026-03-29T01:00:00.000Z');
    }
    for (const wall of ['2026-03-29T01:59:59', '2026-03-29T03:00:00']) {
      expect(shown(wall, 'Europe/Amsterdam')).toHaveLength(1);
      expect(jump(wall, 'Europe/Amsterdam')).toBeNull();
    }
    expect(jump('2026-03-08T02:30:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(jump('2011-12-30T12:00:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });

  it('of a year’s first and last hours may lie in the UTC year beside it', () => {
    expect(shown('2027-01-01T00:00:00', 'Asia/Jakarta')).toEqual(['2026-12-31T17:00:00.000Z']);
    expect(shown('2026-12-31T23:00:00', 'America/New_York')).toEqual(['2027-01-01T04:00:00.000Z']);
    expect(shown('2026-12-31T19:00:00', 'America/New_York')).toEqual(['2027-01-01T00:00:00.000Z']);
  });

  it('comes once for every minute but those of a change', () => {
    const counts = new Map<number, number>();
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const { length } = wallInstants(at('2026-10-25T00:00Z') + minute * MINUTE_MS, 'Europe/Amsterdam');
      counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    expect([...counts].sort()).toEqual([
      [1, 23 * 60],
      [2, 60],
    ]);
  });
});
