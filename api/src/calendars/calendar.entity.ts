import type { Calendar as CalendarDocument } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** When people work: opening hours, holidays and days with hours of their own. */
export const CalendarEntity = defineEntity({
  name: 'Calendar',
  tableName: 'calendar',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    document: p.json().$type<CalendarDocument>(),
    /** The workspace's own: what is meant wherever none is named. At most one. */
    isDefault: p.boolean(),
  },
});

export type CalendarRecord = InferEntity<typeof CalendarEntity>;
