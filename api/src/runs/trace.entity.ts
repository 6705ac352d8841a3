import type { CascadeStop, Consideration } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Why flows did or did not act on one accepted event. */
export const TraceEntity = defineEntity({
  name: 'Trace',
  tableName: 'trace',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    ticketId: p.uuid(),
    eventType: p.text(),
    considerations: p.json<Consideration[]>(),
    stops: p.json<CascadeStop[]>(),
    /** False where only what had consequences is told. */
    isComplete: p.boolean(),
    at: p.datetime(),
  },
});

export type Trace = InferEntity<typeof TraceEntity>;
