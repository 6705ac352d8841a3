import { CUSTOM_FACT_PREFIX, type CustomField, type Facts, type FactValue, readFact } from '@alur/engine';
import type { ContactRow, TicketRow } from '../runs/rows.ts';
import type { Sentiment, Severity, Status } from './ticket.entity.ts';

/** Statuses in which a ticket waits for or is with an agent, and costs capacity. */
export const ACTIVE_STATUSES: readonly Status[] = ['new', 'open'];
/** Statuses of a matter that isn't settled. */
export const UNSETTLED_STATUSES: readonly Status[] = ['new', 'open', 'pending', 'on-hold'];

/** The message an event is about, else the ticket's latest public one. */
export interface MessageInHand {
  readonly text: string;
  readonly author: string;
  readonly isFirst: boolean;
}

/** What facts are made from. */
export interface FactSources {
  readonly ticket: TicketRow;
  readonly contact: ContactRow;
  readonly channelType: string;
  readonly message: MessageInHand | null;
  /** The contact's unsettled tickets, this one among them if it is. */
  readonly openTickets: number;
}

/** A workspace's custom fields by key. */
export type CustomFields = ReadonlyMap<string, Pick<CustomField, 'type'>>;

/** Every fact of the catalogue for one ticket, at an instant (milliseconds since 1970 UTC). */
export function factsOf(sources: FactSources, customFields: CustomFields, nowMs: number): Facts {
  const { ticket, contact, channelType, message, openTickets } = sources;
  const isWaiting = ACTIVE_STATUSES.includes(ticket.status) && ticket.assigneeId === null && ticket.queuedAt !== null;
  const facts: Record<string, FactValue | null> = {
    'ticket.number': ticket.number,
    'ticket.subject': ticket.subject,
    'ticket.status': ticket.status,
    'ticket.priority': ticket.priority,
    'ticket.severity': ticket.severity,
    'ticket.level': ticket.level,
    'ticket.category': ticket.category,
    'ticket.tags': ticket.tags,
    'ticket.language': ticket.language,
    'ticket.sentiment': ticket.sentiment,
    'ticket.channel': ticket.channelId,
    'ticket.channelType': channelType,
    'ticket.queue': ticket.queueId,
    'ticket.team': ticket.teamId,
    'ticket.assignee': ticket.assigneeId,
    'ticket.age': Math.max(0, nowMs - ticket.createdAt.getTime()),
    'ticket.waitingTime': isWaiting && ticket.queuedAt ? Math.max(0, nowMs - ticket.queuedAt.getTime()) : null,
    'ticket.reopenCount': ticket.reopenCount,
    'ticket.transferCount': ticket.transferCount,
    'ticket.replyCount': ticket.replyCount,
    'contact.name': contact.name,
    'contact.email': contact.email,
    'contact.tags': contact.tags,
    'contact.isVip': contact.isVip,
    'contact.language': contact.language,
    'contact.country': contact.country,
    'contact.openTickets': openTickets,
    'message.text': message?.text ?? null,
    'message.length': message ? [...message.text].length : null,
    'message.isFirst': message?.isFirst ?? null,
    'message.author': message?.author ?? null,
    'time.now': nowMs,
  };
  for (const [key, { type }] of customFields)
    facts[CUSTOM_FACT_PREFIX + key] = storedToFact(ticket.customFields[key], type);
  return facts;
}

/** The ticket with the fields that flows may write taken from facts. Dates of custom fields are kept as ISO 8601. */
export function withFacts(ticket: TicketRow, facts: Facts, customFields: CustomFields): TicketRow {
  const text = (fact: string) => readFact(facts, fact) as string | null;
  const stored: Record<string, unknown> = { ...ticket.customFields };
  for (const [key, { type }] of customFields) {
    const value = readFact(facts, CUSTOM_FACT_PREFIX + key);
    if (value === null) delete stored[key];
    else stored[key] = type === 'date' && typeof value === 'number' ? new Date(value).toISOString() : value;
  }
  return {
    ...ticket,
    status: text('ticket.status') as Status,
    priority: text('ticket.priority') as TicketRow['priority'],
    severity: text('ticket.severity') as Severity | null,
    level: (readFact(facts, 'ticket.level') as number | null) ?? 1,
    category: text('ticket.category'),
    tags: [...((readFact(facts, 'ticket.tags') as readonly string[] | null) ?? [])],
    language: text('ticket.language'),
    sentiment: text('ticket.sentiment') as Sentiment | null,
    customFields: stored,
    queueId: text('ticket.queue'),
    teamId: text('ticket.team'),
    assigneeId: text('ticket.assignee'),
  };
}

/** A custom field's value as conditions see it; null where it is missing or not of the field's type any more. */
export function storedToFact(value: unknown, type: CustomField['type']): FactValue | null {
  switch (type) {
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date': {
      const atMs = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return Number.isNaN(atMs) ? null : atMs;
    }
    case 'set':
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
    case 'text':
    case 'option':
      return typeof value === 'string' ? value : null;
  }
}
