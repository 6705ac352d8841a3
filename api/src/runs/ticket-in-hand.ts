import type { Climb, FieldChanges, OfferEvent, SlaReading } from '@alur/engine';
import { v7 } from 'uuid';
import { clockRows } from '../sla/clock-rows.ts';
import { type LoggedEvent, slaLog } from '../sla/ticket-log.ts';
import { ACTIVE_STATUSES, type FactSources, factsOf, type MessageInHand } from '../tickets/ticket-facts.ts';
import { DISPATCHER, type Doer, type Handling } from './handling.ts';
import { PlaceInLine, planOf, type Route } from './place-in-line.ts';
import type { ContactRow, EntryRow, EventRow, MessageRow, OfferRow, TicketRow } from './rows.ts';
import { type MemoryAsFound, TicketMemory } from './ticket-memory.ts';
import { OFFER_EVENTS, TicketOffers } from './ticket-offers.ts';
import { armedTimers } from './time-triggers.ts';

/** A ticket as a transaction found it. */
export interface TicketAsFound {
  readonly ticket: TicketRow;
  readonly contact: ContactRow;
  readonly channel: { readonly type: string; readonly weight: number };
  readonly message: MessageInHand | null;
  /** The contact's unsettled tickets, this one among them. */
  readonly openTickets: number;
  /** Its place among the waiting; null if it has none. */
  readonly entry: EntryRow | null;
  /** What was held out to agents, oldest first. */
  readonly offers: readonly OfferRow[];
  readonly memory: MemoryAsFound;
  /** Its event log, oldest first; empty where no clock is read. */
  readonly log: readonly LoggedEvent[];
  /** False for a ticket that is being made. */
  readonly isStored: boolean;
}

type PendingEvent = Omit<EventRow, 'sequence' | 'queueId'>;

/**
 * A ticket being changed: its fields as they are now, and what is to be logged. Nothing is written before `settle`, which
 * brings the parts of a ticket that follow from others into step (queue entry, instants, counts) and hands over the rows.
 *
 * A ticket waits (has a queue entry) while it is new or open, in a queue, and without an agent.
 */
export class TicketInHand {
  ticket: TicketRow;
  message: MessageInHand | null;
  readonly contact: ContactRow;
  readonly channel: TicketAsFound['channel'];
  readonly memory: TicketMemory;
  readonly #found: TicketAsFound;
  readonly #handling: Handling;
  readonly #events: PendingEvent[] = [];
  readonly offers: TicketOffers;
  readonly #place: PlaceInLine;

  constructor(found: TicketAsFound, handling: Handling) {
    this.#found = found;
    this.#handling = handling;
    this.ticket = found.ticket;
    this.message = found.message;
    this.contact = found.contact;
    this.channel = found.channel;
    this.offers = new TicketOffers(found.offers);
    this.#place = new PlaceInLine(found.entry);
    this.memory = new TicketMemory(found.ticket.id, found.memory, handling.pipelines, handling.now);
  }

