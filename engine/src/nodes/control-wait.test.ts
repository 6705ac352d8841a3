import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zonedTime } from '../facts/zoned-time.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import type { TimeInput } from './behaviour.ts';
import { nodeDefinition } from './node-catalogue.ts';
import { findingsOf, portsOf, sentencesOf } from './node-input.test-support.ts';
import { nextTimeOfDay } from './wait-until.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

/** A calendar that opens at every even hour for one hour, and one that never opens. */
const evenHours = {
  isOpenAt: (ms: number) => Math.floor(ms / HOUR) % 2 === 0,
  nextOpening: (ms: number) => (Math.floor(ms / HOUR) % 2 === 0 ? ms : Math.ceil(ms / HOUR) * HOUR),
  addBusinessTime: (ms: number, lengthMs: number) => ms + 2 * lengthMs,
  businessTimeBetween: () => 0,
};
const never = { ...evenHours, nextOpening: () => null, addBusinessTime: () => null };

function endOf(until: Record<string, unknown>, more: Partial<TimeInput> = {}): number | null {
  const behaviour = nodeDefinition('control.wait')?.behaviour({ until });
  if (behaviour?.type !== 'wait') throw new Error('it does not wait');
  const businessClock = (id: string | null) => ({ never, even: evenHours })[id ?? 'even'];
  return behaviour.until({ facts: {}, nowMs: HOUR + 1, timeZone: 'Asia/Jakarta', businessClock, ...more });
}

describe('a wait is over', () => {
  it('after a length of time, by the calendar or in business hours', () => {
    const duration = { type: 'duration', ms: HOUR };
    expect(endOf({ ...duration, clock: 'calendar' })).toBe(2 * HOUR + 1);
    expect(endOf({ ...duration, clock: 'business' })).toBe(3 * HOUR + 1);
    expect(endOf({ ...duration, clock: 'business', calendarId: 'never' })).toBeNull();
    expect(endOf({ ...duration, clock: 'business', calendarId: 'gone' })).toBe(2 * HOUR + 1);
  });

  it('when business hours begin, at once while they last or where there is no calendar', () => {
    expect(endOf({ type: 'businessHours' })).toBe(2 * HOUR);
    expect(endOf({ type: 'businessHours' }, { nowMs: 2 * HOUR + 5 })).toBe(2 * HOUR + 5);
    expect(endOf({ type: 'businessHours', calendarId: 'never' })).toBeNull();
    expect(endOf({ type: 'businessHours', calendarId: 'gone' })).toBe(HOUR + 1);
  });

  it('at an instant the ticket holds, at once where it is past or missing', () => {
    const until = { type: 'instant', fact: 'ticket.custom.dueDate' };
    const due = (ms: number | null) => endOf(until, { facts: { 'ticket.custom.dueDate': ms } });
    expect(due(5 * HOUR)).toBe(5 * HOUR);
    expect(due(5)).toBe(HOUR + 1);
    expect(due(null)).toBe(HOUR + 1);
  });

  it('at a time of day in the time zone of the workspace or its own', () => {
    const nowMs = at('2026-03-02T05:00:00Z');
    expect(endOf({ type: 'timeOfDay', at: '09:00' }, { nowMs })).toBe(at('2026-03-03T02:00:00Z'));
    expect(endOf({ type: 'timeOfDay', at: '12:00' }, { nowMs })).toBe(nowMs);
    expect(endOf({ type: 'timeOfDay', at: '09:00', timeZone: 'UTC' }, { nowMs })).toBe(at('2026-03-02T09:00:00Z'));
    expect(endOf({ type: 'timeOfDay', at: '09:00', weekdays: [5, 7] }, { nowMs })).toBe(at('2026-03-06T02:00:00Z'));
  });
});

