import { armedFor, type Facts, type TicketEvent, type TimeInput } from '@alur/engine';
import type { Handling } from './handling.ts';
import type { TimerRow } from './rows.ts';
import type { TicketMemory } from './ticket-memory.ts';
import { firingKey } from './ticket-memory.ts';

/**
 * The time triggers of live flows that wait for this ticket, given its facts. One that is due already and was asked
 * just now is not armed again before something changes.
 */
export function armedTimers(
  { live, counter, now }: Handling,
  ticketId: string,
  memory: TicketMemory,
  facts: Facts,
): TimerRow[] {
  const nowMs = now.getTime();
  const input: TimeInput = { facts, nowMs, timeZone: counter.timeZone, businessClock: live.clockOf };
  return live.timeTriggers.flatMap(({ flowId, trigger: { nodeId, time } }) => {
    const key = firingKey(flowId, nodeId);
    const due = armedFor(time, input, memory.firings[key]);
    if (!due || (due.dueAtMs <= nowMs && memory.hasAsked(key))) return [];
    return [{ ticketId, flowId, triggerNodeId: nodeId, dueAt: new Date(due.dueAtMs), episode: due.episode }];
  });
}

/** The events of those time triggers whose time has come, earliest first. */
export function dueEvents({ live, now }: Handling, timers: readonly TimerRow[]): TicketEvent[] {
  const due = timers
    .filter(({ dueAt }) => dueAt <= now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.flowId < b.flowId ? -1 : 1));
  return due.flatMap(({ ticketId, flowId, triggerNodeId: nodeId, episode }): TicketEvent[] => {
    const found = live.timeTriggers.find((each) => each.flowId === flowId && each.trigger.nodeId === nodeId);
    const type = found?.trigger.on[0];
    return type ? [{ type, ticketId, actor: { kind: 'timer' }, due: { flowId, nodeId, episode } }] : [];
  });
}
