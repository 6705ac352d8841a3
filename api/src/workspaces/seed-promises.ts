import { v7 as newId } from 'uuid';
import { CalendarEntity } from '../calendars/calendar.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { DeclineReasonEntity } from '../routing/decline-reason.entity.ts';
import { PresenceStatusEntity } from '../routing/presence-status.entity.ts';
import { SlaPolicyEntity } from '../sla/sla-policy.entity.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** After the promises the public incident log keeps to: 62 hours, and three weeks where priority is low. */
const RESOLUTION = { normal: 62 * HOUR_MS, high: 62 * HOUR_MS, urgent: 62 * HOUR_MS, low: 498 * HOUR_MS };

/**
 * Office hours, what the demo's customers are promised, and words for what agents do beside working on tickets. Nothing
 * is written before the next flush.
 */
export function seedPromises(em: EntityManager, workspaceId: string): void {
  em.create(CalendarEntity, {
    id: newId(),
    workspaceId,
    name: 'Office hours',
    isDefault: true,
    document: {
      timeZone: 'UTC',
      weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
      holidays: [],
      exceptions: [],
    },
  });
  em.create(SlaPolicyEntity, {
    id: newId(),
    workspaceId,
    name: 'Incidents',
    position: 0,
    condition: null,
    targets: [{ metric: 'totalResolution', byPriority: RESOLUTION, calendarId: null }],
  });
  for (const [name, allowsWork] of [
    ['Lunch', false],
    ['Training', false],
    ['Only my own tickets', false],
  ] as const)
    em.create(PresenceStatusEntity, { id: newId(), workspaceId, name, allowsWork });
  for (const [name, offerAgainAfterMs] of [
    ['Not my field', null],
    ['In a call', 10 * MINUTE_MS],
  ] as const)
    em.create(DeclineReasonEntity, { id: newId(), workspaceId, name, offerAgainAfterMs });
}
