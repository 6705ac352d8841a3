import type { Program } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { Cascade } from './cascade.ts';
import type { RunContext, RunOutcome, StoredRun } from './run-outcome.ts';
import type { Wake } from './waiting-run.ts';

/**
 * Handles what happened to one ticket at one moment, one event or several: the runs that wait for it, the flows that
 * listen to it, in order, and then, breadth first, the events their effects raise. A flow version that acted runs at
 * most once per cascade; events deeper than `CASCADE_DEPTH` run nothing, and where one would have made a flow act this
 * is recorded in `stops`. Automated messages run nothing.
 * `facts` are those after the events; `time.now` is set from the context. The same inputs give the same bytes.
 * Throws RangeError if `context.timeZone` is no IANA time zone and a condition needs it.
 * Cost: linear in the listening flows and the steps they take; with `considerations: 'acting'`, in what matches.
 */
export function runEvent(
  program: Program,
  event: TicketEvent | readonly TicketEvent[],
  facts: Facts,
  context: RunContext,
): RunOutcome {
  const events = 'type' in event ? [event] : event;
  return new Cascade(program, events[0]?.ticketId ?? '', facts, context).handle(events);
}

/**
 * Continues a waiting run, on the version it began with and with facts read anew, and handles all it sets off like
 * `runEvent`: the events it raises have depth 1. `context.waiting` are all the ticket's waiting runs; where it is
 * not among them it is taken for the oldest. In the outcome
 * the run has `continues` and, woken by no event, the event index -1. A wake that is not for it (no wait is over, nobody
 * waits for that outcome) gives an outcome without runs: it waits on as it was.
 */
export function resumeRun(
  program: Program,
  stored: StoredRun,
  wake: Wake,
  facts: Facts,
  context: RunContext,
): RunOutcome {
  return new Cascade(program, stored.state.ticketId, facts, context).resume(stored, wake);
}
