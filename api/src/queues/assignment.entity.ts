import type { AssignmentExplanation } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Why the dispatcher gave a ticket to an agent. */
export const AssignmentRecordEntity = defineEntity({
  name: 'AssignmentRecord',
  tableName: 'assignment',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    ticketId: p.uuid(),
    queueId: p.uuid(),
    agentId: p.uuid(),
    explanation: p.json<AssignmentExplanation>(),
    at: p.datetime(),
  },
});

export type AssignmentRecord = InferEntity<typeof AssignmentRecordEntity>;
