import { registerEnumType } from 'type-graphql';

/** GraphQL's `Status`; values are those of the database. */
export const StatusEnum = {
  NEW: 'new',
  OPEN: 'open',
  PENDING: 'pending',
  ON_HOLD: 'on-hold',
  SOLVED: 'solved',
  CLOSED: 'closed',
} as const;

registerEnumType(StatusEnum, {
  name: 'Status',
  description: 'How far a ticket has come.',
  valuesConfig: {
    NEW: { description: 'Nobody has taken it yet.' },
    OPEN: { description: 'In progress with an agent, or waiting for one again.' },
    PENDING: { description: 'Waiting for the customer; takes no capacity.' },
    ON_HOLD: { description: 'Waiting for a third party; takes no capacity.' },
    SOLVED: { description: "Done; a customer's reply opens it again." },
    CLOSED: { description: 'Done for good; takes no more messages.' },
  },
});

/** GraphQL's `Priority`; values are those of the database. */
export const PriorityEnum = { LOW: 'low', NORMAL: 'normal', HIGH: 'high', URGENT: 'urgent' } as const;

registerEnumType(PriorityEnum, {
  name: 'Priority',
  description: 'How soon a ticket should be taken; each queue has a target for each.',
  valuesConfig: {
    LOW: { description: 'Can wait.' },
    NORMAL: { description: 'What tickets have when nothing says otherwise.' },
    HIGH: { description: 'Before normal ones.' },
    URGENT: { description: 'Before all others.' },
  },
});

/** GraphQL's `Severity`; values are those of the database. */
export const SeverityEnum = { MINOR: 'minor', MODERATE: 'moderate', MAJOR: 'major', CRITICAL: 'critical' } as const;

registerEnumType(SeverityEnum, {
  name: 'Severity',
  description: 'How bad the matter is for the customer.',
  valuesConfig: {
    MINOR: { description: 'A nuisance.' },
    MODERATE: { description: 'Work is harder.' },
    MAJOR: { description: 'Work is blocked for some.' },
    CRITICAL: { description: 'Work is blocked for all.' },
  },
});

/** GraphQL's `Sentiment`; values are those of the database. */
export const SentimentEnum = { NEGATIVE: 'negative', NEUTRAL: 'neutral', POSITIVE: 'positive' } as const;

registerEnumType(SentimentEnum, {
  name: 'Sentiment',
  description: 'The mood the customer writes in.',
  valuesConfig: {
    NEGATIVE: { description: 'Unhappy.' },
    NEUTRAL: { description: 'Neither.' },
    POSITIVE: { description: 'Happy.' },
  },
});

/** GraphQL's `MessageAuthor`; values are those of the database. */
export const MessageAuthorEnum = { CUSTOMER: 'customer', AGENT: 'agent', BOT: 'bot' } as const;

registerEnumType(MessageAuthorEnum, {
  name: 'MessageAuthor',
  description: 'Who wrote a message.',
  valuesConfig: {
    CUSTOMER: { description: 'The contact of the ticket.' },
    AGENT: { description: 'A person who works on it.' },
    BOT: { description: 'A flow or another program.' },
  },
});

/** GraphQL's `MessageVisibility`; values are those of the database. */
export const MessageVisibilityEnum = { PUBLIC: 'public', INTERNAL: 'internal' } as const;

registerEnumType(MessageVisibilityEnum, {
  name: 'MessageVisibility',
  description: 'Who may see a message.',
  valuesConfig: {
    PUBLIC: { description: 'The customer too.' },
    INTERNAL: { description: 'Only those who work here: an internal note.' },
  },
});

/** GraphQL's `TicketOrderField`. */
export const TicketOrderFieldEnum = {
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
  NUMBER: 'number',
  PRIORITY: 'priority',
} as const;

registerEnumType(TicketOrderFieldEnum, {
  name: 'TicketOrderField',
  description: 'What a list of tickets is ordered by; equal ones by their number or id.',
  valuesConfig: {
    CREATED_AT: { description: 'When it was created.' },
    UPDATED_AT: { description: 'When it was last changed.' },
    NUMBER: { description: 'Its number.' },
    PRIORITY: { description: 'Low to urgent.' },
  },
});

/** GraphQL's `OrderDirection`. */
export const OrderDirectionEnum = { ASC: 'asc', DESC: 'desc' } as const;

registerEnumType(OrderDirectionEnum, {
  name: 'OrderDirection',
  description: 'Which way a list is ordered.',
  valuesConfig: {
    ASC: { description: 'Smallest or oldest first.' },
    DESC: { description: 'Largest or newest first.' },
  },
});

/** GraphQL's `WhyKind`. */
export const WhyKindEnum = {
  FLOW_ACTED: 'flowActed',
  FLOW_DID_NOT_ACT: 'flowDidNotAct',
  ASSIGNED: 'assigned',
  WAITING: 'waiting',
} as const;

registerEnumType(WhyKindEnum, {
  name: 'WhyKind',
  description: 'What a sentence of `why` is about.',
  valuesConfig: {
    FLOW_ACTED: { description: 'A flow did something.' },
    FLOW_DID_NOT_ACT: { description: 'A flow was considered and did nothing, or none routed the ticket.' },
    ASSIGNED: { description: 'Who became responsible, and why they.' },
    WAITING: { description: 'Why the ticket still waits, as of now.' },
  },
});

/** GraphQL's `WaitState`. */
export const WaitStateEnum = { AT_RISK: 'atRisk', BREACHED: 'breached' } as const;

registerEnumType(WaitStateEnum, {
  name: 'WaitState',
  description: 'How a wait in a queue stands against the target of the queue.',
  valuesConfig: {
    AT_RISK: { description: 'Over 70 % of the target is gone.' },
    BREACHED: { description: 'The target is past.' },
  },
});
