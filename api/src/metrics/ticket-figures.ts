import type { SlaReading } from '@alur/engine';
import type { LoggedEvent } from '../sla/ticket-log.ts';

/** One thing that was measured, and when. Lengths in milliseconds; `businessMs` where business time is defined. */
export type Figure = { readonly metric: string; readonly atMs: number } & (
  | { readonly lengthMs: number; readonly businessMs?: number }
  | { readonly isPart: boolean }
  | { readonly partMs: number; readonly wholeMs: number }
  | { readonly count: number }
);

/** A ticket's log with its clocks read at the end of the time looked at. */
export interface MeasuredTicket {
  /** Oldest first; what came after the end is left out. */
  readonly log: readonly LoggedEvent[];
  readonly reading: SlaReading;
}

/** What is looked at: figures before `fromMs` are left out; `toMs` is when what stands is counted. */
export interface MeasuredTime {
  readonly fromMs: number;
  readonly toMs: number;
  /** Accepted so soon counts for the service level. */
  readonly serviceLevelMs: number;
}

const CLOCKS = ['firstReply', 'nextReply', 'requesterWait', 'agentWork', 'firstResolution', 'totalResolution'] as const;
const SETTLED: readonly unknown[] = ['solved', 'closed'];

/** Everything measured of one ticket, by the definitions of the engine's METRIC_DEFINITIONS. Linear in its log. */
export function figuresOf(ticket: MeasuredTicket, time: MeasuredTime): readonly Figure[] {
  const figures = [...clockFigures(ticket.reading), ...lifeFigures(ticket.log, time)];
  return figures.filter(({ atMs }) => atMs >= time.fromMs && atMs <= time.toMs);
}

/** Lengths belong to the instant their clock stopped, hits and misses to the instant they were decided. */
function clockFigures({ clocks }: SlaReading): readonly Figure[] {
  const lengths = CLOCKS.flatMap((metric) =>
    clocks[metric].flatMap(({ fulfilledAtMs, elapsedMs, businessMs }): Figure[] =>
      fulfilledAtMs === null ? [] : [{ metric, atMs: fulfilledAtMs, lengthMs: elapsedMs, businessMs }],
    ),
  );
  const held = Object.values(clocks).flatMap((own) =>
    own.flatMap(({ target, state, fulfilledAtMs, dueAtMs }): Figure[] => {
      if (!target || (state !== 'fulfilled' && state !== 'breached')) return [];
      const atMs = state === 'fulfilled' ? fulfilledAtMs : dueAtMs;
      return atMs === null ? [] : [{ metric: 'slaAttainment', atMs, isPart: state === 'fulfilled' }];
    }),
  );
  return [...lengths, ...held];
}

/** Where a ticket stands while its log is walked through. */
interface Standing {
  status: unknown;
  /** Since when it waits in a queue; null while it does not. */
  waitingSinceMs: number | null;
  /** Since when it is without an agent; null while it has one. */
  unassignedSinceMs: number | null;
  assignedAtMs: number | null;
  solvedAtMs: number | null;
  isTransferred: boolean;
  isReopened: boolean;
}

