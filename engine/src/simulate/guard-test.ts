import type { Calendar } from '../calendar/calendar.ts';
import type { Pipeline } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { PROVIDERS } from '../nodes/behaviour.ts';
import type { Effect } from '../nodes/effect.ts';
import { playTicket, type Transcript } from './virtual-clock.ts';

const MINUTE_MS = 60_000;
const GUARDED_TICKET = 'guarded';
/** Bookkeeping that no manager means when asking what a flow does. */
const SILENT: ReadonlySet<Effect['type']> = new Set(['setFiring']);

/** An event of a guard test; the ticket is the tested one. */
export type GuardEvent = Omit<TicketEvent, 'ticketId'>;

/** As much of an effect as a guard test names. */
export type ExpectedEffect = { readonly type: Effect['type'] } & Readonly<Record<string, unknown>>;

/** A ticket, what happens to it, and what the flow must do: nothing more and nothing less. */
export interface GuardTest {
  readonly name: string;
  /** The ticket as the flow first sees it. */
  readonly facts: Facts;
  /** Milliseconds since 1970 UTC. */
  readonly startsAtMs: number;
  readonly script: readonly {
    readonly afterMinutes: number;
    readonly facts?: Facts;
    readonly events: readonly GuardEvent[];
  }[];
  /** The play ends then; a week after the start if absent. */
  readonly untilMinutes?: number;
  /** In order. */
  readonly expects: readonly { readonly afterMinutes: number; readonly effect: ExpectedEffect }[];
}

/** Where guard tests take place: opening hours by calendar id, and the wall clock. */
export interface GuardPlace {
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly defaultCalendarId: string;
  /** IANA. */
  readonly timeZone: string;
}

/** What became of a guard test. */
export interface GuardResult {
  readonly isPassed: boolean;
  /** What the flow did, in order, without bookkeeping. */
  readonly did: readonly { readonly afterMinutes: number; readonly effect: Effect }[];
  readonly transcript: Transcript;
}

const WEEK_MINUTES = 7 * 24 * 60;

/**
 * Plays a guard test against one flow version, alone, with every provider set up and everything sent going well. Passes
 * where the flow asked for exactly the expected effects at the expected minutes; of each only what is named is compared.
 * Pure.
 */
export function runGuard(pipeline: Pipeline, guard: GuardTest, place: GuardPlace): GuardResult {
  const at = (minutes: number) => guard.startsAtMs + minutes * MINUTE_MS;
  const transcript = playTicket({
    program: linkProgram([pipeline]),
    ticketId: GUARDED_TICKET,
    facts: guard.facts,
    script: guard.script.map(({ afterMinutes, facts = {}, events }) => ({
      atMs: at(afterMinutes),
      facts,
      events: events.map((event) => ({ ...event, ticketId: GUARDED_TICKET })),
    })),
    untilMs: at(guard.untilMinutes ?? WEEK_MINUTES),
    context: { seed: GUARDED_TICKET, providers: new Set(PROVIDERS), ...place },
  });
  const did = transcript.effects
    .filter(({ effect }) => !SILENT.has(effect.type))
    .map(({ atMs, effect }) => ({ afterMinutes: (atMs - guard.startsAtMs) / MINUTE_MS, effect }));
  const isPassed =
    did.length === guard.expects.length &&
    did.every(({ afterMinutes, effect }, index) => {
      const expected = guard.expects[index];
      return expected?.afterMinutes === afterMinutes && isCovered(expected.effect, effect);
    });
  return { isPassed, did, transcript };
}

/** Whether everything `expected` names is in `actual`; lists must be as long. */
function isCovered(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === actual;
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => isCovered(item, actual[index]))
    );
  }
  return Object.entries(expected).every(
    ([key, value]) => Object.hasOwn(actual, key) && isCovered(value, Reflect.get(actual, key)),
  );
}
