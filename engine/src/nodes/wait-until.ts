import * as z from 'zod';
import { readFact } from '../facts/fact-value.ts';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import { durationText } from '../facts/value-text.ts';
import { WEEKDAY_NAMES } from '../facts/weekday-names.ts';
import { isTimeZone, minutesOfClock, zonedTime } from '../facts/zoned-time.ts';
import type { Locale } from '../flow/locale.ts';
import type { TimeInput } from './behaviour.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const calendarId = z.string().optional();

/** What a wait waits for: a length of time, a time of day, an instant the ticket holds, or opening hours. */
export const waitUntil = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('duration'),
    ms: z
      .number()
      .int()
      .min(0)
      .max(366 * 86_400_000),
    clock: z.enum(['calendar', 'business']),
    calendarId,
  }),
  z.strictObject({
    type: z.literal('timeOfDay'),
    at: z.string().refine((at) => at !== '24:00' && minutesOfClock(at) !== null, { params: { expected: 'HH:MM' } }),
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
    timeZone: z
      .string()
      .refine(isTimeZone, { params: { expected: 'timeZone' } })
      .optional(),
  }),
  z.strictObject({ type: z.literal('instant'), fact: z.string() }),
  z.strictObject({ type: z.literal('businessHours'), calendarId }),
]);

export type WaitUntil = z.infer<typeof waitUntil>;

/**
 * The instant a wait is over, in milliseconds, at least `nowMs`; null for never, as with a calendar that never opens. An
 * instant that is missing or past, and opening hours where there is no calendar, are over at once.
 */
export function waitEndMs(until: WaitUntil, input: TimeInput): number | null {
  const { nowMs } = input;
  switch (until.type) {
    case 'duration': {
      const clock = until.clock === 'business' ? input.businessClock(until.calendarId || null) : undefined;
      return clock ? clock.addBusinessTime(nowMs, until.ms) : nowMs + until.ms;
    }
    case 'timeOfDay':
      return nextTimeOfDay(until.at, until.weekdays ?? [], until.timeZone ?? input.timeZone, nowMs);
    case 'instant': {
      const at = readFact(input.facts, until.fact);
      return typeof at === 'number' ? Math.max(nowMs, at) : nowMs;
    }
    case 'businessHours': {
      const clock = input.businessClock(until.calendarId || null);
      return clock ? clock.nextOpening(nowMs) : nowMs;
    }
  }
}

/** What a wait waits for, as people say it: "2 hours of business time", "until 09:00 on Monday or Friday". */
export function waitText(until: WaitUntil, names: Names, locale: Locale): string {
  const calendar =
    'calendarId' in until && until.calendarId ? ` (${names.reference('calendar', until.calendarId)})` : '';
  switch (until.type) {
    case 'duration': {
      const length = durationText(until.ms, locale);
      if (until.clock === 'calendar') return length;
      return { en: `${length} of business time${calendar}`, id: `${length} dalam jam kerja${calendar}` }[locale];
    }
    case 'timeOfDay': {
      const sorted = [...new Set(until.weekdays)].sort((a, b) => a - b);
      const days = listText(
        sorted.map((day) => WEEKDAY_NAMES[locale][day - 1] ?? '…'),
        'or',
        locale,
      );
      const on = days && { en: ` on ${days}`, id: ` hari ${days}` }[locale];
      const zone = until.timeZone ? ` (${until.timeZone})` : '';
      return { en: `until ${until.at}${on}${zone}`, id: `sampai pukul ${until.at}${on}${zone}` }[locale];
    }
    case 'instant': {
      const moment = until.fact ? names.fact(until.fact, locale) : '…';
      return { en: `until ${moment}`, id: `sampai ${moment}` }[locale];
    }
    case 'businessHours':
      return { en: `until business hours${calendar}`, id: `sampai jam kerja${calendar}` }[locale];
  }
}

/**
 * The next instant, from `nowMs` on, at which the clock of a zone shows `HH:MM`, on one of the weekdays (1 Monday to 7
 * Sunday) if any are given. Where a change of the clock leaves that time out, the moment as far after the change.
 */
export function nextTimeOfDay(at: string, weekdays: readonly number[], timeZone: string, nowMs: number): number | null {
  const target = minutesOfClock(at);
  if (target === null) return null;
  const minuteMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  const passedMinutes = zonedTime(minuteMs, timeZone).minuteOfDay;
  // A week, a day because today's may be past, and one for a day that a zone left out.
  for (let days = -1; days <= 8; days += 1) {
    const guessMs = minuteMs + (target - passedMinutes + days * DAY_MINUTES) * MINUTE_MS;
    const atMs = onClock(guessMs, target, timeZone);
    const isWanted = weekdays.length === 0 || weekdays.includes(zonedTime(atMs, timeZone).weekday);
    if (atMs >= nowMs && isWanted) return atMs;
  }
  return null;
}

/** The guess moved to where the clock shows the target, in case the clock changed since. */
function onClock(guessMs: number, target: number, timeZone: string): number {
  const off = (target - zonedTime(guessMs, timeZone).minuteOfDay + 1.5 * DAY_MINUTES) % DAY_MINUTES;
  const movedMs = guessMs + (off - DAY_MINUTES / 2) * MINUTE_MS;
  return zonedTime(movedMs, timeZone).minuteOfDay === target ? movedMs : Math.max(guessMs, movedMs);
}
