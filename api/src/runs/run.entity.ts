import type { Run, Step } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One execution of a flow version for one event of a ticket. */
export const RunRecordEntity = defineEntity({
  name: 'RunRecord',
  tableName: 'run',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    traceId: p.uuid(),
    ticketId: p.uuid(),
    flowId: p.uuid(),
    versionId: p.uuid(),
    eventType: p.text(),
    outcome: p.text().$type<Run['outcome']>(),
    acted: p.boolean(),
    steps: p.json<Step[]>(),
    edgeIds: p.array(),
    /** The run that waited, where this is what it did afterwards. */
    continues: p.uuid().strictNullable(),
    /** The run that started it. */
    startedBy: p.uuid().strictNullable(),
    at: p.datetime(),
  },
});

export type RunRecord = InferEntity<typeof RunRecordEntity>;
