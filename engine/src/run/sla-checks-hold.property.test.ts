import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { checkProgram } from '../compile/check-program.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram, type Program } from '../compile/link-program.ts';
import type { GuardedPolicy, ProgramFlow } from '../compile/program-world.ts';
import { conditionsAbout } from '../conditions/reasoning/small-world.test-support.ts';
import type { SlaMetric } from '../facts/sla-facts.ts';
import type { Flow } from '../flow/flow.ts';
import { isNightly, PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { compileSla, type Sla } from '../sla/compile-sla.ts';
import type { SlaReading } from '../sla/sla-clock.ts';
import type { SlaEvent } from '../sla/sla-event.ts';
import { slaFacts } from '../sla/sla-facts.ts';
import { dueTriggers } from './due-triggers.ts';
import { sketchedFlow } from './flow.test-support.ts';
import { runEvent } from './run-event.ts';

const RUNS = propertyRuns(isNightly ? 20_000 : 2000);
const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-23T00:00:00Z');
/** Every 17th hour of a week, so that early and late hours of working days and of a weekend come. */
const STARTS = Array.from({ length: 10 }, (_, index) => MONDAY + index * 17 * HOUR);
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

const hours = (from: string, to: string, weekdays: readonly number[]): Calendar => ({
  timeZone: 'UTC',
  weekly: weekdays.map((weekday) => ({ weekday, from, to })),
  holidays: [],
  exceptions: [],
});
const calendars = {
  'cal-office': hours('09:00', '17:00', [1, 2, 3, 4, 5]),
  'cal-night': hours('12:00', '23:00', [1, 2, 3, 4, 5, 6, 7]),
};
const calendarId = fc.constantFrom('cal-office', 'cal-night');

const hoursOf = (...given: readonly number[]) => fc.constantFrom(...given).map((length) => length * HOUR);
const lengths = hoursOf(1, 1, 2, 4, 30);
const metric = fc.constantFrom<SlaMetric>('firstReply', 'nextReply', 'firstResolution', 'totalResolution');
const policy = fc
  .uniqueArray(
    fc.record({
      metric,
      byPriority: fc.record(
        { low: lengths, normal: lengths, high: lengths, urgent: lengths },
        { requiredKeys: ['normal'] },
      ),
      calendarId: fc.option(calendarId),
    }),
    { selector: (target) => target.metric, minLength: 1, maxLength: 2 },
  )
  .map((targets): GuardedPolicy => ({ id: 'sla-gold', targets }));

const length = fc.record(
  { ms: hoursOf(1, 4, 8, 30, 40), clock: fc.constantFrom('calendar', 'business'), calendarId },
  { requiredKeys: ['ms', 'clock'] },
);
const ends = fc.constantFrom(
  { type: 'ticketReplied', by: 'agent' },
  { type: 'ticketReplied' },
  { type: 'ticketReplied', by: 'customer' },
  { type: 'ticketSolved' },
  { type: 'ticketSolved' },
);
const refire = { policy: 'oncePerEpisode' };
const waiting = fc
  .record({ condition: conditionsAbout(['ticket.priority']), until: length, end: ends })
  .map(({ condition, until, end }) =>
    sketchedFlow({
      t: ['trigger.ticketCreated', {}, 'then>f'],
      f: ['filter.condition', { condition }, 'yes>w'],
      w: ['control.wait', { until: { type: 'duration', ...until }, ends: [end] }],
    }),
  );
const idling = fc
  .record({ until: length, waitingOn: fc.constantFrom('agent', 'customer') })
  .map(({ until: { ms, ...clock }, waitingOn }) =>
    sketchedFlow({
      t: ['trigger.ticketIdle', { waitingOn, forMs: ms, ...clock, refire }, 'then>s'],
      s: ['action.note', { text: 'x' }],
    }),
  );

function live(flowId: string, flow: Flow): ProgramFlow {
  return { flowId, name: flowId, position: 0, stopOnMatch: false, flow };
}

function linked(flow: Flow) {
  return linkProgram([compileFlow(flow, { flowId: 'f', versionId: 'v', position: 0, stopOnMatch: false })]);
}

/** When a timer is over for a ticket that came at this moment; null where it does not start. */
function timerEnd(
  program: Program,
  priority: string,
  nowMs: number,
  defaultCalendarId: string | undefined,
): number | null {
  const context = { nowMs, timeZone: 'UTC', seed: 's', calendars, ...(defaultCalendarId ? { defaultCalendarId } : {}) };
  const facts = { 'ticket.priority': priority, 'ticket.status': 'open', 'ticket.lastCustomerMessageAt': nowMs };
  const event = { type: 'ticketCreated', ticketId: 'k', actor: { kind: 'customer' } } as const;
  const [due] = dueTriggers(program, facts, context);
  return due?.dueAtMs ?? runEvent(program, event, facts, context).waiting[0]?.state.tokens[0]?.dueAtMs ?? null;
}

function slaOf(given: GuardedPolicy): Sla {
  const whole = { ...given, name: 'Gold', position: 0, condition: null };
  return compileSla({ policies: [whole], calendars, defaultCalendarId: null, timeZone: 'UTC' });
}

/** The clocks of a ticket that came at this moment, or, for the next reply, that was replied to and asked again. */
function readingOf(sla: Sla, one: SlaMetric, priority: string, nowMs: number): SlaReading {
  const facts = { 'ticket.priority': priority, 'ticket.status': 'open' };
  const came = (atMs: number): SlaEvent => ({ type: 'created', atMs, by: 'customer', facts });
  const log: readonly SlaEvent[] =
    one === 'nextReply'
      ? [
          came(nowMs - 2),
          { type: 'agentReply', atMs: nowMs - 1, by: 'agent' },
          { type: 'customerMessage', atMs: nowMs, by: 'customer' },
        ]
      : [came(nowMs)];
  return sla.read(log, nowMs);
}

/** What of a timer's step says what it looks after. */
interface Timed {
  readonly waitingOn?: string;
  readonly ends?: readonly { readonly type: string; readonly by?: string }[];
}

/** What should have happened before a timer is over. */
function guardedBy({ nodes }: Flow): readonly SlaMetric[] {
  const { waitingOn, ends: given = [] }: Timed =
    nodes.find(({ id }) => id === (nodes.length > 2 ? 'w' : 't'))?.config ?? {};
  const [end] = given;
  if (end?.type === 'ticketSolved') return ['firstResolution', 'totalResolution'];
  return waitingOn === 'agent' || (end && end.by !== 'customer') ? ['firstReply', 'nextReply'] : [];
}

/** Whether the timer is over after every target it guards is missed, whenever it begins; false where it guards none. */
function isTooLate(flow: Flow, given: GuardedPolicy, defaultCalendarId: string | undefined): boolean {
  const [program, sla, metrics] = [linked(flow), slaOf(given), guardedBy(flow)];
  let hasTarget = false;
  for (const priority of PRIORITIES) {
    for (const nowMs of STARTS) {
      const endMs = timerEnd(program, priority, nowMs, defaultCalendarId);
      if (endMs === null) continue;
      for (const one of metrics) {
        const dueAtMs = readingOf(sla, one, priority, nowMs).clocks[one].at(-1)?.dueAtMs;
        if (dueAtMs === null || dueAtMs === undefined) continue;
        hasTarget = true;
        if (endMs <= dueAtMs) return false;
      }
    }
  }
  return hasTarget;
}

describe('what checkProgram says of timers longer than their targets', () => {
  const ownCalendar = fc.option(calendarId, { nil: undefined });
  const worlds = fc.record({
    flow: fc.oneof(waiting, idling),
    given: policy,
    own: ownCalendar,
    isOwnKnown: fc.boolean(),
  });
  const claimsOf = ({
    flow,
    given,
    own,
    isOwnKnown,
  }: {
    flow: Flow;
    given: GuardedPolicy;
    own: string | undefined;
    isOwnKnown: boolean;
  }) =>
    checkProgram([live('f', flow)], {
      references: workspace,
      slaPolicies: [given],
      ...(isOwnKnown ? { defaultCalendarId: own ?? null } : {}),
    }).filter(({ code }) => code === 'TIMER_LONGER_THAN_SLA');

  it('is never wrong: whenever such a timer begins, it is over after every target it guards', () => {
    let said = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        const claims = claimsOf(world);
        if (claims.length === 0) return;
        said += 1;
        expect(isTooLate(world.flow, world.given, world.own)).toBe(true);
      }),
      { seed: PROPERTY_SEED, numRuns: RUNS },
    );
    expect(said).toBeGreaterThan(0.03 * RUNS);
  }, 600_000);

  it('leaves out few of them where the targets count around the clock, as all lengths can be compared with those', () => {
    let real = 0;
    let noticed = 0;
    for (const { given, ...world } of fc.sample(worlds, { seed: PROPERTY_SEED, numRuns: RUNS })) {
      const aroundTheClock = { ...given, targets: given.targets.map((target) => ({ ...target, calendarId: null })) };
      if (!isTooLate(world.flow, aroundTheClock, world.own)) continue;
      real += 1;
      noticed += claimsOf({ ...world, given: aroundTheClock }).length;
    }
    expect(noticed / real).toBeGreaterThanOrEqual(0.85);
    expect(real).toBeGreaterThan(0.05 * RUNS);
  }, 600_000);
});

