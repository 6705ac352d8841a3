import type { Firing, Run, SentMessage, StoredRun, WaitingRun } from '@alur/engine';
import { dueAtMsOf, type Pipeline } from '@alur/engine';
import { v7 } from 'uuid';
import type { TimerRow, WaitingRow } from './rows.ts';
import type { WriteSet } from './write-set.ts';

/** What is remembered of a ticket's flows, as a transaction found it. */
export interface MemoryAsFound {
  /** Oldest first. */
  readonly waiting: readonly WaitingRow[];
  /** By `<flowId>/<nodeId>`. */
  readonly firings: Readonly<Record<string, Firing>>;
  /** Messages of the last hour. */
  readonly sent: readonly SentMessage[];
  /** Its armed time triggers. */
  readonly timers: readonly TimerRow[];
}

/** Of a ticket that is being made. */
export const NOTHING_REMEMBERED: MemoryAsFound = { waiting: [], firings: {}, sent: [], timers: [] };

/** The parts of a waiting run that the memory keeps beside its state. */
interface Kept {
  readonly state: WaitingRun;
  readonly pipeline: Pipeline;
  readonly since: Date;
}

/**
 * What is remembered of one ticket's flows while events are handled: runs that wait, firings of time triggers, messages
 * sent. Only what is different in the end is written.
 */
export class TicketMemory {
  readonly #ticketId: string;
  readonly #found: MemoryAsFound;
  readonly #now: Date;
  readonly #waiting = new Map<string, Kept>();
  readonly #ended = new Map<string, Run['outcome']>();
  readonly #changedFirings = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #sent: SentMessage[];
  #firings: Readonly<Record<string, Firing>>;
  #newSent = 0;

  /** Runs whose version is not among `pipelines` can't go on and are left out. */
  constructor(ticketId: string, found: MemoryAsFound, pipelines: ReadonlyMap<string, Pipeline>, now: Date) {
    this.#ticketId = ticketId;
    this.#found = found;
    this.#now = now;
    this.#firings = found.firings;
    this.#sent = [...found.sent];
    for (const { runId, versionId, state, since } of found.waiting) {
      const pipeline = pipelines.get(versionId);
      if (pipeline) this.#waiting.set(runId, { state, pipeline, since });
    }
  }

  /** The runs that wait now, oldest first. */
  get waiting(): readonly StoredRun[] {
    return [...this.#waiting].map(([runId, { state, pipeline }]) => ({ runId, pipeline, state }));
  }

  get firings(): Readonly<Record<string, Firing>> {
    return this.#firings;
  }

  /** The time triggers that were armed when the ticket was loaded. */
  get timers(): readonly TimerRow[] {
    return this.#found.timers;
  }

  get sent(): readonly SentMessage[] {
    return this.#sent;
  }

  /** A run stays, or stays again, somewhere. `runId` is that of the run that began it. */
  keep(runId: string, state: WaitingRun, pipeline: Pipeline): void {
    this.#ended.delete(runId);
    this.#waiting.set(runId, { state, pipeline, since: this.#now });
  }

  /** A run that waited has come to its end. */
  end(runId: string, outcome: Run['outcome']): void {
    this.#waiting.delete(runId);
    this.#ended.set(runId, outcome);
  }

  noteFiring(flowId: string, triggerNodeId: string, firing: Firing): void {
    const key = firingKey(flowId, triggerNodeId);
    this.#firings = { ...this.#firings, [key]: firing };
    this.#changedFirings.add(key);
  }

  /** A time trigger is asked in this transaction. */
  noteAsked(flowId: string, triggerNodeId: string): void {
    this.#asked.add(firingKey(flowId, triggerNodeId));
  }

  hasAsked(key: string): boolean {
    return this.#asked.has(key);
  }

  noteSent(recipient: string): void {
    this.#sent.push({ recipient, atMs: this.#now.getTime() });
    this.#newSent += 1;
  }

  /**
   * Hands over what is different from what was found. `armed` are the time triggers to be
   * asked when their time comes.
   */
  settle(writes: WriteSet, armed: readonly TimerRow[]): void {
    const ticketId = this.#ticketId;
    const before = new Map(this.#found.waiting.map((row) => [row.runId, row]));
    for (const [runId, { state, since }] of this.#waiting) {
      if (before.get(runId)?.state === state) continue;
      const { flowId, versionId } = state;
      const dueAtMs = dueAtMsOf(state);
      const dueAt = dueAtMs === null ? null : new Date(dueAtMs);
      writes.waitingRuns.push({ runId, ticketId, flowId, versionId, state, since, dueAt });
    }
    for (const [runId, outcome] of this.#ended) {
      if (before.has(runId)) {
        writes.endedWaits.push(runId);
        writes.endedRuns.push({ runId, outcome });
      }
      writes.tellEnd(runId, outcome);
    }
    for (const key of this.#changedFirings) {
      const firing = this.#firings[key];
      const [flowId = '', triggerNodeId = ''] = splitKey(key);
      if (firing) writes.firings.push({ ticketId, flowId, triggerNodeId, ...firing });
    }
    for (const { recipient } of this.#newSent > 0 ? this.#sent.slice(-this.#newSent) : [])
      writes.sent.push({ id: v7(), ticketId, recipient, at: this.#now });
    this.#settleTimers(writes, armed);
  }

  #settleTimers(writes: WriteSet, armed: readonly TimerRow[]): void {
    const before = new Map(this.#found.timers.map((timer) => [firingKey(timer.flowId, timer.triggerNodeId), timer]));
    for (const timer of armed) {
      const key = firingKey(timer.flowId, timer.triggerNodeId);
      const known = before.get(key);
      before.delete(key);
      if (known?.dueAt.getTime() !== timer.dueAt.getTime() || known.episode !== timer.episode)
        writes.timers.push(timer);
    }
    for (const { ticketId, flowId, triggerNodeId } of before.values())
      writes.endedTimers.push({ ticketId, flowId, triggerNodeId });
  }
}

/** How firings are keyed. */
export function firingKey(flowId: string, triggerNodeId: string): string {
  return `${flowId}/${triggerNodeId}`;
}

/** Flow ids hold no slash; node ids may. */
function splitKey(key: string): [flowId: string, triggerNodeId: string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}
