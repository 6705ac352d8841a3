import type { Flow } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A published, immutable document of a flow. */
export const FlowVersionEntity = defineEntity({
  name: 'FlowVersion',
  tableName: 'flow_version',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    flowId: p.uuid(),
    number: p.integer(),
    document: p.json<Flow>(),
    note: p.text(),
    publishedAt: p.datetime(),
    publishedBy: p.uuid().strictNullable(),
    rolledBackFrom: p.uuid().strictNullable(),
  },
});

export type FlowVersion = InferEntity<typeof FlowVersionEntity>;
