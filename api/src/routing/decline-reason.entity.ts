import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Why an agent may decline a ticket that is offered. */
export const DeclineReasonEntity = defineEntity({
  name: 'DeclineReason',
  tableName: 'decline_reason',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    /** After how long the ticket may be offered to the same agent again, in milliseconds; null: never. */
    offerAgainAfterMs: p.bigint('number').strictNullable(),
  },
});

export type DeclineReason = InferEntity<typeof DeclineReasonEntity>;
