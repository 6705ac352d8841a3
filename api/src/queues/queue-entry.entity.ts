import type { Priority, Requirement } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A ticket waiting in a queue without an agent. */
export const QueueEntryEntity = defineEntity({
  name: 'QueueEntry',
  tableName: 'queue_entry',
  properties: {
    ticketId: p.uuid().primary(),
    workspaceId: p.uuid(),
    queueId: p.uuid(),
    requirement: p.json<Requirement>(),
    priority: p.text().$type<Priority>(),
    weight: p.integer(),
    channelType: p.text(),
    queuedAt: p.datetime(),
  },
});

export type QueueEntry = InferEntity<typeof QueueEntryEntity>;
