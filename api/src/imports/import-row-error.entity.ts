import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A row that was not taken, and why. */
export const ImportRowErrorEntity = defineEntity({
  name: 'ImportRowError',
  tableName: 'import_row_error',
  properties: {
    workspaceId: p.uuid(),
    importId: p.uuid().primary(),
    /** Counts from 1 in the whole file. */
    line: p.integer().primary(),
    columnName: p.text().strictNullable(),
    reason: p.text(),
  },
});

export type ImportRowError = InferEntity<typeof ImportRowErrorEntity>;
