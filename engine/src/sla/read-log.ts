import { readFact } from '../facts/fact-value.ts';
import { SLA_METRICS, type SlaMetric } from '../facts/sla-facts.ts';
import { byMetric } from './by-metric.ts';
import { type ClockEvent, type Episode, recordClock } from './clock-episodes.ts';
import type { SlaEvent } from './sla-event.ts';

const DONE: readonly string[] = ['solved', 'closed'];

/** The statuses in which each metric's clock runs; where it names none, the clock never pauses. */
const RUNS_WHILE: Readonly<Partial<Record<SlaMetric, readonly string[]>>> = {
  periodicUpdate: ['new', 'open', 'pending', 'on-hold'],
  pausableUpdate: ['new', 'open', 'on-hold'],
  requesterWait: ['new', 'open', 'on-hold'],
  agentWork: ['new', 'open'],
  firstResolution: ['new', 'open', 'pending', 'on-hold'],
  totalResolution: ['new', 'open', 'pending', 'on-hold'],
};

const RESOLUTION: readonly SlaMetric[] = ['requesterWait', 'agentWork', 'firstResolution', 'totalResolution'];
const UPDATES: readonly SlaMetric[] = ['periodicUpdate', 'pausableUpdate'];

/** What a log says of a ticket's clocks, without any target. */
export interface ReadLog {
  readonly episodes: Readonly<Record<SlaMetric, readonly Episode[]>>;
  /** By metric and then by time. */
  readonly events: readonly ClockEvent[];
}

/**
 * Reads the clocks of a ticket off its log, oldest event first; of equal instants the earlier in the log comes first.
 * Nothing is there before `created`. Cost: linear in the events.
 *
 * | metric | starts | stops |
 * |---|---|---|
 * | firstReply | created; reopened after a solution by no agent, while no person had replied | public reply by a person, or solved |
 * | nextReply | customer's message that the first reply doesn't answer, while none is open | the same |
 * | periodicUpdate, pausableUpdate | each public reply by a person | the next one |
 * | requesterWait, agentWork, totalResolution | created | solved; reopening goes on with the same clock |
 * | firstResolution | created | solved the first time |
 *
 * A closed ticket counts as solved.
 */
export function readLog(log: readonly SlaEvent[]): ReadLog {
  const clocks = byMetric(recordClock);
  let status: string | null = null;
  let isBotsSolution = false;

  const runs = (metric: SlaMetric, own: string) => RUNS_WHILE[metric]?.includes(own) ?? true;
  const solve = (event: SlaEvent) => {
    isBotsSolution = clocks.firstReply.isActive() && event.by !== 'agent';
    for (const metric of [...RESOLUTION, 'firstReply', 'nextReply'] as const) clocks[metric].fulfil(event.atMs);
  };
  const reopen = (atMs: number, own: string) => {
    for (const metric of ['requesterWait', 'agentWork', 'totalResolution'] as const) {
      clocks[metric].reopen(atMs, runs(metric, own));
    }
    if (isBotsSolution) clocks.firstReply.activate(atMs, true);
    isBotsSolution = false;
  };
  const take = (event: SlaEvent) => {
    const own = readFact(event.facts ?? {}, 'ticket.status');
    const before = status;
    if (event.type === 'created') {
      const first = typeof own === 'string' ? own : 'new';
      status = first;
      clocks.firstReply.activate(event.atMs, true);
      for (const metric of RESOLUTION) clocks[metric].activate(event.atMs, runs(metric, first));
      if (DONE.includes(first)) solve(event);
      return;
    }
    if (before === null) return;
    takeMessage(event, before);
    if (typeof own !== 'string' || own === before) return;
    status = own;
    if (DONE.includes(own) && !DONE.includes(before)) solve(event);
    if (!DONE.includes(own) && DONE.includes(before)) reopen(event.atMs, own);
    for (const metric of SLA_METRICS) clocks[metric].setRunning(event.atMs, runs(metric, own));
  };
  const takeMessage = ({ type, atMs }: SlaEvent, own: string) => {
    if (type === 'customerMessage') {
      const isCovered = clocks.firstReply.isActive() || clocks.nextReply.isActive() || isBotsSolution;
      if (!isCovered) clocks.nextReply.activate(atMs, true);
    }
    if (type === 'agentReply') {
      isBotsSolution = false;
      clocks.firstReply.fulfil(atMs);
      clocks.nextReply.fulfil(atMs);
      for (const metric of UPDATES) {
        clocks[metric].fulfil(atMs);
        clocks[metric].activate(atMs, runs(metric, own));
      }
    }
  };

  for (const event of inOrder(log)) take(event);
  return {
    episodes: byMetric((metric) => clocks[metric].episodes),
    events: SLA_METRICS.flatMap((metric) => clocks[metric].events),
  };
}

/** The log by time; equal instants stay as they came. */
export function inOrder(log: readonly SlaEvent[]): readonly SlaEvent[] {
  return [...log].sort((a, b) => a.atMs - b.atMs);
}
