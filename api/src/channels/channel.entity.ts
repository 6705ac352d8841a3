import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A way tickets come in. */
export const ChannelEntity = defineEntity({
  name: 'Channel',
  tableName: 'channel',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    /** email, web, phone, api, self-service and the like. */
    type: p.text(),
    /** Units of an agent's capacity one of its tickets takes. */
    weight: p.integer(),
  },
});

export type Channel = InferEntity<typeof ChannelEntity>;
