import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zonedText } from '../facts/zoned-time.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { nextCronMoment, parseCron } from './cron.ts';
import { cronSentence } from './cron-sentence.ts';

function moments(text: string, timeZone: string, from: string, count: number): readonly (string | null)[] {
  const cron = parseCron(text);
  const found: (string | null)[] = [];
  let atMs: number | null = Date.parse(from);
  for (let index = 0; index < count && cron && atMs !== null; index += 1) {
    atMs = nextCronMoment(cron, timeZone, atMs);
    found.push(atMs === null ? null : new Date(atMs).toISOString().slice(0, 16));
  }
  return found;
}

describe('a schedule', () => {
  it('comes on the wall clock of its time zone, after the given instant', () => {
    expect(moments('0 9 * * 1-5', 'Asia/Jakarta', '2026-03-06T01:59:00Z', 2)).toEqual([
      '2026-03-06T02:00',
      '2026-03-09T02:00',
    ]);
    expect(moments('0 9 * * *', 'Asia/Jakarta', '2026-03-06T02:00:00Z', 1)).toEqual(['2026-03-07T02:00']);
    expect(moments('*/20 * * * *', 'UTC', '2026-03-06T02:05:00Z', 3)).toEqual([
      '2026-03-06T02:20',
      '2026-03-06T02:40',
      '2026-03-06T03:00',
    ]);
    expect(moments('0 8 1 JAN,JUL *', 'UTC', '2026-03-06T02:05:00Z', 2)).toEqual([
      '2026-07-01T08:00',
      '2027-01-01T08:00',
    ]);
    expect(moments('0 0 29 2 *', 'UTC', '2096-03-01T00:00:00Z', 1)).toEqual(['2104-02-29T00:00']);
  });

  it('takes either day where both day and weekday are given', () => {
    expect(moments('0 0 13 * FRI', 'UTC', '2026-02-06T00:00:00Z', 3)).toEqual([
      '2026-02-13T00:00',
      '2026-02-20T00:00',
      '2026-02-27T00:00',
    ]);
  });

  it('comes once on the days that change the clock, unless it runs in every hour', () => {
    expect(moments('30 2 * * *', 'Europe/Berlin', '2026-03-28T02:00:00Z', 2)).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]);
    expect(moments('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
    expect(moments('0 * * * *', 'Europe/Berlin', '2026-10-24T23:30:00Z', 4)).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T01:00',
      '2026-10-25T02:00',
      '2026-10-25T03:00',
    ]);
    expect(moments('15,30 * * * *', 'Europe/Berlin', '2026-10-25T00:20:00Z', 3)).toEqual([
      '2026-10-25T00:30',
      '2026-10-25T01:15',
      '2026-10-25T01:30',
    ]);
  });

  it('that never comes has no next moment', () => {
    expect(moments('0 0 30 2 *', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual([null]);
  });

  it('is no schedule with other fields, values out of range or steps of nothing', () => {
    for (const text of [
      '',
      '* * * *',
      '* * * * * *',
      '60 * * * *',
      '0 24 * * *',
      '0 0 0 * *',
      '0 0 * 13 *',
      '0 0 * * 8',
      '*/0 * * * *',
      '5/15 * * * *',
      '5-1 * * * *',
      '1- * * * *',
      '@daily',
      '0 0 L * *',
      'a b c d e',
    ]) {
      expect([text, parseCron(text)]).toEqual([text, null]);
    }
  });

  it('names every moment that fits, and no other (property)', () => {
    const field = (least: number, most: number) =>
      fc.oneof(
        fc.constant('*'),
        fc
          .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 3 })
          .map((list) => list.join(',')),
      );
    const zones = fc.constantFrom('UTC', 'Asia/Jakarta', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe');
    const START = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(
        field(0, 59),
        field(0, 23),
        field(1, 31),
        field(0, 6),
        zones,
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        (minute, hour, day, weekday, timeZone, minutes) => {
          const cron = parseCron(`${minute} ${hour} ${day} * ${weekday}`);
          const afterMs = START + minutes * 60_000;
          const next = cron && nextCronMoment(cron, timeZone, afterMs);
          expect(next).toBeGreaterThan(afterMs);
          if (!cron || next === null) return;
          const shows = (atMs: number) => {
            const [date = '', time = ''] = zonedText(atMs, timeZone).split(' ');
            const isDay = cron.days.has(Number(date.slice(8)));
            const isWeekday = cron.weekdays.has(new Date(`${date}T00:00:00Z`).getUTCDay());
            const isOn = cron.isAnyDay || cron.isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
            return (
              isOn && cron.hours.includes(Number(time.slice(0, 2))) && cron.minutes.includes(Number(time.slice(3)))
            );
          };
          const wallMs = (atMs: number) => Date.parse(`${zonedText(atMs, timeZone).replace(' ', 'T')}:00Z`);
          const isAfterJump = wallMs(next) - wallMs(next - 60_000) !== 60_000;
          expect(shows(next) || isAfterJump).toBe(true);
          const lastMs = Math.min(next - 60_000, afterMs + 12 * 3_600_000);
          for (let atMs = afterMs + 60_000; atMs <= lastMs; atMs += 60_000) {
            // The second showing of a time is left out on purpose.
            if (shows(atMs)) expect([3_600_000, 1_800_000].map((ms) => wallMs(atMs - ms))).toContain(wallMs(atMs));
          }
        },
      ),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(50) },
    );
  });
});

describe('the sentence of a schedule', () => {
  it.each([
    ['0 9 * * *', 'every day at 09:00', 'setiap hari pukul 09:00'],
    ['30 8,17 * * 1,3', 'every Monday and Wednesday at 08:30 and 17:30', 'setiap Senin dan Rabu pukul 08:30 dan 17:30'],
    ['0 7 1 * *', 'on day 1 of every month at 07:00', 'tanggal 1 setiap bulan pukul 07:00'],
    ['*/15 * * * *', 'every 15 minutes', 'setiap 15 menit'],
    ['0 * * * *', 'every hour', 'setiap jam'],
    ['5 * * * *', 'every hour at minute 5', 'setiap jam pada menit 5'],
    ['* * * * *', 'every minute', 'setiap menit'],
    ['0 * * * SUN', 'every Sunday every hour', 'setiap Minggu setiap jam'],
    ['3,9 * * * *', 'by the schedule “3,9 * * * *”', 'menurut jadwal “3,9 * * * *”'],
    ['nonsense', '…', '…'],
  ])('%s', (text, english, indonesian) => {
    expect(cronSentence(text, 'en')).toBe(english);
    expect(cronSentence(text, 'id')).toBe(indonesian);
  });
});