/** Waits, hand-overs, solutions and surveys, in the order they happened, and what stands at the end. */
function lifeFigures(log: readonly LoggedEvent[], { fromMs, toMs, serviceLevelMs }: MeasuredTime): readonly Figure[] {
  const figures: Figure[] = [];
  const standing: Standing = {
    status: 'new',
    waitingSinceMs: null,
    unassignedSinceMs: log[0]?.at.getTime() ?? null,
    assignedAtMs: null,
    solvedAtMs: null,
    isTransferred: false,
    isReopened: false,
  };
  const accept = (atMs: number, isTaken: boolean) => {
    const sinceMs = standing.waitingSinceMs;
    if (sinceMs === null) return;
    standing.waitingSinceMs = null;
    const waitedMs = atMs - sinceMs;
    if (isTaken) figures.push({ metric: 'speedToAccept', atMs, lengthMs: waitedMs });
    figures.push({ metric: 'abandonment', atMs: sinceMs, isPart: !isTaken });
    figures.push({ metric: 'serviceLevel', atMs: sinceMs, isPart: isTaken && waitedMs <= serviceLevelMs });
  };
  for (const { type, data, at } of log) {
    const atMs = at.getTime();
    if (atMs > toMs) break;
    const isSeen = atMs >= fromMs;
    const queue = changeOf(data, 'ticket.queue');
    const agent = changeOf(data, 'ticket.assignee');
    const team = changeOf(data, 'ticket.team');
    const status = changeOf(data, 'ticket.status');
    for (const change of [queue, agent, team]) {
      if (change && change.from != null && change.to != null && change.from !== change.to)
        figures.push({ metric: 'routingHops', atMs, count: 1 });
    }
    if (queue?.to != null && standing.unassignedSinceMs !== null) standing.waitingSinceMs ??= atMs;
    if (agent) {
      if (agent.to !== null) accept(atMs, true);
      standing.unassignedSinceMs = agent.to === null ? atMs : null;
    }
    if (isSeen && (agent?.to ?? team?.to) != null) standing.assignedAtMs ??= atMs;
    if (
      isSeen &&
      [agent, team].some((change) => change?.from != null && change.to != null && change.from !== change.to)
    )
      standing.isTransferred = true;
    if (status) {
      if (SETTLED.includes(status.to) && !SETTLED.includes(status.from)) {
        accept(atMs, false);
        if (isSeen) standing.solvedAtMs ??= atMs;
      }
      if (SETTLED.includes(status.from) && !SETTLED.includes(status.to) && isSeen) standing.isReopened = true;
      standing.status = status.to;
    }
    if (type === 'created' && data.status !== undefined) standing.status = data.status;
    if (type === 'surveyAnswered' && typeof data.score === 'number') {
      figures.push(
        { metric: 'csat', atMs, isPart: data.score >= 4 },
        { metric: 'csatResponseRate', atMs, isPart: true },
      );
    }
    if (type === 'surveySent') figures.push({ metric: 'csatResponseRate', atMs, isPart: false });
  }
  return [...figures, ...endFigures(standing, toMs)];
}

function endFigures(standing: Standing, toMs: number): readonly Figure[] {
  const { assignedAtMs, solvedAtMs, waitingSinceMs, unassignedSinceMs, isTransferred, isReopened } = standing;
  const figures: Figure[] = [];
  if (assignedAtMs !== null) figures.push({ metric: 'transferRate', atMs: assignedAtMs, isPart: isTransferred });
  if (solvedAtMs !== null) figures.push({ metric: 'reopenRate', atMs: solvedAtMs, isPart: isReopened });
  if (SETTLED.includes(standing.status)) return figures;
  figures.push({ metric: 'backlog', atMs: toMs, count: 1 });
  if (unassignedSinceMs !== null)
    figures.push({ metric: 'unassignedAge', atMs: toMs, lengthMs: toMs - unassignedSinceMs });
  if (waitingSinceMs === null) return figures;
  const waitedMs = toMs - waitingSinceMs;
  figures.push(
    { metric: 'waiting', atMs: toMs, count: 1 },
    { metric: 'longestWait', atMs: toMs, lengthMs: waitedMs },
    // Still waiting counts as queued, and as neither accepted nor given up.
    { metric: 'abandonment', atMs: waitingSinceMs, isPart: false },
    { metric: 'serviceLevel', atMs: waitingSinceMs, isPart: false },
  );
  return figures;
}

interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

function changeOf(data: LoggedEvent['data'], fact: string): Change | null {
  const value = data[fact];
  return typeof value === 'object' && value !== null && 'to' in value && 'from' in value ? (value as Change) : null;
}
