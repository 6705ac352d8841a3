import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A customer. */
export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    externalId: p.text().strictNullable(),
    name: p.text(),
    email: p.text().strictNullable(),
    phone: p.text().strictNullable(),
    tags: p.array(),
    isVip: p.boolean(),
    language: p.text().strictNullable(),
    country: p.text().strictNullable(),
    city: p.text().strictNullable(),
    /** Keyed by attribute key; dates as ISO 8601. */
    attributes: p.json<Record<string, unknown>>(),
    followers: p.integer().strictNullable(),
    /** The agent who looks after this customer. */
    accountOwnerId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type Contact = InferEntity<typeof ContactEntity>;
