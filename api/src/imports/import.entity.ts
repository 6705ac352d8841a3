import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One file taken in, and how far it is. */
export const ImportEntity = defineEntity({
  name: 'Import',
  tableName: 'import',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    fileName: p.text(),
    format: p.text().$type<'csv' | 'ndjson'>(),
    startedBy: p.uuid().strictNullable(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().strictNullable(),
    accepted: p.integer(),
    duplicates: p.integer(),
    rejected: p.integer(),
  },
});

export type Import = InferEntity<typeof ImportEntity>;
