import type { Step } from '@alur/engine';
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
    outcome: p.text().$type<'done' | 'stopped' | 'failed'>(),
    acted: p.boolean(),
    steps: p.json<Step[]>(),
    edgeIds: p.array(),
    at: p.datetime(),
  },
});

export type RunRecord = InferEntity<typeof RunRecordEntity>;
