import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Role } from './actor.ts';

/** A credential of an integration. Only the hash of its secret is kept. */
export const ApiTokenEntity = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    /** First characters of the secret, to tell tokens apart. */
    prefix: p.text(),
    /** SHA-256 of the secret. */
    tokenHash: p.blob().hidden(),
    role: p.text().$type<Role>(),
    createdBy: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().strictNullable(),
    expiresAt: p.datetime().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
  },
});

export type ApiToken = InferEntity<typeof ApiTokenEntity>;