  get factSources(): FactSources {
    const { ticket, contact, message, channel } = this;
    const sources = { ticket, contact, message, channel, openTickets: this.#found.openTickets };
    return { ...sources, clocks: this.#readClocks(sources) };
  }

  /** The ticket's clocks as they stand, by its log and what is to be logged; null where no SLA policy is set. */
  #readClocks(sources: FactSources): SlaReading | null {
    const { live, basis, now } = this.#handling;
    if (!live.sla) return null;
    const facts = factsOf(sources, basis, now.getTime());
    return live.sla.read(slaLog([...this.#found.log, ...this.#events], facts), now.getTime());
  }

  get isActive(): boolean {
    return ACTIVE_STATUSES.includes(this.ticket.status);
  }

  /** Adds a line to the event log. */
  log(type: string, doer: Doer, data: Readonly<Record<string, unknown>>, runId: string | null = null): void {
    this.#events.push({
      id: v7(),
      ticketId: this.ticket.id,
      type,
      actorKind: doer.kind,
      actorId: doer.id,
      actorName: doer.name,
      data,
      runId,
      at: this.#handling.now,
    });
  }

  /** Logs changed fields: one line for a move of the status, one for agent and team, one for the rest. */
  logChanges(changes: FieldChanges, doer: Doer, runId: string | null = null): void {
    const rest: Record<string, unknown> = {};
    const responsibility: Record<string, { from: unknown; to: unknown }> = {};
    for (const [fact, change] of Object.entries(changes)) {
      const moved = fact === 'ticket.status' ? statusEvent(change) : null;
      if (moved) this.log(moved, doer, { [fact]: change }, runId);
      else if (fact === 'ticket.assignee' || fact === 'ticket.team') responsibility[fact] = change;
      else if (fact !== 'ticket.queue') rest[fact] = change;
    }
    if (Object.keys(rest).length > 0) this.log('updated', doer, rest, runId);
    if (Object.keys(responsibility).length > 0) {
      const isTaken = Object.values(responsibility).some(({ to }) => to !== null);
      this.log(isTaken ? 'assigned' : 'unassigned', doer, responsibility, runId);
    }
  }

  /** Puts the ticket into a queue. That another queue takes it from its agent is among the run's changes. */
  route(route: Route, doer: Doer, runId: string | null): void {
    const from = this.ticket.queueId;
    const { queueId, requirement, priority } = route;
    this.#place.route(priority);
    this.log('queued', doer, { 'ticket.queue': { from, to: queueId }, requirement, priority }, runId);
    this.ticket = { ...this.ticket, queueId, queueRequirement: requirement, queuePlan: planOf(route) };
  }

  /** Moves a waiting ticket to the next rung of its ladder, with its age. `why` goes into the log. */
  climb(climb: Climb, why: Readonly<Record<string, unknown>>): void {
    const { queueId, queuePlan } = this.ticket;
    const { rung, place } = climb;
    this.#place.climb(climb);
    const { requirement, droppedSkillIds } = rung;
    const moved = rung.queueId === queueId ? {} : { 'ticket.queue': { from: queueId, to: rung.queueId } };
    this.log('laddered', DISPATCHER, { ...moved, requirement, droppedSkillIds, target: rung.target, ...why });
    this.ticket = {
      ...this.ticket,
      queueId: rung.queueId,
      queueRequirement: requirement,
      queuePlan: queuePlan && { ...queuePlan, rung: place.rung },
    };
  }

  /** Takes the ticket from an agent who has left, back into its queue, with its age. `why` goes into the log. */
  requeue(why: Readonly<Record<string, unknown>>): FieldChanges {
    const changes = { 'ticket.assignee': { from: this.ticket.assigneeId, to: null } };
    this.#place.keepAge();
    this.log('unassigned', DISPATCHER, { ...changes, ...why });
    this.ticket = { ...this.ticket, assigneeId: null };
    return changes;
  }

  /** Holds the waiting ticket out to an agent. */
  offer(row: OfferRow): void {
    this.offers.add(row);
    const { id: offerId, agentId, queueId, expiresAt } = row;
    this.log('offered', DISPATCHER, { offerId, agentId, queueId, expiresAt });
  }

  /** Lets something happen to an offer of the ticket; what it comes to goes into the log. */
  stepOffer(id: string, event: OfferEvent, doer: Doer): ReturnType<TicketOffers['step']> {
    const step = this.offers.step(id, event, this.#handling.now);
    const row = this.offers.find(id);
    if (row && row.state !== 'offered' && !['ended', 'notTheirs', 'notDue'].includes(step)) {
      const { agentId, reasonId, state } = row;
      this.log(OFFER_EVENTS[state], doer, { offerId: id, agentId, ...(reasonId !== null && { reasonId }) });
    }
    return step;
  }

  addMessage(message: Omit<MessageRow, 'id' | 'ticketId' | 'createdAt'>): MessageRow {
    const row = { ...message, id: v7(), ticketId: this.ticket.id, createdAt: this.#handling.now };
    this.#handling.writes.messages.push(row);
    return row;
  }

  /** An agent who has a new ticket has opened it. */
  openIfAssigned(): void {
    if (this.ticket.assigneeId === null || this.ticket.status !== 'new') return;
    this.ticket = { ...this.ticket, status: 'open' };
    const assigned = this.#events.findLast(({ type }) => type === 'assigned');
    if (assigned) {
      const data = { ...assigned.data, 'ticket.status': { from: 'new', to: 'open' } };
      this.#events[this.#events.indexOf(assigned)] = { ...assigned, data };
    }
  }

  /** Ends the work on the ticket: afterwards its rows are in the write set. */
  settle(): void {
    this.openIfAssigned();
    this.#fallBack();
    this.#withdrawOffer();
    if (this.#events.length > 0 || !this.#found.isStored) this.#settleRows();
    const { now, basis, live, writes } = this.#handling;
    const { memory, ticket } = this;
    const { clocks } = this.factSources;
    if (live.sla && clocks) writes.putClocks(ticket.id, clockRows(ticket.id, live.sla, clocks));
    const isTimed = live.timeTriggers.length > 0 && ticket.status !== 'closed';
    const facts = isTimed ? factsOf(this.factSources, basis, now.getTime()) : {};
    memory.settle(writes, isTimed ? armedTimers(this.#handling, ticket.id, memory, facts) : []);
  }

  #settleRows(): void {
    const { counter, writes } = this.#handling;
    this.#settleFields();
    const ticket = this.ticket;
    (this.#found.isStored ? writes.tickets : writes.newTickets).push(ticket);
    this.#settleEntry();
    for (const event of this.#events) {
      counter.eventSequence += 1;
      writes.events.push({ ...event, sequence: counter.eventSequence, queueId: ticket.queueId });
    }
  }

  /** A route always ends somewhere: what nobody is responsible for waits in the fallback queue. */
  #fallBack(): void {
    const { assigneeId, teamId, queueId } = this.ticket;
    const { fallbackQueueId } = this.#handling;
    if (!this.isActive || assigneeId || teamId || queueId || fallbackQueueId === null) return;
    this.ticket = {
      ...this.ticket,
      queueId: fallbackQueueId,
      queueRequirement: { skills: [] },
      queuePlan: null,
    };
    this.#place.route(null);
    this.log('queued', DISPATCHER, { 'ticket.queue': { from: null, to: fallbackQueueId }, reason: 'fallback' });
  }

  /** What is no longer to be given away, or goes another way, is no longer held out. */
  #withdrawOffer(): void {
    const { open } = this.offers;
    if (open && (this.#place.isRouted || !this.#isWaiting)) this.stepOffer(open.id, { type: 'withdraw' }, DISPATCHER);
  }

  get #isWaiting(): boolean {
    return this.isActive && this.ticket.assigneeId === null && this.ticket.queueId !== null;
  }

  #settleFields(): void {
    const { now } = this.#handling;
    const { isStored } = this.#found;
    const before = isStored ? this.#found.ticket : null;
    const ticket = { ...this.ticket, updatedAt: now };
    const isSettled = ticket.status === 'solved' || ticket.status === 'closed';
    const wasSettled = before?.status === 'solved' || before?.status === 'closed';
    ticket.solvedAt = isSettled ? (ticket.solvedAt ?? now) : null;
    ticket.closedAt = ticket.status === 'closed' ? (ticket.closedAt ?? now) : null;
    if (wasSettled && !isSettled) ticket.reopenCount += 1;
    if (ticket.assigneeId !== (before?.assigneeId ?? null)) ticket.assignedAt = ticket.assigneeId ? now : null;
    if (before && (isHandedOver(before.assigneeId, ticket.assigneeId) || isHandedOver(before.teamId, ticket.teamId)))
      ticket.transferCount += 1;
    const isBackInLine = before !== null && !ACTIVE_STATUSES.includes(before.status) && this.isActive;
    if (ticket.queueId === null) ticket.queuedAt = null;
    else {
      const isAnew = isBackInLine || ticket.queueId !== (before?.queueId ?? null);
      ticket.queuedAt = this.#place.queuedAt(ticket.queuedAt, isAnew, now);
    }
    this.ticket = ticket;
  }

  #settleEntry(): void {
    const { ticket, channel } = this;
    const { writes, fallbackQueueId, now } = this.#handling;
    const { entry: before, ticket: ticketBefore } = this.#found;
    this.offers.settle(writes);
    if (!this.#isWaiting || ticket.queueId === null || ticket.queuedAt === null) {
      if (before) writes.endedEntries.push(ticket.id);
      return;
    }
    const { apart } = this.offers;
    const line = { ticket, priorityBefore: ticketBefore.priority, channel, apart, fallbackQueueId, now };
    const entry = this.#place.entry(line, ticket.queueId, ticket.queuedAt);
    if (entry) writes.entries.push(entry);
  }
}

/** The event of a status that moved to or from being settled; null for any other move. */
function statusEvent({ from, to }: FieldChanges[string]): 'solved' | 'closed' | 'reopened' | null {
  if (to === 'solved' || to === 'closed') return to;
  return from === 'solved' || from === 'closed' ? 'reopened' : null;
}

function isHandedOver(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && from !== to;
}
