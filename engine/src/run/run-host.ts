import type { BusinessClock } from '../calendar/business-clock.ts';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { NodeInput, TimeInput } from '../nodes/behaviour.ts';
import type { Effect, FailureReason } from '../nodes/effect.ts';
import type { FactsView } from './facts-view.ts';
import type { MessageBudget } from './message-budget.ts';
import type { RunContext } from './run-outcome.ts';
import type { RunRecord } from './run-record.ts';
import type { CascadeStop } from './trace.ts';

/** What a run needs of the cascade it is part of. */
export interface RunHost {
  readonly context: RunContext;
  readonly budget: MessageBudget;
  /** The calendars of the context. */
  readonly businessClock: TimeInput['businessClock'];
  /** How many events the cascade has so far. */
  readonly eventCount: number;
  /** Gives a run its index in the outcome: from its first consequence on it is one that acted. */
  claim(run: RunRecord): number;
  ask(effect: Effect): void;
  raise(events: readonly TicketEvent[], runIndex: number): void;
  stop(cause: CascadeStop['cause'], eventType: TicketEvent['type'], flowId: string): void;
  /** Runs the live version of a flow in place of a step; the index of its run, and why it failed. */
  startFlow(
    flowId: string,
    by: { readonly runIndex: number; readonly event: TicketEvent; readonly view: FactsView },
  ): { readonly runIndex?: number; readonly failure?: FailureReason; readonly isLaterStopped: boolean };
}

/** What every node sees: conditions and actions as well as waits and time triggers. */
export type StepInput = NodeInput & TimeInput;

/** What a node sees of an event and the facts of one view. */
export function stepInput(
  { context, businessClock }: Pick<RunHost, 'context' | 'businessClock'>,
  event: TicketEvent,
  { facts }: FactsView,
): StepInput {
  const { nowMs, timeZone, providers = NO_PROVIDERS } = context;
  return { event, facts, changes: event.changes, nowMs, timeZone, providers, businessClock };
}

/** What a time trigger sees of the facts of one view. */
export function timeInput(
  { context, businessClock }: Pick<RunHost, 'context' | 'businessClock'>,
  view: FactsView,
): TimeInput {
  const { nowMs, timeZone } = context;
  return { facts: view.facts, nowMs, timeZone, businessClock };
}

const NO_PROVIDERS: StepInput['providers'] = new Set();

/** The calendars of a context as clocks, by id; the workspace's own for null. */
export function businessClocks({
  calendars = {},
  defaultCalendarId,
}: Pick<RunContext, 'calendars' | 'defaultCalendarId'>): (calendarId: string | null) => BusinessClock | undefined {
  return (calendarId) => {
    const id = calendarId ?? defaultCalendarId;
    const calendar = id !== undefined && Object.hasOwn(calendars, id) ? calendars[id] : undefined;
    return calendar && compileCalendar(calendar);
  };
}
