import type { SlaMetric, SlaState } from '../graph/generated/graphql.ts';

/** A clock of a ticket, as far as lists need it. */
export interface ShownClock {
  readonly metric: SlaMetric;
  readonly state: SlaState;
  readonly isRunning: boolean;
  readonly dueAt: string | null;
}

/** The clock to look at first: of those that run, the one that is due first; else one that pauses; null: none. */
export function pressingClock<T extends ShownClock>(clocks: readonly T[]): T | null {
  const [next] = clocks
    .filter(({ isRunning, dueAt }) => isRunning && dueAt !== null)
    .sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''));
  return next ?? clocks.find(({ state }) => state === 'PAUSED') ?? null;
}

/** How a clock stands at an instant: what the server said, moved on by time alone. */
export function stateAt({ state, isRunning, dueAt }: ShownClock, nowMs: number): SlaState {
  if (!isRunning || dueAt === null) return state;
  return Date.parse(dueAt) <= nowMs ? 'BREACHED' : state;
}
