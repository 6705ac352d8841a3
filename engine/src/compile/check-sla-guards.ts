import { canBeBoth, type Knowledge } from '../conditions/reasoning/knowledge.ts';
import type { SlaMetric } from '../facts/sla-facts.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { FlowReading } from './flow-writer.ts';
import { pathKnowledge } from './path-knowledge.ts';
import type { GuardedPolicy, ProgramIssue } from './program-world.ts';

const REPLIES: readonly SlaMetric[] = ['firstReply', 'nextReply'];
const RESOLUTIONS: readonly SlaMetric[] = ['firstResolution', 'totalResolution'];

/** A length of time after which a flow acts because something has not happened. */
interface Timer {
  readonly lengthMs: number;
  readonly clock: 'calendar' | 'business';
  readonly calendarId: string | null;
  /** What should have happened before. */
  readonly guards: readonly SlaMetric[];
}

/**
 * Timers that come too late: waits that an agent's reply or the solution ends, and triggers on tickets that wait for an
 * agent, longer than every target they could guard. TIMER_LONGER_THAN_SLA (warning) with the longest of those targets.
 * Only lengths on comparable clocks are compared; open hours are at least as long on the calendar.
 */
export function checkTimers(reading: FlowReading, policies: readonly GuardedPolicy[]): readonly ProgramIssue[] {
  const { given, nodes, pipeline, knowledgeOf } = reading;
  const paths = pathKnowledge(reading);
  const starts = pipeline.triggers.map(({ nodeId }) => nodeId);
  return [...starts, ...pipeline.steps.keys()].flatMap((nodeId): readonly ProgramIssue[] => {
    const timer = timerOf(nodes.get(nodeId));
    if (!timer) return [];
    const known = paths?.before.get(nodeId)?.known;
    const mayHave = (priority: string) => !known || canHavePriority(known, priority, knowledgeOf);
    const longest = longestMissed(timer, policies, mayHave);
    if (!longest) return [];
    const params = { metric: longest.metric, timerMs: timer.lengthMs, targetMs: longest.targetMs };
    return [{ code: 'TIMER_LONGER_THAN_SLA', severity: 'warning', flowId: given.flowId, nodeId, path: [], params }];
  });
}

/** Policies of which no live flow hears when a target is about to be missed or is missed: SLA_WITHOUT_ESCALATION. */
export function checkEscalations(
  readings: readonly FlowReading[],
  policies: readonly { readonly id: string }[],
): readonly ProgramIssue[] {
  const heard = readings.flatMap(({ given }) => given.flow.nodes.filter(({ kind }) => kind === 'trigger.slaChecked'));
  return policies.flatMap(({ id }): readonly ProgramIssue[] =>
    heard.some(({ config }) => !config.policyId || config.policyId === id)
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
  timer: Timer,
  policies: readonly GuardedPolicy[],
  mayHave: (priority: string) => boolean,
): { readonly metric: SlaMetric; readonly targetMs: number } | null {
  let longest: { readonly metric: SlaMetric; readonly targetMs: number } | null = null;
  for (const { metric, byPriority, calendarId } of policies.flatMap(({ targets }) => targets)) {
    if (!timer.guards.includes(metric)) continue;
    for (const [priority, targetMs] of Object.entries(byPriority)) {
      if (!mayHave(priority)) continue;
      if (!isComparable(timer, calendarId) || timer.lengthMs <= targetMs) return null;
      if (!longest || targetMs > longest.targetMs) longest = { metric, targetMs };
    }
  }
  return longest;
}

/** A length of open hours takes at least as long on the calendar, and as long on the same hours; not the reverse. */
function isComparable(timer: Timer, calendarId: string | null): boolean {
  if (calendarId === null) return true;
  return timer.clock === 'business' && (timer.calendarId === null || timer.calendarId === calendarId);
}

function timerOf(node: FlowNode | undefined): Timer | null {
  if (node?.kind === 'trigger.ticketIdle') {
    const { waitingOn, forMs } = node.config;
    return waitingOn === 'agent' ? timer(forMs, node.config, REPLIES) : null;
  }
  if (node?.kind !== 'control.wait') return null;
  const { until, ends } = node.config;
  if (typeof until !== 'object' || until === null || !('type' in until && 'ms' in until)) return null;
  const guards = Array.isArray(ends) ? ends.flatMap(guardedBy) : [];
  return until.type === 'duration' && guards.length > 0 ? timer(until.ms, { ...until }, guards) : null;
}

function timer(
  lengthMs: unknown,
  { clock, calendarId }: Readonly<Record<string, unknown>>,
  guards: readonly SlaMetric[],
): Timer | null {
  if (typeof lengthMs !== 'number') return null;
  const isBusiness = clock === 'business';
  return {
    lengthMs,
    clock: isBusiness ? 'business' : 'calendar',
    calendarId: isBusiness && typeof calendarId === 'string' && calendarId ? calendarId : null,
    guards,
  };
}

/** What a wait looks after that this event ends. */
function guardedBy(end: unknown): readonly SlaMetric[] {
  if (typeof end !== 'object' || end === null || !('type' in end)) return [];
  const by = 'by' in end ? end.by : 'any';
  if (end.type === 'ticketReplied') return by === 'agent' || by === 'any' ? REPLIES : [];
  return end.type === 'ticketSolved' ? RESOLUTIONS : [];
}