describe('the next time of day', () => {
  it('follows the clock where it changes, and comes after the gap where it leaves the time out', () => {
    const berlin = (clock: string, now: string) => nextTimeOfDay(clock, [], 'Europe/Berlin', at(now));
    expect(berlin('09:00', '2026-03-28T12:00:00+01:00')).toBe(at('2026-03-29T09:00:00+02:00'));
    expect(berlin('09:00', '2026-10-24T12:00:00+02:00')).toBe(at('2026-10-25T09:00:00+01:00'));
    expect(berlin('02:30', '2026-03-28T12:00:00+01:00')).toBe(at('2026-03-29T03:30:00+02:00'));
    expect(berlin('02:30', '2026-10-24T12:00:00+02:00')).toBe(at('2026-10-25T02:30:00+02:00'));
  });

  it('is never in the past, at most a day and a change of the clock away, and shows that time', () => {
    const zones = fc.constantFrom('Asia/Jakarta', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
    const minutes = fc.integer({ min: 0, max: 1439 });
    const nowMs = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zones, minutes, nowMs, (zone, minute, now) => {
        const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
        const next = nextTimeOfDay(clock, [], zone, now) ?? 0;
        expect(next).toBeGreaterThanOrEqual(now);
        expect(next - now).toBeLessThanOrEqual(26 * HOUR);
        const shown = zonedTime(next, zone).minuteOfDay;
        expect([minute, minute + 60, minute + 30]).toContain(shown);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(2000) },
    );
  });
});

describe('a wait', () => {
  it('can be cut short, and then has two ways out', () => {
    const until = { type: 'duration', ms: 2 * HOUR, clock: 'calendar' };
    const ends = [{ type: 'ticketReplied', by: 'customer' }, { type: 'ticketSolved' }];
    expect(portsOf('control.wait', { until })).toEqual(['elapsed']);
    expect(portsOf('control.wait', { until, ends })).toEqual(['elapsed', 'happened']);
    expect(nodeDefinition('control.wait')?.behaviour({ until, ends })).toMatchObject({ type: 'wait', ends });
    expect(sentencesOf('control.wait', { until, ends })).toEqual([
      'Wait 2 hours, or until the customer replies or the ticket is solved',
      'Tunggu 2 jam, atau sampai pelanggan membalas atau tiket terselesaikan',
    ]);
  });

  it.each([
    [
      { type: 'duration', ms: HOUR, clock: 'business', calendarId: 'cal-office' },
      'Wait 1 hour of business time (Office hours)',
      'Tunggu 1 jam dalam jam kerja (Office hours)',
    ],
    [
      { type: 'timeOfDay', at: '09:00', weekdays: [5, 1], timeZone: 'Asia/Makassar' },
      'Wait until 09:00 on Monday or Friday (Asia/Makassar)',
      'Tunggu sampai pukul 09:00 hari Senin atau Jumat (Asia/Makassar)',
    ],
    [{ type: 'instant', fact: 'ticket.custom.dueDate' }, 'Wait until Due date', 'Tunggu sampai Due date'],
    [{ type: 'businessHours' }, 'Wait until business hours', 'Tunggu sampai jam kerja'],
  ])('until %j reads in both languages', (until, english, indonesian) => {
    expect(sentencesOf('control.wait', { until })).toEqual([english, indonesian]);
    expect(findingsOf('control.wait', { until })).toEqual([]);
  });

  it('is checked', () => {
    const check = (until: unknown, ends?: unknown) => findingsOf('control.wait', ends ? { until, ends } : { until });
    expect(check({ type: 'duration', ms: 0, clock: 'calendar' })).toEqual(['MISSING_CONFIG until.ms']);
    expect(check({ type: 'instant', fact: '' })).toEqual(['MISSING_CONFIG until.fact']);
    expect(check({ type: 'instant', fact: 'ticket.colour' })).toEqual(['UNKNOWN_FACT until.fact']);
    expect(check({ type: 'instant', fact: 'ticket.number' })).toEqual(['TYPE_MISMATCH until.fact']);
    expect(check({ type: 'timeOfDay', at: '24:00' })).toEqual(['INVALID_VALUE until.at']);
    expect(check({ type: 'timeOfDay', at: '09:00', timeZone: 'Mars/Base' })).toEqual(['INVALID_VALUE until.timeZone']);
    expect(check({ type: 'businessHours' }, [{ type: 'ticketSolved', by: 'agent' }])).toEqual([
      'INVALID_VALUE ends.0.by',
    ]);
    expect(check({ type: 'businessHours' }, [{ type: 'ticketClosed' }])).toEqual(['INVALID_VALUE ends.0.type']);
    expect(
      nodeDefinition('control.wait')?.references({ until: { type: 'businessHours', calendarId: 'cal-office' } }),
    ).toEqual([{ kind: 'calendar', id: 'cal-office', path: ['until', 'calendarId'] }]);
  });
});
