import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a channel has delivered: a second message with the same id ends here. */
export const InboxEntryEntity = defineEntity({
  name: 'InboxEntry',
  tableName: 'inbox',
  properties: {
    workspaceId: p.uuid(),
    channelId: p.uuid().primary(),
    externalId: p.text().primary(),
    ticketId: p.uuid(),
    messageId: p.uuid().strictNullable(),
    receivedAt: p.datetime(),
  },
});

export type InboxEntry = InferEntity<typeof InboxEntryEntity>;
