import { canBeBoth, type Knowledge } from '../conditions/reasoning/knowledge.ts';
import type { SlaMetric } from '../facts/sla-facts.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { WaitEnd } from '../nodes/behaviour.ts';
import { type WaitUntil, waitUntil } from '../nodes/wait-until.ts';
import type { CompiledStep } from './compile-flow.ts';
import { type FlowReading, remembered } from './flow-writer.ts';
import { type PathState, pathKnowledge } from './path-knowledge.ts';
import type { GuardedPolicy, ProgramIssue } from './program-world.ts';

const REPLIES: readonly SlaMetric[] = ['firstReply', 'nextReply'];
const RESOLUTIONS: readonly SlaMetric[] = ['firstResolution', 'totalResolution'];

/** A length of time after which a flow acts because something has not happened. */
interface Timer {
  readonly length: Extract<WaitUntil, { readonly type: 'duration' }>;
  /** What should have happened before. */
  readonly guards: readonly SlaMetric[];
}

/**
 * Timers that come too late: waits that an agent's reply or the solution ends, and triggers on tickets that wait for an
 * agent, longer than every target they could guard. TIMER_LONGER_THAN_SLA (warning) with the longest of those targets.
 * Only lengths on comparable clocks are compared; open hours are at least as long on the calendar.
 */
export function checkTimers(
  reading: FlowReading,
  policies: readonly GuardedPolicy[],
  ownCalendarId: string | null | undefined,
): readonly ProgramIssue[] {
  const { given, pipeline, knowledgeOf } = reading;
  // Most flows have no timer.
  const paths = remembered(() => pathKnowledge(reading)?.before ?? new Map<string, PathState>());
  return given.flow.nodes.flatMap((node): readonly ProgramIssue[] => {
    const nodeId = node.id;
    const timer = timerOf(node, pipeline.steps.get(nodeId));
    if (!timer) return [];
    const known = paths().get(nodeId)?.known;
    const mayHave = (priority: string) => !known || canHavePriority(known, priority, knowledgeOf);
    const longest = longestMissed({ ...timer, ownCalendarId }, policies, mayHave);
    if (!longest) return [];
    const params = { metric: longest.metric, timerMs: timer.length.ms, targetMs: longest.targetMs };
    return [{ code: 'TIMER_LONGER_THAN_SLA', severity: 'warning', flowId: given.flowId, nodeId, path: [], params }];
  });
}

/**
 * Policies of which no live flow hears when a target is about to be missed or is missed: SLA_WITHOUT_ESCALATION. A flow
 * hears of one metric; where the targets are not known it is taken for one of theirs.
 */
export function checkEscalations(
  readings: readonly FlowReading[],
  policies: readonly { readonly id: string; readonly targets?: GuardedPolicy['targets'] }[],
): readonly ProgramIssue[] {
  const heard = readings.flatMap(({ given }) => given.flow.nodes.filter(({ kind }) => kind === 'trigger.slaChecked'));
  return policies.flatMap(({ id, targets }): readonly ProgramIssue[] =>
    heard.some(
      ({ config }) =>
        (!config.policyId || config.policyId === id) &&
        (!targets || targets.some(({ metric }) => metric === config.metric)),
    )
      ? []
      : [{ code: 'SLA_WITHOUT_ESCALATION', severity: 'warning', path: [], params: { policyId: id } }],
  );
}

function canHavePriority(known: Knowledge, priority: string, knowledgeOf: FlowReading['knowledgeOf']): boolean {
  const said = knowledgeOf({ fact: 'ticket.priority', op: 'is', value: priority });
  return !said || canBeBoth(known, said);
}

/** The longest of the guarded targets where the timer is longer than all of them; null where it is not. */
function longestMissed(
  timer: Timer & { readonly ownCalendarId: string | null | undefined },
  policies: readonly GuardedPolicy[],
  mayHave: (priority: string) => boolean,
): { readonly metric: SlaMetric; readonly targetMs: number } | null {
  let longest: { readonly metric: SlaMetric; readonly targetMs: number } | null = null;
  for (const { metric, byPriority, calendarId } of policies.flatMap(({ targets }) => targets)) {
    if (!timer.guards.includes(metric)) continue;
    for (const [priority, targetMs] of Object.entries(byPriority)) {
      if (!mayHave(priority)) continue;
      if (!isComparable(timer.length, timer.ownCalendarId, calendarId) || timer.length.ms <= targetMs) return null;
      if (!longest || targetMs > longest.targetMs) longest = { metric, targetMs };
    }
  }
  return longest;
}

/** A length of open hours takes at least as long on the calendar, and as long on the same hours; not the reverse. */
function isComparable(
  { clock, calendarId }: Timer['length'],
  ownCalendarId: string | null | undefined,
  targetCalendarId: string | null,
): boolean {
  return targetCalendarId === null || (clock === 'business' && (calendarId || ownCalendarId) === targetCalendarId);
}

function timerOf({ kind, config }: FlowNode, step: CompiledStep | undefined): Timer | null {
  if (kind === 'trigger.ticketIdle') {
    const { waitingOn, forMs: ms, clock, calendarId } = config;
    return waitingOn === 'agent' ? timer({ type: 'duration', ms, clock, calendarId }, REPLIES) : null;
  }
  return step?.behaviour?.type === 'wait' ? timer(config.until, step.behaviour.ends.flatMap(guardedBy)) : null;
}

function timer(until: unknown, guards: readonly SlaMetric[]): Timer | null {
  const { data: length } = waitUntil.safeParse(until);
  return length?.type === 'duration' ? { length, guards } : null;
}

/** What a wait looks after that this event ends. */
function guardedBy({ type, by = 'any' }: WaitEnd): readonly SlaMetric[] {
  if (type === 'ticketReplied') return by === 'agent' || by === 'any' ? REPLIES : [];
  return type === 'ticketSolved' ? RESOLUTIONS : [];
}
