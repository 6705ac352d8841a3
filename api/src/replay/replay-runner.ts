import type { Clock } from '../app.ts';
import type { Database } from '../database/database.ts';
import { loadExtract, loadRoster } from '../incidents/incident-data.ts';
import { channelType, incidentToIntake } from '../incidents/incident-to-intake.ts';
import type { Notices } from '../live/notices.ts';
import { apiError } from '../server/error-codes.ts';
import { Refusal, refusal } from '../server/refusal.ts';
import type { Acceptor } from '../tickets/acceptor.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import { ReplayClock, type ReplayItem, replayPlan } from './replay-plan.ts';
import { bringOnline, findGround, type ReplayGround, roundPrefix } from './replay-store.ts';

/** How a workspace's replay stands. */
export interface ReplayState {
  readonly isRunning: boolean;
  /** Times real time. */
  readonly speed: number;
  /** Incidents fed in this round. */
  readonly fed: number;
  readonly total: number;
  /** Log time it has come to. */
  readonly clock: Date | null;
  readonly startedAt: Date | null;
}

export interface ReplayParts {
  readonly database: Database;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly acceptor: Pick<Acceptor, 'accept'>;
  /** Solves a ticket; a ticket that is solved already is left alone. */
  solve(workspaceId: string, ticketId: string): Promise<void>;
  onError(error: unknown): void;
}

/** What is shown where there is no replay. */
export const noReplay: ReplayState = {
  isRunning: false,
  speed: 1,
  fed: 0,
  total: 0,
  clock: null,
  startedAt: null,
};

export const MAX_SPEED = 100_000;
const TICK_MS = 50;
/** After the last arrival, no longer than this passes without a ticket being solved. */
const LONGEST_QUIET_MS = 100;
const AFTER_FAILURE_MS = 1_000;
const AT_ONCE = 100;

interface Due {
  readonly atMs: number;
  readonly ticketId: string;
}

interface Replay {
  speed: number;
  readonly startedAt: Date;
  readonly ground: ReplayGround;
  /** What is still to be fed, in order. */
  readonly items: ReplayItem[];
  /** Tickets to be solved, the next one last. */
  readonly due: Due[];
  readonly clock: ReplayClock;
  timer: NodeJS.Timeout | null;
  /** What is being fed and solved at the moment. */
  ticking: Promise<void>;
  isOver: boolean;
}

/**
 * Feeds the shipped extract of the incident log to demo workspaces as live tickets, in the order and pace of the log,
 * and solves each when the log says it was solved. `stopped -> start -> running -> stop or end of log -> stopped`; a
 * start goes on where the tickets in the workspace say it was left, also after a restart of the process.
 */
export class ReplayRunner {
  readonly #parts: ReplayParts;
  readonly #replays = new Map<string, Replay>();
  readonly #isDemo = new Map<string, boolean>();
  #plan: ReplayItem[] | null = null;

  constructor(parts: ReplayParts) {
    this.#parts = parts;
  }

