import {
  type Provider,
  type RunContext,
  type RunOutcome,
  resumeRun,
  runEvent,
  type TicketEvent,
  type Wake,
} from '@alur/engine';
import { factsOf } from '../tickets/ticket-facts.ts';
import { applyOutcome } from './apply-effects.ts';
import type { Handling } from './handling.ts';
import type { TicketInHand } from './ticket-in-hand.ts';

/** With more live flows than this, a trace tells only of those that acted: telling of all would cost more than running. */
const TOLD_FLOWS = 200;

/** Channels whose customers read messages where they wrote them, so that a stored message is a sent one. */
const READ_IN_PLACE: ReadonlySet<string> = new Set(['web', 'api', 'self-service']);
const WITH_REPLY: ReadonlySet<Provider> = new Set(['reply']);
const NONE: ReadonlySet<Provider> = new Set();

/**
 * Runs the live flows for the events of one change of a ticket, in their order and in one cascade, and applies what they
 * ask for. The ticket's facts are taken as they are, so change the ticket first. Events no flow listens to cost next to
 * nothing; only a creation leaves a trace then. Gives the ids of the runs: of one that goes on, of the run that began it.
 */
export function handleEvents(
  handling: Handling,
  inHand: TicketInHand,
  events: readonly TicketEvent[],
): readonly string[] {
  const [first] = events;
  if (!first) return [];
  const { program } = handling.live;
  const isHeard = events.some(({ type }) => (program.byEvent.get(type)?.length ?? 0) > 0);
  if (!isHeard && inHand.memory.waiting.length === 0 && first.type !== 'ticketCreated') return [];
  for (const { due } of events) if (due) inHand.memory.noteAsked(due.flowId, due.nodeId);
  const context = contextOf(handling, inHand);
  const outcome = runEvent(program, events, factsNow(handling, inHand), context);
  return apply(handling, inHand, outcome, first.type, context);
}

/** Wakes a run of the ticket that waits; one that waits no more is left alone, and so is one the wake is not for. */
export function wakeRun(handling: Handling, inHand: TicketInHand, runId: string, wake: Wake): void {
  const stored = inHand.memory.waiting.find((waiting) => waiting.runId === runId);
  if (!stored) return;
  const context = contextOf(handling, inHand);
  const outcome = resumeRun(handling.live.program, stored, wake, factsNow(handling, inHand), context);
  if (outcome.runs.length > 0) apply(handling, inHand, outcome, WOKEN_BY[wake.type], context);
}

/** What a run that goes on ran for, where no event woke it. */
const WOKEN_BY: Readonly<Record<Wake['type'], string>> = {
  time: 'waitElapsed',
  outcome: 'outcomeKnown',
  cancel: 'runCancelled',
};

/** What is set up for tickets of a channel of that type. */
export function providersOf(channelType: string): ReadonlySet<Provider> {
  return READ_IN_PLACE.has(channelType) ? WITH_REPLY : NONE;
}

function factsNow({ basis, now }: Handling, inHand: TicketInHand) {
  return factsOf(inHand.factSources, basis, now.getTime());
}

function contextOf({ live, counter, fallbackQueueId, now }: Handling, { ticket, channel, memory }: TicketInHand) {
  return {
    nowMs: now.getTime(),
    seed: ticket.id,
    timeZone: counter.timeZone,
    providers: providersOf(channel.type),
    calendars: live.calendars,
    ...(live.defaultCalendarId !== null && { defaultCalendarId: live.defaultCalendarId }),
    fallbackQueueId,
    waiting: memory.waiting,
    firings: memory.firings,
    sent: memory.sent,
    considerations: live.program.pipelines.length > TOLD_FLOWS ? 'acting' : 'all',
  } satisfies RunContext;
}

function apply(
  handling: Handling,
  inHand: TicketInHand,
  outcome: RunOutcome,
  eventType: string,
  { considerations }: RunContext,
): readonly string[] {
  const runIds = applyOutcome(handling, inHand, { outcome, eventType, isComplete: considerations !== 'acting' });
  // A reply that is stored has been sent: whoever waits to know goes on at once.
  for (const effect of outcome.effects)
    if (effect.type === 'sendReply' && effect.awaitedBy !== undefined)
      wakeRun(handling, inHand, runIds[effect.runIndex] ?? '', { type: 'outcome', tokenId: effect.awaitedBy });
  return runIds;
}
