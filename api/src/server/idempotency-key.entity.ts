import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** An answer kept for 24 hours, for a request repeated with the same key. */
export const IdempotencyKeyEntity = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    key: p.text().primary(),
    workspaceId: p.uuid(),
    requestHash: p.blob(),
    /** Null while the first request is under way. */
    response: p.json<unknown>().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type IdempotencyKey = InferEntity<typeof IdempotencyKeyEntity>;
