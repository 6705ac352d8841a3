import fc from 'fast-check';
import type { Calendar } from '../calendar/calendar.ts';
import type { SlaMetric } from '../facts/sla-facts.ts';
import { SLA_METRICS } from '../facts/sla-facts.ts';
import type { SlaInput } from './compile-sla.ts';
import type { SlaEvent } from './sla-event.ts';
import type { SlaPolicy } from './sla-policy.ts';

export const HOUR_MS = 3_600_000;
/** Monday, 23 November 2026, 09:00 in Jakarta: the office opens. */
export const MONDAY_MS = Date.parse('2026-11-23T09:00+07:00');

/** Hours since the office opened on Monday. */
export const hour = (hours: number) => MONDAY_MS + hours * HOUR_MS;

export const office: Calendar = {
  timeZone: 'Asia/Jakarta',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  holidays: [],
  exceptions: [],
};

/** Every metric with the same target for every priority, but urgent: half. */
export function policyOf(
  id: string,
  hours: number,
  over: Partial<SlaPolicy> & { calendarId?: string | null } = {},
): SlaPolicy {
  const { calendarId = 'office', ...rest } = over;
  const lengthMs = hours * HOUR_MS;
  return {
    id,
    name: id,
    position: 1,
    condition: null,
    targets: SLA_METRICS.map((metric) => ({
      metric,
      byPriority: { low: lengthMs, normal: lengthMs, high: lengthMs, urgent: lengthMs / 2 },
      calendarId,
    })),
    ...rest,
  };
}

export const slaInput = (...policies: readonly SlaPolicy[]): SlaInput => ({
  policies,
  calendars: { office },
  defaultCalendarId: 'office',
  timeZone: 'Asia/Jakarta',
});

export const created = (hours: number, facts: SlaEvent['facts'] = {}): SlaEvent => ({
  type: 'created',
  atMs: hour(hours),
  by: 'customer',
  facts: { 'ticket.status': 'new', 'ticket.priority': 'normal', ...facts },
});
export const status = (hours: number, to: string, by: SlaEvent['by'] = 'agent'): SlaEvent => ({
  type: 'changed',
  atMs: hour(hours),
  by,
  facts: { 'ticket.status': to },
});
export const changed = (hours: number, facts: SlaEvent['facts'] = {}): SlaEvent => ({
  type: 'changed',
  atMs: hour(hours),
  by: 'agent',
  facts,
});
export const message = (hours: number, type: 'customerMessage' | 'agentReply' | 'botReply'): SlaEvent => ({
  type,
  atMs: hour(hours),
  by: type === 'customerMessage' ? 'customer' : type === 'agentReply' ? 'agent' : 'bot',
});

const change = fc.oneof(
  fc
    .constantFrom('new', 'open', 'pending', 'on-hold', 'solved', 'closed')
    .chain((to) =>
      fc
        .constantFrom('agent' as const, 'bot' as const)
        .map((by) => ({ type: 'changed' as const, by, facts: { 'ticket.status': to } })),
    ),
  fc
    .constantFrom('low', 'normal', 'high', 'urgent')
    .map((to) => ({ type: 'changed' as const, by: 'agent' as const, facts: { 'ticket.priority': to } })),
  fc.boolean().map((isVip) => ({ type: 'changed' as const, by: 'api' as const, facts: { 'contact.isVip': isVip } })),
  fc.constantFrom(
    { type: 'customerMessage' as const, by: 'customer' as const },
    { type: 'agentReply' as const, by: 'agent' as const },
    { type: 'botReply' as const, by: 'bot' as const },
  ),
);

/** A ticket's log of up to 15 entries over two weeks, and an instant after its creation. */
export const logs: fc.Arbitrary<{ readonly log: readonly SlaEvent[]; readonly nowMs: number }> = fc
  .record({
    entries: fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 24 * 12 }), change), { maxLength: 15 }),
    now: fc.integer({ min: 0, max: 20 * 24 * 12 }),
  })
  .map(({ entries, now }) => ({
    log: [
      created(0),
      ...entries
        .sort(([a], [b]) => a - b)
        .map(([fiveMinutes, entry]): SlaEvent => ({ ...entry, atMs: hour(fiveMinutes / 12) })),
    ],
    nowMs: hour(now / 12),
  }));

/** A VIP policy before one for everybody; some metrics without a target. */
export const policies: fc.Arbitrary<readonly SlaPolicy[]> = fc
  .record({
    vipHours: fc.integer({ min: 1, max: 20 }),
    hours: fc.integer({ min: 1, max: 60 }),
    metrics: fc.subarray<SlaMetric>([...SLA_METRICS]),
    calendarId: fc.constantFrom('office', null),
  })
  .map(({ vipHours, hours, metrics, calendarId }) => [
    policyOf('vip', vipHours, { condition: { fact: 'contact.isVip', op: 'is', value: true }, calendarId }),
    {
      ...policyOf('all', hours, { position: 2 }),
      targets: policyOf('all', hours).targets.filter(({ metric }) => metrics.includes(metric)),
    },
  ]);
