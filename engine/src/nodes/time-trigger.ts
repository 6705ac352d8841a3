import type { TicketEventType } from '../facts/event.ts';
import { type Facts, readFact } from '../facts/fact-value.ts';
import type { Behaviour, Refire, TimeInput, TimeTrigger } from './behaviour.ts';

/** A ticket nobody works on any more is not waited for. */
const ENDED: ReadonlySet<unknown> = new Set(['solved', 'closed']);

/** Whether work on the ticket has ended: it is solved or closed. */
export function isEnded(facts: Facts): boolean {
  return ENDED.has(readFact(facts, 'ticket.status'));
}

/** The value of an instant fact, in milliseconds since 1970 UTC, or null where it is missing. */
export function readInstant(facts: Facts, fact: string): number | null {
  const value = readFact(facts, fact);
  return typeof value === 'number' ? value : null;
}

interface TimeTriggerSpec {
  readonly event: TicketEventType;
  readonly refire: Refire;
  readonly due: TimeTrigger['due'];
  /** The fact to show where the trigger was asked but is not due. */
  readonly decidingFact: string;
}

/**
 * What a trigger does that fires by time: it misses wherever it is not due at that instant by the facts of that
 * instant, whatever it was armed by.
 */
export function timeTrigger({ event, refire, due, decidingFact: fact }: TimeTriggerSpec): Behaviour {
  return {
    type: 'trigger',
    on: [event],
    time: { refire, due },
    miss: ({ facts, nowMs, timeZone, businessClock }) => {
      const input: TimeInput = { facts, nowMs, timeZone, businessClock: businessClock ?? (() => undefined) };
      const found = due(input);
      if (found && found.dueAtMs <= nowMs) return null;
      return { reason: 'conditionDoesNotHold', fact, seen: readFact(facts, fact) };
    },
  };
}
