import { raiseEvents } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { DISPATCHER, type Doer } from '../runs/handling.ts';
import type { MessageRow } from '../runs/rows.ts';
import { refusal } from '../server/refusal.ts';
import { type Change, changeTicket, doerOf, eventActorOf, type TicketParts } from './change-ticket.ts';
import { rerouteOnReply } from './reroute-on-reply.ts';
import { TEXT_LIMITS, TicketCheck } from './ticket-check.ts';

/** A reply or internal note. */
export interface NewMessage {
  readonly ticketId: string;
  readonly text: string;
  /** Absent: public. */
  readonly visibility?: 'public' | 'internal' | null;
  /** Absent: agent. */
  readonly author?: 'customer' | 'agent' | 'bot' | null;
  /** The sender's id; a second message with it in the ticket's channel is answered with the first. */
  readonly externalId?: string | null;
  /** Stored, but raises no flows (RFC 3834). */
  readonly isAutomated?: boolean | null;
}

export interface AddedMessage {
  readonly messageId: string | null;
  /** The ticket that has the message: another one where the external id was delivered to it before. */
  readonly ticketId: string;
  readonly isDuplicate: boolean;
}

/**
 * Adds a message and runs the flows that listen to replies. A customer's reply opens a solved, pending or waiting ticket
 * again; a closed one takes no more messages.
 * @throws Refusal, NOT_FOUND
 */
export async function addMessage(parts: TicketParts, actor: Actor, message: NewMessage): Promise<AddedMessage> {
  checkMessage(message);
  return changeTicket(parts, actor.workspaceId, message.ticketId, async (change) => {
    const { ticket } = change.inHand;
    const delivered = await findDelivered(change, message);
    if (delivered) return { ...delivered, isDuplicate: true };
    if (ticket.status === 'closed')
      throw refusal(
        'NOT_POSSIBLE_NOW',
        'The ticket is closed. Open a new one, or set its status to open first.',
        'ticketId',
      );
    const row = store(change, actor, message);
    if (message.externalId != null)
      change.handling.writes.inbox.push({
        channelId: ticket.channelId,
        externalId: message.externalId,
        ticketId: ticket.id,
        messageId: row.id,
        receivedAt: change.handling.now,
      });
    if (row.visibility === 'internal')
      change.inHand.log('noteAdded', doerFor(actor, row, change), { messageId: row.id });
    else await reply(change, actor, row);
    return { messageId: row.id, ticketId: ticket.id, isDuplicate: false };
  });
}

function checkMessage({ text, externalId }: NewMessage): void {
  const check = new TicketCheck();
  if (!text.trim()) check.wrong('REQUIRED', 'text must not be empty.', 'text');
  check.message(text, 'text');
  if (externalId != null) check.required(externalId, TEXT_LIMITS.externalId, 'externalId');
  check.refuseIfWrong();
}

async function findDelivered(
  { em, workspaceId, inHand }: Change,
  { externalId }: NewMessage,
): Promise<{ messageId: string | null; ticketId: string } | null> {
  if (externalId == null) return null;
  const [row] = await runStatement<{ message_id: string | null; ticket_id: string }>(
    em,
    'select message_id, ticket_id from inbox where workspace_id = $1 and channel_id = $2 and external_id = $3',
    [workspaceId, inHand.ticket.channelId, externalId],
  );
  return row ? { messageId: row.message_id, ticketId: row.ticket_id } : null;
}

function store({ inHand }: Change, actor: Actor, message: NewMessage): MessageRow {
  const author = message.author ?? 'agent';
  const names = { customer: inHand.contact.name, agent: actor.name, bot: actor.name };
  const authorIds = { customer: inHand.contact.id, agent: actor.agentId, bot: null };
  return inHand.addMessage({
    author,
    authorId: authorIds[author],
    authorName: names[author],
    visibility: message.visibility ?? 'public',
    text: message.text,
    isAutomated: message.isAutomated ?? false,
  });
}

/** A customer's message is the customer's doing, whoever brings it. */
function doerFor(actor: Actor, { author }: MessageRow, { inHand }: Change): Doer {
  if (author === 'customer') return { kind: 'customer', id: inHand.contact.id, name: inHand.contact.name };
  return author === 'bot' ? { ...doerOf(actor), kind: 'bot' } : doerOf(actor);
}

async function reply(change: Change, actor: Actor, row: MessageRow): Promise<void> {
  const { handling, inHand } = change;
  const doer = doerFor(actor, row, change);
  const { author, isAutomated } = row;
  const isFirstReply = !(await hasReplied(change.em, change.workspaceId, inHand.ticket.id, author));
  const { status } = inHand.ticket;
  const reopens = author === 'customer' && !isAutomated && ['pending', 'on-hold', 'solved'].includes(status);
  inHand.ticket = {
    ...inHand.ticket,
    replyCount: inHand.ticket.replyCount + 1,
    status: reopens ? 'open' : status,
    ...(author === 'customer' && { lastCustomerMessageAt: handling.now, customerOfflineSince: null }),
    ...(author === 'agent' && { lastAgentMessageAt: handling.now }),
  };
  inHand.message = { text: row.text, author, isFirst: inHand.message === null };
  inHand.log('replied', doer, { messageId: row.id, author });
  const changes = { 'ticket.status': { from: status, to: 'open' } };
  if (reopens) inHand.logChanges(changes, doer);
  const isFromCustomer = author === 'customer' && !isAutomated;
  const taken = isFromCustomer ? await rerouteOnReply(change) : {};
  const who = author === 'customer' ? { kind: 'customer' as const, id: inHand.contact.id } : eventActorOf(actor);
  const ticketId = inHand.ticket.id;
  const by = { ...who, kind: doer.kind };
  handleEvents(handling, inHand, [
    { type: 'ticketReplied', ticketId, actor: by, isAutomated, isFirstReply },
    ...(reopens ? raiseEvents(changes, ticketId, by) : []),
    ...raiseEvents(taken, ticketId, { kind: DISPATCHER.kind }),
  ]);
}

/** Whether this kind of author has replied before; the message that opened the ticket is no reply. */
async function hasReplied(em: EntityManager, workspaceId: string, ticketId: string, author: string): Promise<boolean> {
  const [row] = await runStatement<{ has_replied: boolean }>(
    em,
    `select exists (
       select from ticket_event
       where workspace_id = $1 and ticket_id = $2 and type = 'replied' and data->>'author' = $3
     ) as has_replied`,
    [workspaceId, ticketId, author],
  );
  return row?.has_replied ?? false;
}
