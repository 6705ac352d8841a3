import { compareText } from '../compile/compile-flow.ts';
import type { Program } from '../compile/link-program.ts';
import type { Due, TicketEventType } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { armedFor } from '../nodes/firing.ts';
import { firingOf } from './firings.ts';
import { businessClocks } from './run-host.ts';
import type { RunContext } from './run-outcome.ts';

/** The events that come because time passed; a trigger listens to at most one of them. */
const TIMED_EVENTS: readonly TicketEventType[] = [
  'slaChecked',
  'ticketIdle',
  'customerOffline',
  'agentUnavailable',
  'schedule',
];

/** A time trigger that will be due for a ticket, and the event to give to `runEvent` then. */
export interface DueTrigger {
  /** Milliseconds since 1970 UTC; before now where it was missed. */
  readonly dueAtMs: number;
  readonly eventType: TicketEventType;
  readonly due: Due;
}

/**
 * When which time triggers of the live flows are next due for a ticket with these facts: the earliest first, ties by
 * flow and node. To be asked anew whenever the ticket or the program changed, and after each firing. Those whose
 * re-fire policy lets them fire no more are left out. Cost: linear in the live time triggers.
 */
export function dueTriggers(
  program: Program,
  facts: Facts,
  context: Pick<RunContext, 'nowMs' | 'timeZone' | 'calendars' | 'defaultCalendarId' | 'firings'>,
): readonly DueTrigger[] {
  const { nowMs, timeZone } = context;
  const input = {
    facts: { ...facts, 'time.now': nowMs },
    nowMs,
    timeZone,
    businessClock: businessClocks(context),
  };
  const found: DueTrigger[] = [];
  for (const eventType of TIMED_EVENTS) {
    for (const { flowId, triggers } of program.byEvent.get(eventType) ?? []) {
      for (const { nodeId, on, time } of triggers) {
        if (!time || !on.includes(eventType)) continue;
        const armed = armedFor(time, input, firingOf(context, flowId, nodeId));
        if (armed) found.push({ dueAtMs: armed.dueAtMs, eventType, due: { flowId, nodeId, episode: armed.episode } });
      }
    }
  }
  return found.sort(
    (a, b) =>
      a.dueAtMs - b.dueAtMs || compareText(a.due.flowId, b.due.flowId) || compareText(a.due.nodeId, b.due.nodeId),
  );
}
