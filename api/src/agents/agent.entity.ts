import type { Presence } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Someone tickets are given to. */
export const AgentEntity = defineEntity({
  name: 'Agent',
  tableName: 'agent',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    presence: p.text().$type<Presence>(),
    presenceSince: p.datetime(),
    /** Units they can hold at once. */
    capacity: p.integer(),
    /** BCP 47 tags. */
    languages: p.array(),
    /** The support level they work at, 1 to 5; null: that of their teams. */
    supportLevel: p.smallint().strictNullable(),
    lastAssignedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type Agent = InferEntity<typeof AgentEntity>;
