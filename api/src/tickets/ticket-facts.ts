import {
  ATTRIBUTE_FACT_PREFIX,
  type BusinessClock,
  CUSTOM_FACT_PREFIX,
  type CustomField,
  exclusionFor,
  type Facts,
  type FactValue,
  readFact,
  type SlaReading,
  slaFacts,
} from '@alur/engine';
import type { ContactRow, TicketRow } from '../runs/rows.ts';
import type { Circumstances } from './circumstances.ts';
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
  readonly channel: { readonly type: string; readonly weight: number };
  readonly message: MessageInHand | null;
  /** The contact's unsettled tickets, this one among them if it is. */
  readonly openTickets: number;
  /** Its clocks at the instant; absent where no SLA policy is set, or where only the rest is asked. */
  readonly clocks?: SlaReading | null;
}

/** A workspace's custom fields by key. */
export type CustomFields = ReadonlyMap<string, Pick<CustomField, 'type'>>;

/** What facts of all tickets of a workspace are made from. */
export interface FactBasis {
  readonly customFields: CustomFields;
  /** Attributes of contacts by key. */
  readonly contactAttributes: CustomFields;
  /** The workspace's own calendar; null where it has none, so that every hour is a business hour. */
  readonly businessClock: BusinessClock | null;
  readonly circumstances: Circumstances;
}

/**
 * The facts of the catalogue that are known of one ticket, at an instant (milliseconds since 1970 UTC). Those that take
 * more to find out are there where the circumstances hold them.
 */
export function factsOf(sources: FactSources, basis: FactBasis, nowMs: number): Facts {
  const { ticket, contact, channel, message, openTickets } = sources;
  const { customFields, contactAttributes, businessClock } = basis;
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
    'ticket.channelType': channel.type,
    'ticket.queue': ticket.queueId,
    'ticket.team': ticket.teamId,
    'ticket.assignee': ticket.assigneeId,
    'ticket.age': Math.max(0, nowMs - ticket.createdAt.getTime()),
    'ticket.waitingTime': isWaiting && ticket.queuedAt ? Math.max(0, nowMs - ticket.queuedAt.getTime()) : null,
    'ticket.timeSinceAssignment': ticket.assignedAt ? Math.max(0, nowMs - ticket.assignedAt.getTime()) : null,
    'ticket.createdAt': ticket.createdAt.getTime(),
    'ticket.lastCustomerMessageAt': ticket.lastCustomerMessageAt?.getTime() ?? null,
    'ticket.lastAgentMessageAt': ticket.lastAgentMessageAt?.getTime() ?? null,
    'ticket.lastActivityAt': lastActivityAtMs(ticket),
    'ticket.reopenCount': ticket.reopenCount,
    'ticket.transferCount': ticket.transferCount,
    'ticket.replyCount': ticket.replyCount,
    'contact.name': contact.name,
    'contact.email': contact.email,
    'contact.tags': contact.tags,
    'contact.isVip': contact.isVip,
    'contact.language': contact.language,
    'contact.country': contact.country,
    'contact.city': contact.city,
    'contact.followers': contact.followers,
    'contact.accountOwner': contact.accountOwnerId,
    'contact.offlineSince': ticket.customerOfflineSince?.getTime() ?? null,
    'contact.openTickets': openTickets,
    'message.text': message?.text ?? null,
    'message.length': message ? [...message.text].length : null,
    'message.isFirst': message?.isFirst ?? null,
    'message.author': message?.author ?? null,
    'message.hasAttachment': message ? false : null,
    'survey.score': ticket.surveyScore,
    'time.now': nowMs,
    'time.isBusinessHours': businessClock?.isOpenAt(nowMs) ?? true,
    ...factsOfCircumstances(sources, basis.circumstances),
    ...(sources.clocks && slaFacts(sources.clocks)),
  };
  for (const [key, { type }] of customFields)
    facts[CUSTOM_FACT_PREFIX + key] = storedToFact(ticket.customFields[key], type);
  for (const [key, { type }] of contactAttributes)
    facts[ATTRIBUTE_FACT_PREFIX + key] = storedToFact(contact.attributes[key], type);
  return facts;
}

/** What people did last: a message, an assignment, opening or settling it. What flows change is no activity. */
function lastActivityAtMs(ticket: TicketRow): number {
  const { createdAt, lastCustomerMessageAt, lastAgentMessageAt, assignedAt, firstOpenedAt, solvedAt } = ticket;
  const instants = [createdAt, lastCustomerMessageAt, lastAgentMessageAt, assignedAt, firstOpenedAt, solvedAt];
  return Math.max(...instants.map((at) => at?.getTime() ?? 0));
}

function factsOfCircumstances(
  { ticket, contact, channel }: FactSources,
  { history, presence, agents, waiting }: Circumstances,
): Facts {
  const earlier = history?.get(contact.id);
  const assignee = ticket.assigneeId === null ? undefined : presence?.get(ticket.assigneeId);
  const requirement = ticket.queueRequirement ?? { skills: [] };
  return {
    ...(history && {
      'contact.ticketsLast7Days': earlier?.ticketsLast7Days ?? 0,
      'contact.ticketsLast30Days': earlier?.ticketsLast30Days ?? 0,
      'contact.ticketsLast90Days': earlier?.ticketsLast90Days ?? 0,
      'contact.lastAgent': earlier?.lastAgentId ?? null,
      'contact.lastCsat': earlier?.lastCsat ?? null,
    }),
    ...(presence && {
      'agent.presence': assignee?.presence ?? null,
      'agent.unavailableSince': assignee?.leftAtMs ?? null,
    }),
    ...(agents && {
      'queue.waiting': ticket.queueId === null ? null : (waiting?.get(ticket.queueId) ?? 0),
      'queue.availableAgents': agents.filter(
        (agent) => exclusionFor(agent, { requirement, weight: channel.weight, channelType: channel.type }) === null,
      ).length,
    }),
  };
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
