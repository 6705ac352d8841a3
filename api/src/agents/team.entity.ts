import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A group of agents. */
export const TeamEntity = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    /** The support level its members work at, 1 to 5. */
    supportLevel: p.smallint().strictNullable(),
  },
});

export type Team = InferEntity<typeof TeamEntity>;
