/** Units a duration can be written in, largest first, with their length in milliseconds. */
export const DURATION_UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 } as const;

export type DurationUnit = keyof typeof DURATION_UNITS;

/** A duration as a number of the largest unit that leaves no rest; seconds may have a fraction. */
export function durationParts(durationMs: number): { amount: number; unit: DurationUnit } {
  for (const unit of ['days', 'hours', 'minutes'] as const) {
    if (durationMs !== 0 && durationMs % DURATION_UNITS[unit] === 0) {
      return { amount: durationMs / DURATION_UNITS[unit], unit };
    }
  }
  return { amount: durationMs / DURATION_UNITS.seconds, unit: durationMs === 0 ? 'minutes' : 'seconds' };
}
