import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A presence of the workspace's own making, as lunch or training. */
export const PresenceStatusEntity = defineEntity({
  name: 'PresenceStatus',
  tableName: 'presence_status',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    /** Whether new tickets may be given meanwhile. */
    allowsWork: p.boolean(),
  },
});

export type PresenceStatus = InferEntity<typeof PresenceStatusEntity>;
