import type { Condition, SlaTarget } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What is promised to the tickets that meet a condition. */
export const SlaPolicyEntity = defineEntity({
  name: 'SlaPolicy',
  tableName: 'sla_policy',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    /** The first policy a ticket meets is its policy. */
    position: p.integer(),
    /** Null: every ticket. */
    condition: p.json().$type<Condition>().nullable(),
    targets: p.json().$type<readonly SlaTarget[]>(),
  },
});

export type SlaPolicyRecord = InferEntity<typeof SlaPolicyEntity>;
