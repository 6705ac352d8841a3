import type { TicketEvent } from '../../facts/event.ts';
import { type Facts, type FactValue, presentValue, readFact } from '../../facts/fact-value.ts';
import { EVENT_FACTS } from '../../nodes/behaviour.ts';

/**
 * A value by which flows are told apart: a fact, a part of the event (`EVENT_FACTS`), a field before or after the
 * event's change, whether it changed (true, or missing), or how many milliseconds ago an instant was.
 */
export interface DimensionKey {
  readonly source: 'fact' | 'event' | 'before' | 'after' | 'changed' | 'age';
  readonly fact: string;
}

/** The value of a dimension, or null where it is missing. */
export function readDimension(
  { source, fact }: DimensionKey,
  event: TicketEvent,
  facts: Facts,
  nowMs: number,
): FactValue | null {
  switch (source) {
    case 'fact':
      return readFact(facts, fact);
    case 'age': {
      const seen = readFact(facts, fact);
      return typeof seen === 'number' ? presentValue(nowMs - seen) : null;
    }
    case 'event':
      return eventFact(event, fact);
    default: {
      const change = event.changes && Object.hasOwn(event.changes, fact) ? event.changes[fact] : undefined;
      if (source === 'changed') return change === undefined ? null : true;
      return presentValue(source === 'before' ? change?.from : change?.to);
    }
  }
}

/** A part of the event, by its name in `EVENT_FACTS`. */
export function eventFact(event: TicketEvent, fact: string): FactValue | null {
  switch (fact) {
    case EVENT_FACTS.actor:
      return event.actor.kind;
    case EVENT_FACTS.isFirstReply:
      return event.isFirstReply ?? null;
    case EVENT_FACTS.name:
      return presentValue(event.name);
    default:
      return null;
  }
}
