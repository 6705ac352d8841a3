import * as z from 'zod';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { FactType } from '../facts/fact-value.ts';
import { foldedWords } from '../facts/fold-text.ts';
import { instantMs } from '../facts/instant.ts';
import { isTimeZone, minutesOfClock } from '../facts/zoned-time.ts';
import type { ValueShape } from './operators.ts';

/** The longest pattern `matches` accepts, in characters. */
const LONGEST_PATTERN = 1000;
/** The most values one comparison may list. */
const MOST_VALUES = 500;

const clock = z.string().refine((text) => minutesOfClock(text) !== null, { params: { expected: 'HH:MM' } });
const timeZone = z.string().refine(isTimeZone, { params: { expected: 'timeZone' } });
const weekday = z.number().int().min(1).max(7);

const interval = z
  .strictObject({ weekday, from: clock, to: clock })
  .refine(({ from, to }) => (minutesOfClock(from) ?? 0) < (minutesOfClock(to) ?? 0), {
    params: { expected: 'from<to' },
  });

/** Opening hours of a week: `{timeZone?, intervals: [{weekday: 1-7, from, to}]}`; `from` is inside, `to` is not. */
export const calendarValue = z.strictObject({
  timeZone: timeZone.optional(),
  intervals: z.array(interval).min(1).max(100),
});

/** A calendar of the workspace: its id, or null for the workspace's own. */
export const calendarReference = z.strictObject({ calendarId: z.string().min(1).nullable() });

/** Days of the week: `{days: [1-7], timeZone?}`, 1 is Monday. */
export const weekdaysValue = z.strictObject({ days: z.array(weekday).min(1).max(7), timeZone: timeZone.optional() });

/** A time of day: `{from, to, timeZone?}`; over midnight where `from` is later than `to`. */
export const clockValue = z
  .strictObject({ from: clock, to: clock, timeZone: timeZone.optional() })
  .refine(({ from, to }) => from !== to, { params: { expected: 'from≠to' } });

export type CalendarValue = z.infer<typeof calendarValue>;
export type CalendarReference = z.infer<typeof calendarReference>;
export type WeekdaysValue = z.infer<typeof weekdaysValue>;
export type ClockValue = z.infer<typeof clockValue>;

const text = z.string().min(1).max(2000);
const number = z.number();
const duration = z.number().min(0);
const instant = z
  .union([z.number(), z.string()])
  .refine((value) => instantMs(value) !== null, { params: { expected: 'instant' } });

const SINGLE: Readonly<Record<FactType, z.ZodType>> = {
  text,
  number,
  boolean: z.boolean(),
  instant,
  duration,
  option: text,
  reference: text,
  set: text,
};

/** The schema of a comparison's `value`, by the fact's type and the operator's shape. */
export function valueSchema(type: FactType, shape: ValueShape): z.ZodType {
  const key = `${type} ${shape}`;
  const schema = schemas.get(key) ?? makeSchema(type, shape);
  schemas.set(key, schema);
  return schema;
}

/** A schema costs more to make than to use, and there are few. */
const schemas = new Map<string, z.ZodType>();

function makeSchema(type: FactType, shape: ValueShape): z.ZodType {
  const single = SINGLE[type];
  switch (shape) {
    case 'none':
      return z.undefined();
    case 'one':
      return single;
    case 'many':
      return z.array(single).min(1).max(MOST_VALUES);
    case 'range':
      return z.strictObject({ from: single, to: single }).refine(isOrdered, { params: { expected: 'from≤to' } });
    case 'duration':
      return duration;
    case 'pattern':
      return z.string().min(1).max(LONGEST_PATTERN);
    case 'words':
      return text.refine((given) => foldedWords(given).length > 0, { params: { expected: 'words' } });
    case 'calendar':
      return z.union([calendarReference, calendarValue]);
    case 'weekdays':
      return weekdaysValue;
    case 'clock':
      return clockValue;
  }
}

/** Whether opening hours are named by a calendar of the workspace, and not written out. */
export function isCalendarReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'calendarId');
}

/** Whether a value is one this fact can be compared with: options of closed facts and references must exist. */
export function isOffered(definition: FactDefinition, value: string): boolean {
  if (definition.isOpen || !definition.options) return true;
  return definition.options.some((option) => option.value === value);
}

function isOrdered(range: { readonly from?: unknown; readonly to?: unknown }): boolean {
  const from = instantMs(range.from);
  const to = instantMs(range.to);
  return from === null || to === null || from <= to;
}
