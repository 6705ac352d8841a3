import type { Effect, Recipient } from '@alur/engine';
import type { Doer, Handling } from './handling.ts';
import type { NoticeRow } from './rows.ts';
import type { TicketInHand } from './ticket-in-hand.ts';

/** The effects that say something to somebody. */
export type MessageEffect = Extract<Effect, { readonly type: 'addNote' | 'notify' | 'sendReply' }>;

/** Stores a note, a reply or notices. @throws where an effect needs a provider that no ticket has */
export function applyMessage(
  handling: Handling,
  inHand: TicketInHand,
  effect: MessageEffect,
  doer: Doer,
  runId: string | null,
): void {
  switch (effect.type) {
    case 'addNote': {
      const { id } = addBotMessage(inHand, doer, 'internal', effect.text);
      inHand.log('noteAdded', doer, { messageId: id }, runId);
      return;
    }
    case 'sendReply': {
      // The customer reads it where they wrote: storing it is sending it.
      const { id } = addBotMessage(inHand, doer, 'public', effect.text);
      inHand.memory.noteSent('contact');
      inHand.log('replied', doer, { messageId: id, author: 'bot' }, runId);
      return;
    }
    case 'notify':
      if (effect.way !== undefined && effect.way !== 'inApp')
        throw new Error(`A notice by ${effect.way} was asked for, and nothing sends it.`);
      notify(handling, inHand, effect.recipients, effect.text);
      for (const recipient of effect.recipients) inHand.memory.noteSent(recipientKey(recipient, inHand));
      inHand.log('notified', doer, { recipients: effect.recipients, text: effect.text }, runId);
  }
}

/** Tells managers and admins; where it is about a flow that failed on the ticket, once for that flow. */
export function tellSupervisors(
  handling: Handling,
  inHand: TicketInHand,
  what: string,
  failedFlowId: string | null = null,
): void {
  notify(handling, inHand, [{ kind: 'supervisors' }], `${what} on ticket #${inHand.ticket.number}.`, failedFlowId);
}

/** Tells the user who works as this agent. */
export function tellAgent(handling: Handling, inHand: TicketInHand, agentId: string, text: string): void {
  notify(handling, inHand, [{ kind: 'agent', agentId }], text);
}

/** Tells the people of a support level, 1 to 5. */
export function tellLevel(handling: Handling, inHand: TicketInHand, level: number, text: string): void {
  notify(handling, inHand, [{ kind: 'level', level }], text);
}

function addBotMessage(inHand: TicketInHand, doer: Doer, visibility: 'public' | 'internal', text: string) {
  return inHand.addMessage({
    author: 'bot',
    authorId: null,
    authorName: doer.name ?? 'Alur',
    visibility,
    text,
    isAutomated: true,
  });
}

/** Who is reached as more than one recipient is told once. */
function notify(
  handling: Handling,
  inHand: TicketInHand,
  recipients: readonly Recipient[],
  text: string,
  failedFlowId: string | null = null,
): void {
  const { notices } = handling.writes;
  const notice = (notices.at(-1)?.notice ?? 0) + 1;
  for (const recipient of recipients) {
    const target = targetOf(recipient, inHand);
    if (target) notices.push({ notice, ...target, failedFlowId, ticketId: inHand.ticket.id, text, at: handling.now });
  }
}

function targetOf(recipient: Recipient, inHand: TicketInHand): Pick<NoticeRow, 'kind' | 'targetId' | 'level'> | null {
  switch (recipient.kind) {
    case 'agent':
      return { kind: 'agent', targetId: recipient.agentId, level: null };
    case 'team':
      return { kind: 'team', targetId: recipient.teamId, level: null };
    case 'supervisors':
      return { kind: 'supervisors', targetId: null, level: null };
    case 'level':
      return { kind: 'level', targetId: null, level: recipient.level };
    case 'assignee': {
      const { assigneeId } = inHand.ticket;
      return assigneeId === null ? null : { kind: 'agent', targetId: assigneeId, level: null };
    }
    case 'address':
      // Nobody in the app is behind an address.
      return null;
  }
}

/** As `SentMessage.recipient` names them. */
function recipientKey(recipient: Recipient, inHand: TicketInHand): string {
  switch (recipient.kind) {
    case 'agent':
      return `agent:${recipient.agentId}`;
    case 'team':
      return `team:${recipient.teamId}`;
    case 'level':
      return `level:${recipient.level}`;
    case 'address':
      return `address:${recipient.address}`;
    case 'supervisors':
      return 'supervisors';
    case 'assignee':
      return `agent:${inHand.ticket.assigneeId ?? ''}`;
  }
}
