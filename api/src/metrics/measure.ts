import {
  type Aggregate,
  aggregate,
  METRIC_DEFINITIONS,
  type MetricDefinition,
  type Share,
  shareOf,
} from '@alur/engine';
import type { Figure } from './ticket-figures.ts';

/** What is said of one metric over a set of figures. The part that fits its unit is there. */
export interface Measure {
  readonly definition: MetricDefinition;
  /** Figures it is made from. */
  readonly count: number;
  readonly calendar: Aggregate | null;
  readonly business: Aggregate | null;
  readonly share: Share | null;
  readonly total: number | null;
}

/** One row of an answer: a group and a stretch of time, with its measures. */
export interface MeasuredGroup {
  /** The id or value grouped by; null for what has none, and where nothing is grouped. */
  readonly key: string | null;
  /** Index of the stretch of time; 0 where time is not divided. */
  readonly bucket: number;
  readonly measures: readonly Measure[];
}

/** Gathers figures by group and stretch of time, so that each is looked at once. */
export class Gatherer {
  readonly #bucketStarts: readonly number[];
  readonly #rows = new Map<string, { key: string | null; bucket: number; figures: Map<string, Figure[]> }>();

  /** `bucketStarts`: ascending instants, milliseconds since 1970 UTC; one for time that is not divided. */
  constructor(bucketStarts: readonly number[]) {
    this.#bucketStarts = bucketStarts;
  }

  add(key: string | null, figures: readonly Figure[]): void {
    for (const figure of figures) {
      const bucket = Math.max(0, lastAtMost(this.#bucketStarts, figure.atMs));
      const rowKey = JSON.stringify([key, bucket]);
      let row = this.#rows.get(rowKey);
      if (!row) {
        row = { key, bucket, figures: new Map() };
        this.#rows.set(rowKey, row);
      }
      const own = row.figures.get(figure.metric);
      if (own) own.push(figure);
      else row.figures.set(figure.metric, [figure]);
    }
  }

  /** The rows by time and then key, with the asked metrics in the order of their definitions. */
  measure(metrics: ReadonlySet<string>): readonly MeasuredGroup[] {
    const definitions = METRIC_DEFINITIONS.filter(({ key }) => metrics.has(key));
    return [...this.#rows.values()]
      .sort((a, b) => a.bucket - b.bucket || compareKeys(a.key, b.key))
      .map(({ key, bucket, figures }) => ({
        key,
        bucket,
        measures: definitions.map((definition) => measureOf(definition, figures.get(definition.key) ?? [])),
      }));
  }
}

function measureOf(definition: MetricDefinition, figures: readonly Figure[]): Measure {
  const empty = { definition, count: figures.length, calendar: null, business: null, share: null, total: null };
  switch (definition.unit) {
    case 'duration': {
      const lengths = figures.flatMap((figure) => ('lengthMs' in figure ? [figure] : []));
      const business = lengths.flatMap(({ businessMs }) => (businessMs === undefined ? [] : [businessMs]));
      return {
        ...empty,
        calendar: aggregate(lengths.map(({ lengthMs }) => lengthMs)),
        business: definition.clocks.includes('business') ? aggregate(business) : null,
      };
    }
    case 'share': {
      const parts = figures.flatMap((figure) => {
        if ('isPart' in figure) return [{ part: figure.isPart ? 1 : 0, whole: 1 }];
        return 'partMs' in figure ? [{ part: figure.partMs, whole: figure.wholeMs }] : [];
      });
      const sum = (side: 'part' | 'whole') => parts.reduce((total, each) => total + each[side], 0);
      return { ...empty, share: shareOf(sum('part'), sum('whole')) };
    }
    case 'count':
      return { ...empty, total: figures.reduce((sum, figure) => sum + ('count' in figure ? figure.count : 0), 0) };
  }
}

/** Index of the last start that is at most the instant; -1 where all are later. */
function lastAtMost(starts: readonly number[], atMs: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** By key; what has none comes last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
