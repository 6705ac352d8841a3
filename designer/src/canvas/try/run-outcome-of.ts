import type { Run } from '@alur/engine';
import type { RunOutcome } from '../../graph/generated/graphql.ts';

const OUTCOMES: Readonly<Record<RunOutcome, Run['outcome']>> = {
  DONE: 'done',
  STOPPED: 'stopped',
  FAILED: 'failed',
  WAITING: 'waiting',
  CANCELLED: 'cancelled',
};

/** How a run ended, as the engine names it. */
export function outcomeOf(outcome: RunOutcome): Run['outcome'] {
  return OUTCOMES[outcome];
}
