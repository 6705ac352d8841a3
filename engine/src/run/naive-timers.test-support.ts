import type { Condition } from '../conditions/condition.ts';
import { naiveHolds } from '../conditions/naive-condition.test-support.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { FlowNode } from '../flow/flow.ts';
import { type NaiveFlow, triggersOf } from './naive-drawing.test-support.ts';
import { openTime } from './naive-moments.test-support.ts';

const HOUR_MS = 3_600_000;

/** A trigger that fires by time: how often it fired for the ticket, and for which episode last. */
export interface NaiveTimer {
  readonly flowId: string;
  readonly node: FlowNode;
  count: number;
  /** Null where that episode is known to have ended. */
  firedIn: string | null;
}

/** The triggers of these flows that fire by time; what is known of them by `before` stays known. */
export function timersOf(flows: readonly NaiveFlow[], before: readonly NaiveTimer[] = []): readonly NaiveTimer[] {
  const timers = flows.flatMap(({ flowId, flow }) =>
    triggersOf(flow)
      .filter(({ kind }) => kind === 'trigger.ticketIdle' || kind === 'trigger.schedule')
      .map((node): NaiveTimer => {
        const known = before.find((timer) => timer.flowId === flowId && timer.node.id === node.id);
        return { flowId, node, count: known?.count ?? 0, firedIn: known?.firedIn ?? null };
      }),
  );
  return timers.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

interface Refire {
  readonly policy: string;
  readonly times: number;
}

/** When it is due, whether its condition holds now, and the stretch of time in which that is so; null for never. */
function stateOf({ node }: NaiveTimer, nowMs: number, facts: Facts) {
  const { refire, condition, waitingOn, forMs, clock, calendarId } = node.config as {
    refire: Refire;
    condition?: Condition;
    waitingOn: string;
    forMs: number;
    clock: string;
    calendarId?: string;
  };
  if (node.kind === 'trigger.schedule') {
    // On every hour.
    const hour = Math.floor(nowMs / HOUR_MS) + 1;
    const holds = condition === undefined || naiveHolds(condition, facts);
    const isLasting = condition !== undefined && refire.policy === 'oncePerEpisode';
    return { dueAtMs: hour * HOUR_MS, holds, episode: isLasting ? String(holds) : String(hour) };
  }
  const byCustomer = Number(facts['ticket.lastCustomerMessageAt'] ?? -1);
  const byAgent = Number(facts['ticket.lastAgentMessageAt'] ?? -1);
  const sinceMs = waitingOn === 'agent' ? byCustomer : byAgent;
  const isAnswered = waitingOn === 'agent' ? byAgent >= byCustomer : byCustomer > byAgent;
  const isEnded = facts['ticket.status'] === 'solved' || facts['ticket.status'] === 'closed';
  if (isEnded || sinceMs < 0 || isAnswered) return null;
  const dueAtMs = clock === 'business' ? openTime(calendarId, sinceMs, forMs) : sinceMs + forMs;
  return dueAtMs === null ? null : { dueAtMs, holds: dueAtMs <= nowMs, episode: String(sinceMs) };
}

function isSpent({ node, count }: NaiveTimer): boolean {
  const { policy, times } = node.config.refire as Refire;
  return policy === 'oncePerTicket' ? count > 0 : policy === 'atMost' && count >= times;
}

/** Why it does not fire now; null where it does. */
export function missOfTimer(timer: NaiveTimer, nowMs: number, facts: Facts): string | null {
  const state = stateOf(timer, nowMs, facts);
  if (!state?.holds) return 'conditionDoesNotHold';
  return state.episode === timer.firedIn || isSpent(timer) ? 'alreadyFired' : null;
}

export function fire(timer: NaiveTimer, nowMs: number, facts: Facts): void {
  timer.count += 1;
  timer.firedIn = stateOf(timer, nowMs, facts)?.episode ?? null;
}

/** Looks at the ticket: another episode than the one it fired in has ended that one. */
export function look(timer: NaiveTimer, nowMs: number, facts: Facts): void {
  const state = stateOf(timer, nowMs, facts);
  if (state && state.episode !== timer.firedIn) timer.firedIn = null;
}

/** When it will be due, or was where it was missed, with its name; nothing where it will not fire. */
export function dueText(timer: NaiveTimer, nowMs: number, facts: Facts): readonly string[] {
  const state = stateOf(timer, nowMs, facts);
  const isOver = !state || isSpent(timer) || (state.dueAtMs <= nowMs && state.episode === timer.firedIn);
  return isOver ? [] : [`${state.dueAtMs} ${nameOf(timer)}`];
}

function nameOf({ flowId, node }: NaiveTimer): string {
  return `${flowId} ${node.id}`;
}
