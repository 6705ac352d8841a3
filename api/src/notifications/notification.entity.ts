import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A line in a user's in-app notices. */
export const NotificationEntity = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    userId: p.uuid(),
    ticketId: p.uuid().strictNullable(),
    text: p.text(),
    at: p.datetime(),
    readAt: p.datetime().strictNullable(),
  },
});

export type Notification = InferEntity<typeof NotificationEntity>;
