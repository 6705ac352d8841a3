import type { Affinity, LadderTarget, Priority, Requirement } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const STATUSES = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
export const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** What a route asked for beyond its first queue: the targets in order, the first among them, and whom to prefer. */
export interface QueuePlan {
  readonly ladder: readonly LadderTarget[];
  readonly prefer: Affinity | null;
  /** Which of its rungs the ticket is on, or was when an agent got it; absent: the first. */
  readonly rung?: number;
}

/** A customer's matter, as it is now. */
export const TicketEntity = defineEntity({
  name: 'Ticket',
  tableName: 'ticket',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    number: p.integer(),
    externalId: p.text().strictNullable(),
    subject: p.text(),
    status: p.text().$type<Status>(),
    priority: p.text().$type<Priority>(),
    severity: p.text().$type<Severity>().strictNullable(),
    level: p.integer(),
    category: p.text().strictNullable(),
    tags: p.array(),
    language: p.text().strictNullable(),
    sentiment: p.text().$type<Sentiment>().strictNullable(),
    /** Keyed by custom field key. */
    customFields: p.json<Record<string, unknown>>(),
    channelId: p.uuid(),
    contactId: p.uuid(),
    teamId: p.uuid().strictNullable(),
    assigneeId: p.uuid().strictNullable(),
    queueId: p.uuid().strictNullable(),
    queuedAt: p.datetime().strictNullable(),
    /** What its queue asks of agents; kept while assigned, for a way back into the queue. */
    queueRequirement: p.json<Requirement>().strictNullable(),
    queuePlan: p.json<QueuePlan>().strictNullable(),
    reopenCount: p.integer(),
    transferCount: p.integer(),
    replyCount: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    /** When an agent first opened it. */
    firstOpenedAt: p.datetime().strictNullable(),
    /** Of public messages; the one that opened the ticket counts. */
    lastCustomerMessageAt: p.datetime().strictNullable(),
    lastAgentMessageAt: p.datetime().strictNullable(),
    /** Since when its customer has been away from a live conversation; null where nothing is known. */
    customerOfflineSince: p.datetime().strictNullable(),
    /** 1 to 5. */
    surveyScore: p.smallint().strictNullable(),
    surveyComment: p.text().strictNullable(),
    surveyAnsweredAt: p.datetime().strictNullable(),
    assignedAt: p.datetime().strictNullable(),
    solvedAt: p.datetime().strictNullable(),
    closedAt: p.datetime().strictNullable(),
  },
});

export type Ticket = InferEntity<typeof TicketEntity>;
