import type { Priority } from '@alur/engine';
import { v7 } from 'uuid';
import { ContactBook } from '../contacts/contact-book.ts';
import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import { handleEvents } from '../runs/handle-events.ts';
import type { Handling } from '../runs/handling.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import type { TicketRow } from '../runs/rows.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { NOTHING_REMEMBERED } from '../runs/ticket-memory.ts';
import { WriteSet } from '../runs/write-set.ts';
import { Refusal } from '../server/refusal.ts';
import { checkCustomFields } from './check-custom-fields.ts';
import { loadCircumstances } from './circumstances.ts';
import type { Accepted, Intake } from './intake.ts';
import { type Channel, inboxKey, loadSurroundings, type Surroundings } from './load-surroundings.ts';
import type { Severity, Status } from './ticket.entity.ts';
import { TicketCheck, tidyTags } from './ticket-check.ts';
import { UNSETTLED_STATUSES } from './ticket-facts.ts';

/** What became of one intake of a batch: a ticket, or why it was refused. */
export type Acceptance = Accepted | Refusal;

/** What became of a batch. */
export interface AcceptedBatch {
  /** In the order of the intakes. */
  readonly acceptances: readonly Acceptance[];
  /** The earliest instant something is due because of it; null where nothing is. */
  readonly wakeAt: Date | null;
}

/**
 * Accepts a batch of checked intakes in the open transaction: inbox, contacts, tickets, messages, flows and all they
 * cause. Three statements, whatever the size of the batch, and more only where a flow reads what is beside the tickets. A refused intake leaves the others alone. A delivery that is known, also from earlier in the batch, is answered with its first ticket.
 */
export async function acceptBatch(
  em: EntityManager,
  workspaceId: string,
  intakes: readonly Intake[],
  programs: Programs,
  now: Date,
): Promise<AcceptedBatch> {
  const counter = await lockWorkspace(em, workspaceId);
  const live = await programs.at(em, workspaceId, counter.flowsRevision);
  const found = await loadSurroundings(em, workspaceId, intakes);
  const { customFields, contactAttributes, fallbackQueueId } = found;
  const known = found.contacts.map(({ contact }) => contact.id);
  const circumstances = await loadCircumstances(em, workspaceId, live.needs, known, now);
  const handling: Handling = {
    counter,
    writes: new WriteSet(),
    live,
    pipelines: live.pipelines,
    basis: { customFields, contactAttributes, businessClock: live.clockOf(null) ?? null, circumstances },
    fallbackQueueId,
    now,
  };
  const contacts = new ContactBook(found.contacts);
  const delivered = new Map(found.delivered);
  const acceptances = intakes.map((intake): Acceptance => {
    const { externalId } = intake;
    const channelId = intake.channelId ?? found.apiChannelId;
    const key = externalId === null || channelId === null ? null : inboxKey(channelId, externalId);
    const first = key === null ? undefined : delivered.get(key);
    if (first) return { ticketId: first.ticketId, ticketNumber: first.ticketNumber, isDuplicate: true, ticket: null };
    try {
      const ticket = makeTicket(handling, contacts, intake, resolveOrThrow(intake, channelId, found));
      const made = { ticketId: ticket.id, ticketNumber: ticket.number };
      if (key !== null) delivered.set(key, made);
      return { ...made, isDuplicate: false, ticket };
    } catch (error) {
      // Only thrown before anything was gathered for writing.
      if (error instanceof Refusal) return error;
      throw error;
    }
  });
  handling.writes.newContacts.push(...contacts.made);
  handling.writes.contacts.push(...contacts.changed);
  await handling.writes.write(em, workspaceId, counter);
  return { acceptances, wakeAt: handling.writes.wakeAt };
}

interface Resolved {
  readonly channel: Channel;
  readonly customFields: Record<string, unknown>;
}

/** What the intake refers to. @throws Refusal naming what doesn't exist. */
function resolveOrThrow(intake: Intake, channelId: string | null, { channels, customFields }: Surroundings): Resolved {
  const check = new TicketCheck();
  const channel = channelId === null ? undefined : channels.get(channelId);
  if (channelId === null)
    check.wrong('REQUIRED', 'This workspace has no API channel, so name a channel: ask for `channels`.', 'channelId');
  else if (!channel) check.wrong('UNKNOWN_REFERENCE', 'There is no such channel; ask for `channels`.', 'channelId');
  const stored = checkCustomFields(intake.customFields ?? {}, customFields, check);
  check.refuseIfWrong();
  if (!channel) throw new Error('A refused channel passed.');
  for (const key of Object.keys(stored)) if (stored[key] === null) delete stored[key];
  return { channel, customFields: stored };
}

function makeTicket(
  handling: Handling,
  contacts: ContactBook,
  intake: Intake,
  { channel, customFields }: Resolved,
): TicketRow {
  const { counter, now, writes } = handling;
  const status = (intake.status ?? 'new') as Status;
  const { contact, openTickets } = contacts.findOrMake(intake.contact, UNSETTLED_STATUSES.includes(status), now);
  counter.ticketNumber += 1;
  const ticket: TicketRow = {
    id: v7(),
    number: counter.ticketNumber,
    externalId: intake.externalId,
    subject: intake.subject,
    status,
    priority: (intake.priority ?? 'normal') as Priority,
    severity: (intake.severity ?? null) as Severity | null,
    level: intake.level ?? 1,
    category: intake.category || null,
    tags: tidyTags(intake.tags ?? []),
    language: intake.language || null,
    sentiment: null,
    customFields,
    channelId: channel.id,
    contactId: contact.id,
    teamId: null,
    assigneeId: null,
    queueId: null,
    queuedAt: null,
    queueRequirement: null,
    queuePlan: null,
    reopenCount: 0,
    transferCount: 0,
    replyCount: 0,
    createdAt: intake.occurredAt ?? now,
    updatedAt: now,
    firstOpenedAt: null,
    lastCustomerMessageAt: intake.message ? (intake.occurredAt ?? now) : null,
    lastAgentMessageAt: null,
    customerOfflineSince: null,
    surveyScore: null,
    surveyComment: null,
    surveyAnsweredAt: null,
    assignedAt: null,
    solvedAt: null,
    closedAt: null,
  };
  const message = intake.message ? { text: intake.message, author: 'customer', isFirst: true } : null;
  const inHand = new TicketInHand(
    {
      ticket,
      contact,
      channel,
      message,
      openTickets,
      entry: null,
      offers: [],
      memory: NOTHING_REMEMBERED,
      log: [],
      isStored: false,
    },
    handling,
  );
  const messageId = intake.message
    ? inHand.addMessage({
        author: 'customer',
        authorId: null,
        authorName: contact.name,
        visibility: 'public',
        text: intake.message,
        isAutomated: intake.isAutomated,
      }).id
    : null;
  if (intake.externalId !== null)
    writes.inbox.push({
      channelId: channel.id,
      externalId: intake.externalId,
      ticketId: ticket.id,
      messageId,
      receivedAt: now,
    });
  const { actor, isAutomated } = intake;
  inHand.log('created', actor, { channelId: channel.id, status, priority: ticket.priority });
  handleEvents(handling, inHand, [
    {
      type: 'ticketCreated',
      ticketId: ticket.id,
      actor: { kind: actor.kind, ...(actor.id !== null && { id: actor.id }) },
      isAutomated,
    },
  ]);
  inHand.settle();
  return inHand.ticket;
}
