import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A group of agents. */
export const TeamEntity = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
  },
});

export type Team = InferEntity<typeof TeamEntity>;
