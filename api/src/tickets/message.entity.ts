import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A message or internal note on a ticket. */
export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    ticketId: p.uuid(),
    author: p.text().$type<'customer' | 'agent' | 'bot'>(),
    authorId: p.uuid().strictNullable(),
    authorName: p.text(),
    visibility: p.text().$type<'public' | 'internal'>(),
    text: p.text(),
    isAutomated: p.boolean(),
    createdAt: p.datetime(),
  },
});

export type Message = InferEntity<typeof MessageEntity>;
