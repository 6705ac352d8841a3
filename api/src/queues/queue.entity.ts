import type { Policy } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

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
  },
});

export type Queue = InferEntity<typeof QueueEntity>;
