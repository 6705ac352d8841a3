import { describe, expect, it } from 'vitest';
import { offsetSpans } from './offset-spans.ts';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);

/** A stretch as people write it: from, to and the hours the clock is ahead of UTC. */
const span = (from: string, to: string, hours: number) => ({
  fromMs: at(from),
  toMs: at(to),
  offsetMs: hours * HOUR_MS,
});

describe('the offsets of a time zone during a year', () => {
  it('are one where the clock never changes', () => {
    expect(offsetSpans('Asia/Jakarta', 2026)).toEqual([span('2026-01-01T00:00Z', '2027-01-01T00:00Z', 7)]);
    expect(offsetSpans('Asia/Kathmandu', 2026)).toEqual([span('2026-01-01T00:00Z', '2027-01-01T00:00Z', 5.75)]);
  });

  it('change to the millisecond in spring and autumn', () => {
    expect(offsetSpans('Europe/Amsterdam', 2026)).toEqual([
      span('2026-01-01T00:00Z', '2026-03-29T01:00Z', 1),
      span('2026-03-29T01:00Z', '2026-10-25T01:00Z', 2),
      span('2026-10-25T01:00Z', '2027-01-01T00:00Z', 1),
    ]);
    expect(offsetSpans('Australia/Lord_Howe', 2026)).toEqual([
      span('2026-01-01T00:00Z', '2026-04-04T15:00Z', 11),
      span('2026-04-04T15:00Z', '2026-10-03T15:30Z', 10.5),
      span('2026-10-03T15:30Z', '2027-01-01T00:00Z', 11),
    ]);
  });

  it('change by a whole day where the calendar leaves one out', () => {
    expect(offsetSpans('Pacific/Apia', 2011).at(-2)).toEqual(span('2011-09-24T14:00Z', '2011-12-30T10:00Z', -10));
    expect(offsetSpans('Pacific/Apia', 2011).at(-1)).toEqual(span('2011-12-30T10:00Z', '2012-01-01T00:00Z', 14));
  });

  it('change at midnight of UTC as well, and on the last day of a year', () => {
    expect(offsetSpans('Europe/Lisbon', 1984)).toEqual([
      span('1984-01-01T00:00Z', '1984-03-25T00:00Z', 0),
      span('1984-03-25T00:00Z', '1984-09-30T00:00Z', 1),
      span('1984-09-30T00:00Z', '1985-01-01T00:00Z', 0),
    ]);
    // Singapore went half an hour ahead as 1981 ended there.
    expect(offsetSpans('Asia/Singapore', 1981)).toEqual([
      span('1981-01-01T00:00Z', '1981-12-31T16:00Z', 7.5),
      span('1981-12-31T16:00Z', '1982-01-01T00:00Z', 8),
    ]);
  });

  it('are worked out once, and apart for each year and zone', () => {
    expect(offsetSpans('Asia/Tokyo', 2026)).toBe(offsetSpans('Asia/Tokyo', 2026));
    expect(offsetSpans('Asia/Tokyo', 2027)[0]?.fromMs).toBe(at('2027-01-01T00:00Z'));
    expect(offsetSpans('Asia/Manila', 2026)[0]?.offsetMs).toBe(8 * HOUR_MS);
  });

  it('do not exist for a zone that does not', () => {
    expect(() => offsetSpans('Asia/Atlantis', 2026)).toThrow(RangeError);
  });
});
