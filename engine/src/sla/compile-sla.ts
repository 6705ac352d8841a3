import type { BusinessClock } from '../calendar/business-clock.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { type CompiledCondition, type ConditionInput, compileCondition } from '../conditions/compile-condition.ts';
import { type Facts, readFact } from '../facts/fact-value.ts';
import { SLA_METRICS, type SlaMetric } from '../facts/sla-facts.ts';
import { byMetric } from './by-metric.ts';
import type { ClockEvent, Episode } from './clock-episodes.ts';
import { CALENDAR_TIME, reachedAt, runTime } from './episode-time.ts';
import { inOrder, readLog } from './read-log.ts';
import { AT_RISK_SHARE, type SlaClock, type SlaReading, type SlaState, type TargetInForce } from './sla-clock.ts';
import type { SlaEvent } from './sla-event.ts';
import { SLA_PRIORITIES, type SlaPolicy, type SlaPriority } from './sla-policy.ts';

/** A workspace's policies made ready. Immutable; holds functions, so it is made where it is used and never stored. */
export interface Sla {
  /**
   * The clocks of a ticket at an instant, from its log and nothing else: entries after the instant are not looked at.
   * So a policy that changes, or is added, is answered for the past as well, and nothing is ever reset.
   * Cost: linear in the log and the policies.
   */
  read(log: readonly SlaEvent[], nowMs: number): SlaReading;
  /** The clock a target counts in: around the clock for null and for a calendar that is gone. */
  businessClock(calendarId: string | null): BusinessClock;
}

/** What clocks are held to, and where. */
export interface SlaInput {
  readonly policies: readonly SlaPolicy[];
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** The workspace's own calendar: business time of clocks whose target names none. */
  readonly defaultCalendarId: string | null;
  /** IANA, for conditions of policies. */
  readonly timeZone: string;
}

/** Which policy and priority a ticket had from an instant on. */
interface Rule {
  readonly fromMs: number;
  readonly policy: SlaPolicy | null;
  readonly priority: SlaPriority;
}

/**
 * Makes policies ready. The order in which they are given does not matter. Calendars are compiled when first asked for;
 * one of an unknown zone throws RangeError then (see `checkCalendar`).
 */
export function compileSla(input: SlaInput): Sla {
  const policies = [...input.policies]
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((policy) => ({ policy, ask: policy.condition && compileCondition(policy.condition) }));
  const calendarClock = (calendarId: string | null): BusinessClock | undefined => {
    const isKnown = calendarId !== null && Object.hasOwn(input.calendars, calendarId);
    const calendar = isKnown ? input.calendars[calendarId] : undefined;
    return calendar && compileCalendar(calendar);
  };
  const businessClock = (calendarId: string | null): BusinessClock => calendarClock(calendarId) ?? CALENDAR_TIME;
  const clockOfConditions = (calendarId: string | null) => calendarClock(calendarId ?? input.defaultCalendarId);
  return {
    businessClock,
    read(log, nowMs) {
      const past = inOrder(log).filter(({ atMs }) => atMs <= nowMs);
      const rules = rulesOf(past, policies, { timeZone: input.timeZone, businessClock: clockOfConditions });
      const { episodes, events } = readLog(past);
      const readMetric = (metric: SlaMetric): readonly SlaClock[] =>
        episodes[metric].map((episode) => readEpisode(episode, rules, nowMs, businessClock, input.defaultCalendarId));
      const clocks = byMetric(readMetric);
      const breaches = SLA_METRICS.flatMap((metric) => clocks[metric].flatMap(breachOf));
      return {
        atMs: nowMs,
        policyId: rules.at(-1)?.policy?.id ?? null,
        clocks,
        events: [...events, ...breaches].sort(
          (a, b) => a.atMs - b.atMs || SLA_METRICS.indexOf(a.metric) - SLA_METRICS.indexOf(b.metric),
        ),
      };
    },
  };
}

/** Policy and priority after every change of the ticket; those that stay the same are said once. */
function rulesOf(
  log: readonly SlaEvent[],
  policies: readonly { readonly policy: SlaPolicy; readonly ask: CompiledCondition | null }[],
  clock: Pick<Required<ConditionInput>, 'timeZone' | 'businessClock'>,
): readonly Rule[] {
  const rules: Rule[] = [];
  const createdAtMs = log.find(({ type }) => type === 'created')?.atMs;
  let facts: Facts = {};
  for (const { atMs, facts: changed } of log) {
    facts = { ...facts, ...changed };
    // What goes with time is as it was at that moment, whatever the log says.
    const timely = {
      'time.now': atMs,
      'time.isBusinessHours': clock.businessClock(null)?.isOpenAt(atMs) ?? true,
      'ticket.age': createdAtMs === undefined ? null : atMs - createdAtMs,
    };
    const asked = { facts: { ...facts, ...timely }, nowMs: atMs, ...clock };
    const policy = policies.find(({ ask }) => ask === null || ask(asked).holds)?.policy ?? null;
    const priority = priorityOf(facts);
    const last = rules.at(-1);
    if (last && last.policy === policy && last.priority === priority) continue;
    rules.push({ fromMs: atMs, policy, priority });
  }
  return rules;
}

