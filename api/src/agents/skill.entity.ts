import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Something agents can do, at a level. */
export const SkillEntity = defineEntity({
  name: 'Skill',
  tableName: 'skill',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
  },
});

export type Skill = InferEntity<typeof SkillEntity>;
