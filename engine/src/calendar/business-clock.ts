/**
 * A calendar made ready for arithmetic. All instants are milliseconds since 1970 UTC, all lengths milliseconds of open
 * time. `addBusinessTime` and `businessTimeBetween` are exact inverses, on days that change the clock too.
 */
export interface BusinessClock {
  /** Whether the instant lies in opening hours. */
  isOpenAt(atMs: number): boolean;
  /** The instant itself while open, else the next opening; null where the calendar never opens again. */
  nextOpening(fromMs: number): number | null;
  /** The earliest instant with `lengthMs` of open time since `fromMs`; null where there never is as much. */
  addBusinessTime(fromMs: number, lengthMs: number): number | null;
  /** Open time from `fromMs` to `toMs`; 0 where `toMs` is not later. */
  businessTimeBetween(fromMs: number, toMs: number): number;
}