/** A ticket without a known priority counts as normal. */
function priorityOf(facts: Facts): SlaPriority {
  const own = readFact(facts, 'ticket.priority');
  return SLA_PRIORITIES.find((priority) => priority === own) ?? 'normal';
}

function targetOf({ policy, priority }: Rule, metric: SlaMetric): TargetInForce | null {
  const target = policy?.targets.find((own) => own.metric === metric);
  const lengthMs = target?.byPriority[priority];
  if (!policy || !target || lengthMs === undefined) return null;
  return { policyId: policy.id, priority, lengthMs, calendarId: target.calendarId };
}

function readEpisode(
  episode: Episode,
  rules: readonly Rule[],
  nowMs: number,
  clockOf: (calendarId: string | null) => BusinessClock,
  defaultCalendarId: string | null,
): SlaClock {
  const { stretches, fulfilledAtMs } = episode;
  const untilMs = fulfilledAtMs ?? nowMs;
  const rule = ruleFor(episode, rules, nowMs);
  const target = rule ? targetOf(rule, episode.metric) : null;
  const clock = clockOf(target?.calendarId ?? defaultCalendarId);
  const isRunning = stretches.at(-1)?.toMs === null;
  const spentMs = target ? runTime(stretches, untilMs, clockOf(target.calendarId)) : 0;
  const dueAtMs = target && reachedAt(openEnded(episode), target.lengthMs, clockOf(target.calendarId));
  const isPast = dueAtMs !== null && (isRunning ? dueAtMs <= nowMs : dueAtMs < untilMs);
  return {
    ...episode,
    state: stateOf(
      isPast,
      fulfilledAtMs !== null,
      isRunning,
      target && { ...target, leftMs: target.lengthMs - spentMs },
    ),
    isRunning,
    target,
    dueAtMs,
    elapsedMs: runTime(stretches, untilMs, CALENDAR_TIME),
    businessMs: runTime(stretches, untilMs, clock),
    timeLeftMs: target && fulfilledAtMs === null ? target.lengthMs - spentMs : null,
    breachedAtMs: firstBreach(episode, rules, nowMs, clockOf),
  };
}

/** What a clock is held to now; once stopped, what it was held to before the moment that stopped it. */
function ruleFor({ startedAtMs, fulfilledAtMs }: Episode, rules: readonly Rule[], nowMs: number): Rule | undefined {
  if (fulfilledAtMs === null) return rules.findLast(({ fromMs }) => fromMs <= nowMs);
  return rules.findLast(({ fromMs }) => fromMs <= startedAtMs || fromMs < fulfilledAtMs);
}

function stateOf(
  isPast: boolean,
  isFulfilled: boolean,
  isRunning: boolean,
  target: { readonly lengthMs: number; readonly leftMs: number } | null,
): SlaState {
  if (isPast) return 'breached';
  if (isFulfilled) return 'fulfilled';
  if (!isRunning) return 'paused';
  return target && target.leftMs <= target.lengthMs * AT_RISK_SHARE ? 'atRisk' : 'running';
}

/** A clock that was stopped while it ran was due when it would have been, had it run on. */
function openEnded({ stretches, fulfilledAtMs }: Episode): Episode['stretches'] {
  const last = stretches.at(-1);
  if (!last || last.toMs === null || last.toMs !== fulfilledAtMs) return stretches;
  return [...stretches.slice(0, -1), { fromMs: last.fromMs, toMs: null }];
}

/** The first instant at which the clock ran past the target that was in force just then. */
function firstBreach(
  episode: Episode,
  rules: readonly Rule[],
  nowMs: number,
  clockOf: (calendarId: string | null) => BusinessClock,
): number | null {
  for (const [index, rule] of rules.entries()) {
    const target = targetOf(rule, episode.metric);
    if (!target) continue;
    const reachedAtMs = reachedAt(episode.stretches, target.lengthMs, clockOf(target.calendarId));
    if (reachedAtMs === null) continue;
    // A target that comes into force too late to be met is missed at that moment, or when the clock next runs.
    const atMs = ranAt(episode, Math.max(reachedAtMs, rule.fromMs));
    const endsMs = rules[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    if (atMs !== null && atMs < endsMs && atMs <= nowMs) return atMs;
  }
  return null;
}

/** The first instant at or after `fromMs` at which the clock ran; null where it never did. */
function ranAt({ stretches }: Episode, fromMs: number): number | null {
  const stretch = stretches.find(({ toMs }) => toMs === null || fromMs < toMs);
  return stretch ? Math.max(stretch.fromMs, fromMs) : null;
}

function breachOf({ metric, number, breachedAtMs }: SlaClock): readonly ClockEvent[] {
  return breachedAtMs === null ? [] : [{ type: 'breached', metric, episode: number, atMs: breachedAtMs }];
}
