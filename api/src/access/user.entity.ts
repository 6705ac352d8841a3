import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Role } from './actor.ts';

/** A person who may sign in to a workspace. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'user_account',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    email: p.text(),
    name: p.text(),
    /** As `hashPassword` wrote it; never leaves the server. */
    passwordHash: p.text().hidden(),
    role: p.text().$type<Role>(),
    locale: p.text().$type<'en' | 'id'>(),
    /** The agent this person works as. */
    agentId: p.uuid().strictNullable(),
    isActive: p.boolean(),
    createdAt: p.datetime(),
  },
});

export type User = InferEntity<typeof UserEntity>;
