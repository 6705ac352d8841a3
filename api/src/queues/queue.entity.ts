import type { Policy, RerouteRule } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** As long as the database's own default. */
const DEFAULT_FAIR_DRAIN_MS = 15 * 60_000;

/** A set of waiting tickets with a policy and service targets. */
export const QueueEntity = defineEntity({
  name: 'Queue',
  tableName: 'queue',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    policy: p.text().$type<Policy>(),
    ticketLimit: p.integer(),
    /** Targets: how soon a ticket of that priority should be taken. */
    targetLowMs: p.bigint('number'),
    targetNormalMs: p.bigint('number'),
    targetHighMs: p.bigint('number'),
    targetUrgentMs: p.bigint('number'),
    /** One per workspace: where tickets go that nothing routed. */
    isFallback: p.boolean(),
    position: p.integer(),
    /** How long an agent has to accept an offer; null: tickets are assigned without asking. */
    acceptWithinMs: p.bigint('number').strictNullable(),
    /** After how long a ticket may be offered again to who let it time out; null: never. */
    offerAgainAfterMs: p.bigint('number').strictNullable(),
    reroute: p.text().$type<RerouteRule>().default('keep'),
    /** How long the first to come over a backlog take only their share; 0: they take everything. */
    fairDrainMs: p.bigint('number').default(DEFAULT_FAIR_DRAIN_MS),
  },
});

export type Queue = InferEntity<typeof QueueEntity>;
