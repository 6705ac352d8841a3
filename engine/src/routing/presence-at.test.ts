import { expect, test } from 'vitest';
import type { BusinessClock } from '../calendar/business-clock.ts';
import { type PresenceInput, presenceAt, scheduledCapacity } from './presence-at.ts';

const shiftWhile = (isOpen: boolean) => ({ isOpenAt: () => isOpen }) as unknown as BusinessClock;
const at = (overrides: Partial<PresenceInput>) =>
  presenceAt({ chosen: 'online', lastSeenAtMs: null, graceMs: 60_000, shift: null, nowMs: 100_000, ...overrides });

test('a lost connection means away once the grace period is over', () => {
  expect(at({ lastSeenAtMs: 40_001 })).toEqual({ presence: 'online', graceEndsAtMs: 100_001 });
  expect(at({ lastSeenAtMs: 40_000 })).toEqual({ presence: 'away', graceEndsAtMs: null });
  expect(at({ lastSeenAtMs: 0, chosen: { statusId: 'training', allowsWork: true } }).presence).toBe('away');
});

test('who went offline stays offline', () => {
  expect(at({ chosen: 'offline', lastSeenAtMs: 0 })).toEqual({ presence: 'offline', graceEndsAtMs: null });
});

test('a shift is told beside the presence, and not where none are planned', () => {
  expect(at({ shift: shiftWhile(false) })).toEqual({ presence: 'online', onShift: false, graceEndsAtMs: null });
  expect(at({})).not.toHaveProperty('onShift');
});

test('scheduled capacity is that of the shifts that run', () => {
  const roster = [
    { capacity: 5, shift: shiftWhile(true) },
    { capacity: 3, shift: shiftWhile(false) },
    { capacity: 2, shift: null },
  ];
  expect(scheduledCapacity(roster, 0)).toBe(5);
});