describe('what checkProgram says of policies nobody hears of', () => {
  const hearing = fc
    .record({
      metric,
      policyId: fc.constantFrom(undefined, '', 'sla-gold', 'sla-silver'),
      at: fc.constantFrom({ type: 'breach' }, { type: 'warning', beforeMs: HOUR / 2 }),
    })
    .map((config) =>
      sketchedFlow({ t: ['trigger.slaChecked', { ...config, refire }, 'then>s'], s: ['action.note', { text: 'x' }] }),
    );

  it('is so exactly where no flow starts, whichever target of theirs is missed', () => {
    let said = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(hearing, hearing, waiting), { maxLength: 2 }), policy, (flows, given) => {
        const claims = checkProgram(
          flows.map((flow, index) => live(`f${index}`, flow)),
          { references: workspace, slaPolicies: [given] },
        ).filter(({ code }) => code === 'SLA_WITHOUT_ESCALATION');
        said += claims.length;
        const sla = slaOf(given);
        const programs = flows.map(linked);
        const isHeard = given.targets.some(({ metric: one }) =>
          PRIORITIES.some((priority) => {
            const facts = { 'ticket.priority': priority, ...slaFacts(readingOf(sla, one, priority, MONDAY)) };
            return programs.some((program) => {
              const due = dueTriggers(program, facts, { nowMs: MONDAY, timeZone: 'UTC', calendars });
              return due.some(({ eventType }) => eventType === 'slaChecked');
            });
          }),
        );
        expect(claims).toHaveLength(isHeard ? 0 : 1);
      }),
      { seed: PROPERTY_SEED, numRuns: RUNS },
    );
    expect(said).toBeGreaterThan(0.1 * RUNS);
    expect(said).toBeLessThan(0.9 * RUNS);
  }, 600_000);
});
