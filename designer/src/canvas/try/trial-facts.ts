import type { Facts, FactValue, References } from '@alur/engine';

/** A ticket written by hand for a trial. Empty texts are missing facts. */
export interface WrittenTicket {
  readonly subject: string;
  readonly message: string;
  readonly category: string;
  readonly priority: string;
  readonly channelId: string;
  readonly language: string;
  readonly contactName: string;
  readonly isVip: boolean;
  /** Anything else about it, by fact: custom fields, the score of a survey, who is there. */
  readonly more: Facts;
}

export const EMPTY_TICKET: WrittenTicket = {
  subject: '',
  message: '',
  category: '',
  priority: 'normal',
  channelId: '',
  language: '',
  contactName: '',
  isVip: false,
  more: {},
};

/** What a flow would see of a ticket that came in like this at that moment (milliseconds since 1970 UTC). */
export function factsOfWritten(ticket: WrittenTicket, references: References, atMs: number): Facts {
  const channel = references.channels.find(({ id }) => id === ticket.channelId);
  return {
    'ticket.number': 1,
    'ticket.subject': ticket.subject,
    'ticket.status': 'new',
    'ticket.priority': ticket.priority,
    'ticket.level': 1,
    'ticket.category': ticket.category,
    'ticket.language': ticket.language,
    'ticket.channel': channel?.id,
    'ticket.channelType': channel?.type,
    'ticket.tags': [],
    'ticket.age': 0,
    'ticket.waitingTime': 0,
    'ticket.reopenCount': 0,
    'ticket.transferCount': 0,
    'ticket.replyCount': 0,
    'contact.name': ticket.contactName,
    'contact.isVip': ticket.isVip,
    'contact.language': ticket.language,
    'message.text': ticket.message,
    'message.length': ticket.message.length,
    'message.isFirst': true,
    'message.author': 'customer',
    'ticket.createdAt': atMs,
    'ticket.lastCustomerMessageAt': atMs,
    'ticket.lastActivityAt': atMs,
    ...ticket.more,
  };
}

/** Facts as the API gives them, keeping what a fact can be. */
export function readFacts(json: unknown): Facts {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, FactValue] => isFactValue(entry[1])),
  );
}

/** Whether JSON is something a fact can hold. */
export function isFactValue(value: unknown): value is FactValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
