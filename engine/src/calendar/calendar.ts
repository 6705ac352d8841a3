/** Hours of one weekday, wall clock `HH:MM`; `from` is inside, `to` (up to 24:00) is not. 1 is Monday, 7 Sunday. */
export interface OpenInterval {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** A day on which the calendar is closed whatever the weekday. */
export interface Holiday {
  /** `YYYY-MM-DD` in the calendar's time zone. */
  readonly date: string;
  readonly name: string;
}

/** A day with hours of its own, holidays included; none: closed. */
export interface CalendarException {
  /** `YYYY-MM-DD` in the calendar's time zone. */
  readonly date: string;
  readonly intervals: readonly { readonly from: string; readonly to: string }[];
}

/** When people work: plain data, as stored and exported. Intervals of one day may not overlap. */
export interface Calendar {
  /** IANA. */
  readonly timeZone: string;
  readonly weekly: readonly OpenInterval[];
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly CalendarException[];
}
