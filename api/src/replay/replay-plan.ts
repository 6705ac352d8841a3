import { resolvedAtMs } from '../incidents/incident-history.ts';
import type { Incident } from '../incidents/parse-incident.ts';

/** One incident to be fed, and when it was solved in the log (null: never). Milliseconds of log time since 1970 UTC. */
export interface ReplayItem {
  readonly incident: Incident;
  readonly openedAtMs: number;
  readonly solvedAtMs: number | null;
}

/** Incidents in the order in which they are fed. */
export function replayPlan(incidents: readonly Incident[]): ReplayItem[] {
  return incidents
    .map((incident) => ({ incident, openedAtMs: incident.openedAtMs, solvedAtMs: resolvedAtMs(incident) }))
    .sort((a, b) => a.openedAtMs - b.openedAtMs || (a.incident.number < b.incident.number ? -1 : 1));
}

/** Log time that runs `speed` times as fast as real time. Both times in milliseconds. */
export class ReplayClock {
  #logMs: number;
  #realMs: number;
  #speed: number;

  constructor(logMs: number, realMs: number, speed: number) {
    this.#logMs = logMs;
    this.#realMs = realMs;
    this.#speed = speed;
  }

  /** The log time at a real time. */
  at(realMs: number): number {
    return this.#logMs + (realMs - this.#realMs) * this.#speed;
  }

  /** Goes on from the present log time at another speed. */
  setSpeed(speed: number, realMs: number): void {
    this.#logMs = this.at(realMs);
    this.#realMs = realMs;
    this.#speed = speed;
  }

  /** Leaves out a quiet time: `logMs` comes no later than `waitMs` of real time from now. */
  skipTo(logMs: number, realMs: number, waitMs: number): void {
    const earliest = logMs - waitMs * this.#speed;
    if (this.at(realMs) >= earliest) return;
    this.#logMs = earliest;
    this.#realMs = realMs;
  }
}