  /** @returns null if the workspace is no demo. */
  async state(workspaceId: string): Promise<ReplayState | null> {
    if (!(await this.#mayReplay(workspaceId))) return null;
    const replay = this.#replays.get(workspaceId);
    const total = this.#items().length;
    if (!replay) return { ...noReplay, total };
    return {
      isRunning: !replay.isOver,
      speed: replay.speed,
      fed: total - replay.items.length,
      total,
      clock: new Date(replay.clock.at(this.#parts.clock.nowMs())),
      startedAt: replay.startedAt,
    };
  }

  /**
   * Starts, goes on, or changes the speed of what runs.
   *
   * @throws Refusal OUT_OF_RANGE, NOT_POSSIBLE_NOW
   */
  async start(workspaceId: string, speed: number): Promise<ReplayState | null> {
    if (speed < 1 || speed > MAX_SPEED)
      throw refusal('OUT_OF_RANGE', `The speed is ${speed}; it must be 1 to ${MAX_SPEED} times real time.`, 'speed');
    if (!(await this.#mayReplay(workspaceId)))
      throw refusal(
        'NOT_POSSIBLE_NOW',
        'Only a demo workspace can replay the log: made-up tickets would mix with real ones.',
      );
    const running = this.#replays.get(workspaceId);
    if (running && !running.isOver) {
      running.speed = speed;
      running.clock.setSpeed(speed, this.#parts.clock.nowMs());
    } else {
      const replay = await this.#open(workspaceId, speed);
      this.#replays.set(workspaceId, replay);
      this.#tickAfter(0, workspaceId, replay);
    }
    this.#parts.notices.publish({ workspaceId, about: 'agents' });
    this.#parts.notices.publish({ workspaceId, about: 'replay' });
    return this.state(workspaceId);
  }

  /** Stops; tickets that were fed stay as they are. Once it resolves, nothing more is fed. */
  async stop(workspaceId: string): Promise<ReplayState | null> {
    const replay = this.#replays.get(workspaceId);
    if (replay && !replay.isOver) this.#end(workspaceId, replay);
    await replay?.ticking;
    return this.state(workspaceId);
  }

  close(): void {
    for (const [workspaceId, replay] of this.#replays) this.#end(workspaceId, replay);
  }

  #end(workspaceId: string, replay: Replay): void {
    replay.isOver = true;
    // The clock stands still once nothing runs.
    replay.clock.setSpeed(0, this.#parts.clock.nowMs());
    if (replay.timer) clearTimeout(replay.timer);
    this.#parts.notices.publish({ workspaceId, about: 'replay' });
  }

  #items(): readonly ReplayItem[] {
    this.#plan ??= replayPlan(loadExtract());
    return this.#plan;
  }

  async #mayReplay(workspaceId: string): Promise<boolean> {
    const known = this.#isDemo.get(workspaceId);
    if (known !== undefined) return known;
    const workspace = await this.#parts.database.inWorkspace(workspaceId, (em) =>
      em.findOne(WorkspaceEntity, { id: workspaceId }),
    );
    if (!workspace) throw apiError('NOT_FOUND', 'There is no such workspace.');
    this.#isDemo.set(workspaceId, workspace.isDemo);
    return workspace.isDemo;
  }

  async #open(workspaceId: string, speed: number): Promise<Replay> {
    const { database, clock } = this.#parts;
    const all = this.#items();
    const nowMs = clock.nowMs();
    const ground = await database.inWorkspace(workspaceId, async (em) => {
      const names = loadRoster().people.map(({ name }) => name);
      await bringOnline(em, workspaceId, names, new Date(nowMs));
      return findGround(em, workspaceId, all);
    });
    if (!ground) throw refusal('NOT_POSSIBLE_NOW', 'Create a channel first: the replay has none to feed tickets by.');
    const items = all.filter(({ incident }) => !ground.fed.has(incident.number));
    const startMs = items[0]?.openedAtMs ?? 0;
    const due: Due[] = ground.leftOver.map((ticketId) => ({ atMs: startMs, ticketId }));
    for (const { incident, solvedAtMs } of all) {
      const fed = ground.fed.get(incident.number);
      if (fed && !fed.isSettled && solvedAtMs !== null) due.push({ atMs: solvedAtMs, ticketId: fed.ticketId });
    }
    due.sort(laterFirst);
    const startedAt = new Date(nowMs);
    return {
      speed,
      startedAt,
      ground,
      items,
      due,
      clock: new ReplayClock(startMs, nowMs, speed),
      timer: null,
      ticking: Promise.resolve(),
      isOver: false,
    };
  }

  #tickAfter(waitMs: number, workspaceId: string, replay: Replay): void {
    replay.timer = setTimeout(() => {
      replay.ticking = this.#tick(workspaceId, replay);
    }, waitMs);
  }

  async #tick(workspaceId: string, replay: Replay): Promise<void> {
    let waitMs = TICK_MS;
    try {
      const logMs = replay.clock.at(this.#parts.clock.nowMs());
      await this.#feed(workspaceId, replay, logMs);
      await this.#solve(workspaceId, replay, logMs);
    } catch (error) {
      this.#parts.onError(error);
      waitMs = AFTER_FAILURE_MS;
    }
    if (replay.isOver) return;
    const next = replay.due.at(-1);
    if (replay.items.length === 0) {
      if (!next) return this.#end(workspaceId, replay);
      replay.clock.skipTo(next.atMs, this.#parts.clock.nowMs(), LONGEST_QUIET_MS);
    }
    this.#tickAfter(waitMs, workspaceId, replay);
  }

  async #feed(workspaceId: string, replay: Replay, logMs: number): Promise<void> {
    while (!replay.isOver) {
      const count = replay.items.slice(0, AT_ONCE).findLastIndex((item) => item.openedAtMs <= logMs) + 1;
      if (count === 0) return;
      const accepted = await Promise.all(
        replay.items.slice(0, count).map((item) => this.#accept(workspaceId, replay.ground, item)),
      );
      // Only now: after a failure they are fed again, and those that did get in end at the inbox.
      replay.items.splice(0, count);
      replay.due.push(...accepted.filter((due) => due !== null));
      replay.due.sort(laterFirst);
    }
  }

  async #accept(workspaceId: string, ground: ReplayGround, item: ReplayItem): Promise<Due | null> {
    const { incident, solvedAtMs } = item;
    const channelId = ground.channels.get(channelType(incident.contactType)) ?? '';
    const intake = incidentToIntake(incident, channelId, {
      externalIdPrefix: roundPrefix(ground.round),
      actor: { kind: 'api', id: null, name: 'Replay' },
    });
    try {
      const { ticketId } = await this.#parts.acceptor.accept(workspaceId, intake);
      return solvedAtMs === null ? null : { atMs: solvedAtMs, ticketId };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#parts.onError(error);
      return null;
    }
  }

  async #solve(workspaceId: string, replay: Replay, logMs: number): Promise<void> {
    for (let next = replay.due.at(-1); next && next.atMs <= logMs && !replay.isOver; next = replay.due.at(-1)) {
      await this.#parts.solve(workspaceId, next.ticketId);
      replay.due.pop();
    }
  }
}

function laterFirst(a: Due, b: Due): number {
  return b.atMs - a.atMs;
}
