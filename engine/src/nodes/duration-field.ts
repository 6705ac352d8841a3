import * as z from 'zod';
import type { LocalText } from '../flow/locale.ts';
import { control } from './control.ts';

/** The longest time a trigger waits: a year. */
const LONGEST_MS = 366 * 86_400_000;

/** A length of time a trigger waits for, in whole milliseconds, from `leastMs` to a year. */
export function durationField(label: LocalText, leastMs: number, help?: LocalText) {
  return z
    .number()
    .int()
    .min(leastMs)
    .max(LONGEST_MS)
    .meta(control('duration', label, help ? { help } : {}));
}
