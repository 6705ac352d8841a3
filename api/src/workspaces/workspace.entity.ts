import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One organisation's separate world: everything else belongs to one. */
export const WorkspaceEntity = defineEntity({
  name: 'Workspace',
  tableName: 'workspace',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    name: p.text(),
    timeZone: p.text(),
    isDemo: p.boolean(),
    createdAt: p.datetime(),
  },
});

export type Workspace = InferEntity<typeof WorkspaceEntity>;
