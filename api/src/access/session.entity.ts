import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A signed-in browser. Only the hash of its secret is kept. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    userId: p.uuid(),
    /** SHA-256 of the secret. */
    tokenHash: p.blob().hidden(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
  },
});

export type Session = InferEntity<typeof SessionEntity>;
