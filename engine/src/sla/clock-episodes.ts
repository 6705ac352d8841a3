import type { SlaMetric } from '../facts/sla-facts.ts';

/** A time a clock ran; `toMs` is null while it still does. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** One clock from its start to its end, whatever its target: what the log says. */
export interface Episode {
  readonly metric: SlaMetric;
  /** Counted from 1. */
  readonly number: number;
  readonly startedAtMs: number;
  readonly stretches: readonly Stretch[];
  readonly fulfilledAtMs: number | null;
}

/** What happened to a clock. `breached` is added by whoever knows the target. */
export interface ClockEvent {
  readonly type: 'activated' | 'paused' | 'resumed' | 'fulfilled' | 'breached';
  readonly metric: SlaMetric;
  readonly episode: number;
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number;
}

/** The clocks of one metric while a log is read. Commands that change nothing are none. */
export interface ClockRecorder {
  /** Running or paused, and not fulfilled. */
  isActive(): boolean;
  /** Starts a new clock. */
  activate(atMs: number, isRunning: boolean): void;
  /** Lets the active clock run, or stops it for a while. */
  setRunning(atMs: number, isRunning: boolean): void;
  fulfil(atMs: number): void;
  /** Goes on with the clock that was fulfilled, as if it had been paused. */
  reopen(atMs: number, isRunning: boolean): void;
  readonly episodes: readonly Episode[];
  readonly events: readonly ClockEvent[];
}

/** An empty record of a metric's clocks: none -> running or paused -> fulfilled, and from there on again. */
export function recordClock(metric: SlaMetric): ClockRecorder {
  const episodes: (Omit<Episode, 'stretches' | 'fulfilledAtMs'> & {
    stretches: Stretch[];
    fulfilledAtMs: number | null;
  })[] = [];
  const events: ClockEvent[] = [];
  const note = (type: ClockEvent['type'], atMs: number) =>
    events.push({ type, metric, episode: episodes.length, atMs });
  const isRunning = () => episodes.at(-1)?.stretches.at(-1)?.toMs === null;
  const isActive = () => episodes.at(-1)?.fulfilledAtMs === null;
  const start = (atMs: number) => episodes.at(-1)?.stretches.push({ fromMs: atMs, toMs: null });
  const stop = (atMs: number) => {
    const stretches = episodes.at(-1)?.stretches;
    const last = stretches?.pop();
    // A stretch without length says nothing.
    if (last && last.fromMs < atMs) stretches?.push({ ...last, toMs: atMs });
  };
  return {
    episodes,
    events,
    isActive,
    activate(atMs, runs) {
      const number = episodes.length + 1;
      episodes.push({ metric, number, startedAtMs: atMs, stretches: [], fulfilledAtMs: null });
      note('activated', atMs);
      if (runs) start(atMs);
      else note('paused', atMs);
    },
    setRunning(atMs, runs) {
      if (!isActive() || runs === isRunning()) return;
      if (runs) start(atMs);
      else stop(atMs);
      note(runs ? 'resumed' : 'paused', atMs);
    },
    fulfil(atMs) {
      const last = episodes.at(-1);
      if (!last || last.fulfilledAtMs !== null) return;
      if (isRunning()) stop(atMs);
      last.fulfilledAtMs = atMs;
      note('fulfilled', atMs);
    },
    reopen(atMs, runs) {
      const last = episodes.at(-1);
      if (!last || last.fulfilledAtMs === null) return;
      last.fulfilledAtMs = null;
      if (runs) start(atMs);
      note(runs ? 'resumed' : 'paused', atMs);
    },
  };
}
