import { METRIC_DEFINITIONS } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { isId } from '../server/input-check.ts';
import { durationMs } from '../server/iso-duration.ts';
import { refusal } from '../server/refusal.ts';
import { loadClockReader } from '../sla/load-sla.ts';
import { lookAtTickets } from '../tickets/look-at-tickets.ts';
import {
  countMeasured,
  loadBucketStarts,
  loadCountedFigures,
  loadMeasured,
  MEASURED_AT_ONCE,
  type MeasuredFilter,
} from './load-measured.ts';
import { loadOccupancy } from './load-occupancy.ts';
import { Gatherer, type MeasuredGroup } from './measure.ts';
import type { MetricGroup, MetricsInput } from './metrics.inputs.ts';
import { figuresOf, type MeasuredTime } from './ticket-figures.ts';

const MOST_TICKETS = 100_000;
const MOST_BUCKETS = 1_000;
const DEFAULT_SERVICE_LEVEL_MS = 20_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What was measured, and the instants at which its stretches of time begin. */
export interface Measured {
  readonly groups: readonly MeasuredGroup[];
  readonly bucketStarts: readonly Date[];
  readonly to: Date;
}

/** What to measure, checked. */
interface Measuring {
  readonly workspaceId: string;
  readonly from: Date;
  readonly to: Date;
  readonly serviceLevelMs: number;
  readonly groupBy: MetricGroup | null;
  readonly filter: MeasuredFilter;
  readonly metrics: ReadonlySet<string>;
}

/**
 * Measures the tickets of a workspace over a time, from their logs and nothing kept in a process. Reads 500 tickets at a
 * time. @throws Refusal
 */
export async function measureTickets(app: App, actor: Actor, input: MetricsInput): Promise<Measured> {
  const measuring = checkInput(input, actor, app.clock.nowMs());
  const { workspaceId, from, to } = measuring;
  return app.database.inWorkspace(workspaceId, async (em) => {
    const count = await countMeasured(em, workspaceId, from, to, measuring.filter);
    if (count > MOST_TICKETS) {
      const message = `${count} tickets are too many to measure at once (at most ${MOST_TICKETS}). Choose a shorter time or fewer teams.`;
      throw refusal('TOO_MANY', message, 'from');
    }
    const starts = input.bucket ? await loadBucketStarts(em, workspaceId, from, to, input.bucket) : [from.getTime()];
    if (starts.length > MOST_BUCKETS)
      throw refusal('TOO_MANY', `Over ${MOST_BUCKETS} stretches of time. Choose longer ones.`, 'bucket');
    const gatherer = new Gatherer(starts);
    await gather(em, measuring, gatherer);
    return {
      groups: gatherer.measure(measuring.metrics),
      bucketStarts: starts.map((atMs) => new Date(atMs)),
      to,
    };
  });
}

async function gather(em: EntityManager, measuring: Measuring, gatherer: Gatherer): Promise<void> {
  const { workspaceId, from, to, filter, groupBy, serviceLevelMs, metrics } = measuring;
  const time: MeasuredTime = { fromMs: from.getTime(), toMs: to.getTime(), serviceLevelMs };
  const sla = await loadClockReader(em, workspaceId);
  for (let afterId: string | undefined = FIRST_ID; afterId !== undefined; ) {
    const rows = await loadMeasured(em, workspaceId, from, to, filter, groupBy, afterId);
    const ids = rows.map(({ id }) => id);
    const looks = await lookAtTickets(em, workspaceId, ids, time.toMs, { sla, needs: new Set() });
    for (const { id, key } of rows) {
      const look = looks.get(id);
      if (look?.clocks) gatherer.add(key, figuresOf({ log: look.log, reading: look.clocks }, time));
    }
    afterId = rows.length < MEASURED_AT_ONCE ? undefined : ids.at(-1);
  }
  for (const { key, figure } of await loadCountedFigures(em, workspaceId, from, to, filter, groupBy))
    gatherer.add(key, [figure]);
  if (metrics.has('occupancy')) {
    for (const { key, figure } of await loadOccupancy(em, workspaceId, from, to, filter, groupBy))
      gatherer.add(key, [figure]);
  }
}

/** @throws Refusal */
function checkInput(input: MetricsInput, { workspaceId }: Actor, nowMs: number): Measuring {
  const { from, groupBy = null } = input;
  const to = input.to ?? new Date(nowMs);
  if (from > to) throw refusal('OUT_OF_RANGE', 'The time ends before it begins. Swap the two.', 'to');
  const within = input.serviceLevelWithin;
  const serviceLevelMs = within == null ? DEFAULT_SERVICE_LEVEL_MS : durationMs(within);
  if (serviceLevelMs === null) {
    throw refusal('INVALID', 'Give a duration without months, for example PT20S.', 'serviceLevelWithin');
  }
  const metrics = new Set(input.metrics ?? METRIC_DEFINITIONS.map(({ key }) => key));
  return { workspaceId, from, to, serviceLevelMs, groupBy, filter: filterOf(input), metrics };
}

/** Ids that can't be ids match nothing. */
function filterOf({ teamIds, agentIds, channelIds, queueIds, category }: MetricsInput): MeasuredFilter {
  const ids = (given: readonly string[] | null | undefined) => (given?.length ? [FIRST_ID, ...given.filter(isId)] : []);
  return {
    teamIds: ids(teamIds),
    agentIds: ids(agentIds),
    channelIds: ids(channelIds),
    queueIds: ids(queueIds),
    category: category ?? [],
  };
}
