import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One entry of the append-only log everything measured is derived from. */
export const TicketEventRecordEntity = defineEntity({
  name: 'TicketEventRecord',
  tableName: 'ticket_event',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    /** Commit order within the workspace. */
    sequence: p.bigint('string'),
    ticketId: p.uuid(),
    type: p.text(),
    actorKind: p.text(),
    actorId: p.uuid().strictNullable(),
    actorName: p.text().strictNullable(),
    queueId: p.uuid().strictNullable(),
    data: p.json<Record<string, unknown>>(),
    runId: p.uuid().strictNullable(),
    at: p.datetime(),
  },
});

export type TicketEventRecord = InferEntity<typeof TicketEventRecordEntity>;
