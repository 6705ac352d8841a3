import type { AgentFigures, ArrivalBucket, QueueFigures } from './board-state.ts';

/** Sums over the queues, for the tiles. */
export interface BoardTotals {
  readonly waiting: number;
  readonly inProgress: number;
  readonly atRisk: number;
  readonly breached: number;
}

export function boardTotals(queues: readonly QueueFigures[]): BoardTotals {
  const totals = { waiting: 0, inProgress: 0, atRisk: 0, breached: 0 };
  for (const { waiting, inProgress, atRisk, breached } of queues) {
    totals.waiting += waiting;
    totals.inProgress += inProgress;
    totals.atRisk += atRisk;
    totals.breached += breached;
  }
  return totals;
}

/** Arrivals of the last hour. */
export function arrivedInAll(buckets: readonly ArrivalBucket[]): number {
  return buckets.reduce((sum, { arrived }) => sum + arrived, 0);
}

type Count = 'arrived' | 'assigned' | 'solved';

/**
 * How a stock came to be `now`, one value per bucket: walked back from now by what came in and went out in each
 * minute. Never below zero, since tickets may also leave in ways that are not counted.
 */
export function stockTrend(buckets: readonly ArrivalBucket[], now: number, cameIn: Count, wentOut: Count): number[] {
  const values: number[] = [];
  let stock = now;
  for (const bucket of [...buckets].reverse()) {
    values.push(Math.max(0, stock));
    stock -= bucket[cameIn] - bucket[wentOut];
  }
  return values.reverse();
}

/** Appends a value that was seen, keeping the newest `limit`. */
export function withSample(samples: readonly number[], value: number, limit: number): number[] {
  return [...samples, value].slice(-limit);
}

/** The queues that need somebody first: breached, at risk, waiting, in progress; then by name. */
export function byNeed(queues: readonly QueueFigures[]): QueueFigures[] {
  return [...queues].sort(
    (a, b) =>
      b.breached - a.breached ||
      b.atRisk - a.atRisk ||
      b.waiting - a.waiting ||
      b.inProgress - a.inProgress ||
      b.arrivals - a.arrivals ||
      a.queue.name.localeCompare(b.queue.name, undefined, { numeric: true }),
  );
}

/** How full a queue is, 0 to 1; a queue without a limit (0) is never full. */
export function backlogShare(waiting: number, limit: number): number {
  return limit > 0 ? Math.min(1, waiting / limit) : 0;
}

export interface AgentArrangement {
  readonly search: string;
  readonly presence: AgentFigures['presence'] | null;
  readonly sort: 'load' | 'name';
}

const PRESENCE_RANK: Readonly<Record<AgentFigures['presence'], number>> = { ONLINE: 0, AWAY: 1, OFFLINE: 2 };

/** The agents to show, in order: by load the fullest present first and the absent last; by name as the alphabet has it. */
export function arrangeAgents(agents: readonly AgentFigures[], arrangement: AgentArrangement): AgentFigures[] {
  const wanted = arrangement.search.trim().toLocaleLowerCase();
  const byName = (a: AgentFigures, b: AgentFigures) =>
    a.agent.name.localeCompare(b.agent.name, undefined, { numeric: true }) || a.agent.id.localeCompare(b.agent.id);
  const byLoad = (a: AgentFigures, b: AgentFigures) =>
    PRESENCE_RANK[a.presence] - PRESENCE_RANK[b.presence] || share(b) - share(a) || byName(a, b);
  return agents
    .filter(({ agent, presence }) => {
      if (arrangement.presence !== null && presence !== arrangement.presence) return false;
      return agent.name.toLocaleLowerCase().includes(wanted);
    })
    .sort(arrangement.sort === 'name' ? byName : byLoad);
}

function share({ load, capacity }: AgentFigures): number {
  return capacity > 0 ? load / capacity : 0;
}

/** How many agents are in each presence. */
export function presenceCounts(agents: readonly AgentFigures[]): Record<AgentFigures['presence'], number> {
  const counts = { ONLINE: 0, AWAY: 0, OFFLINE: 0 };
  for (const { presence } of agents) counts[presence] += 1;
  return counts;
}

/** A round even number at or above `value` for the top of an axis, so that its middle is a whole number too. */
export function axisTop(value: number): number {
  if (value <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 4, 6, 8, 10].find((each) => each * power >= value) ?? 10;
  return factor * power;
}
