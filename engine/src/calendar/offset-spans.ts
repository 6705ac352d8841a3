/** A stretch of time in which a zone's clock stands at one distance from UTC: wall clock = instant + `offsetMs`. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

const DAY_MS = 86_400_000;

/** A year of a zone costs about 400 formatted instants (1 to 2 ms) and depends on nothing but zone and year. */
const spansByZone = new Map<string, Map<number, readonly OffsetSpan[]>>();

/**
 * The offsets of an IANA time zone during a UTC year, oldest first, without gaps. Every change of the clock is found to
 * the millisecond, wherever it falls and however far it goes (Apia left out a whole day), unless two cancel out within
 * one day. Throws RangeError for a zone that does not exist.
 */
export function offsetSpans(timeZone: string, year: number): readonly OffsetSpan[] {
  const byYear = spansByZone.get(timeZone) ?? new Map<number, readonly OffsetSpan[]>();
  spansByZone.set(timeZone, byYear);
  const known = byYear.get(year);
  if (known) return known;
  const spans = findSpans(offsetReader(timeZone), Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  byYear.set(year, spans);
  return spans;
}

type ReadOffset = (atMs: number) => number;

function findSpans(offsetAt: ReadOffset, fromMs: number, toMs: number): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = fromMs;
  let offsetMs = offsetAt(fromMs);
  for (let dayMs = fromMs; dayMs < toMs; dayMs += DAY_MS) {
    const lastMs = dayMs + DAY_MS - 1;
    const laterMs = offsetAt(lastMs);
    if (laterMs === offsetMs) continue;
    const changeMs = findChange(offsetAt, dayMs - 1, lastMs, offsetMs);
    spans.push({ fromMs: start, toMs: changeMs, offsetMs });
    start = changeMs;
    offsetMs = laterMs;
  }
  spans.push({ fromMs: start, toMs, offsetMs });
  return spans;
}

/** The first instant after `beforeMs`, at most `afterMs`, at which the offset is no longer `offsetMs`. */
function findChange(offsetAt: ReadOffset, beforeMs: number, afterMs: number, offsetMs: number): number {
  let low = beforeMs;
  let high = afterMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offsetMs) low = middle;
    else high = middle;
  }
  return high;
}

function offsetReader(timeZone: string): ReadOffset {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (atMs) => {
    const part = new Map(formatter.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
    const wallMs = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
    return wallMs - Math.floor(atMs / 1000) * 1000;
  };
}
