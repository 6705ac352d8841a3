import type { ConditionInput } from '../../conditions/compile-condition.ts';
import type { TicketEvent } from '../../facts/event.ts';
import { type Facts, readFact } from '../../facts/fact-value.ts';
import type { NodeInput, Provider } from '../../nodes/behaviour.ts';
import type { Verification } from './conjunction-slot.ts';
import type { LiteralReading } from './literal-reading.ts';
import { eventFact } from './read-dimension.ts';
import { wouldAct } from './would-act.ts';

/** The clock and the calendars of a search. */
export type MatchContext = Pick<ConditionInput, 'nowMs' | 'timeZone' | 'businessClock'>;

/** What is set up decides what actions do, not whether they are reached. */
const NO_PROVIDERS: ReadonlySet<Provider> = new Set();

/** What nodes are asked with in a search. */
export function searchInput(event: TicketEvent, facts: Facts, context: MatchContext): NodeInput {
  return { ...context, event, facts, changes: event.changes, providers: NO_PROVIDERS };
}

/** Whether a flow that the index has found by one of its conjunctions acts indeed. */
export function isVerified({ pipeline, open, trigger, isWalked }: Verification, input: NodeInput): boolean {
  if (isWalked) return wouldAct(pipeline, input);
  for (const reading of open) if (!holds(reading, input)) return false;
  return !trigger?.miss(input);
}

function holds({ literal: { comparison, isNegated, isOfEvent }, test }: LiteralReading, input: NodeInput): boolean {
  const { changes } = input;
  const { fact } = comparison;
  const seen = isOfEvent ? eventFact(input.event, fact) : readFact(input.facts, fact);
  const change = changes && Object.hasOwn(changes, fact) ? changes[fact] : undefined;
  return test(seen, input, change) !== isNegated;
}
