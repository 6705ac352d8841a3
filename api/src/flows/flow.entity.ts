import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A named automation: its editable draft and which version is live. */
export const FlowEntity = defineEntity({
  name: 'Flow',
  tableName: 'flow',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    position: p.integer(),
    stopOnMatch: p.boolean(),
    liveVersionId: p.uuid().strictNullable(),
    /** The document as saved; may be incomplete. */
    draft: p.json<unknown>(),
    draftRevision: p.integer(),
    draftSavedAt: p.datetime(),
    draftSavedBy: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().strictNullable(),
  },
});

export type Flow = InferEntity<typeof FlowEntity>;
