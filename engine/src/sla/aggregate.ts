/** What a list of lengths of time comes to; null for an empty one. */
export interface Aggregate {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Nine in ten are at most this. */
  readonly p90: number | null;
  readonly longest: number | null;
}

/** Count, mean, median, p90 and longest of values, in any order. Cost: one sort. */
export function aggregate(values: readonly number[]): Aggregate {
  const sorted = [...values].sort((a, b) => a - b);
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? null : sum / sorted.length,
    median: sortedQuantile(sorted, 0.5),
    p90: sortedQuantile(sorted, 0.9),
    longest: sorted.at(-1) ?? null,
  };
}

/**
 * The quantile of a share (0 to 1) of values, by linear interpolation between the two nearest: with n sorted values it
 * lies at place share × (n − 1), counted from 0. That is type 7 of Hyndman and Fan (1996, doi:10.2307/2684934) and
 * `percentile_cont` of SQL, so a database gives the same figure. Null for no values.
 */
export function quantile(values: readonly number[], share: number): number | null {
  return sortedQuantile(
    [...values].sort((a, b) => a - b),
    share,
  );
}

function sortedQuantile(sorted: readonly number[], share: number): number | null {
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}
