import type { SlaClock } from './sla-clock.ts';

/** A share with what it is made of, for the drill-down; `share` is 0 to 1, null where there is nothing to share. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly share: number | null;
}

/** `part` of `whole`. */
export function shareOf(part: number, whole: number): Share {
  return { part, whole, share: whole > 0 ? part / whole : null };
}

/**
 * SLA attainment: hits / (hits + misses). A hit is a clock that stopped in time, a miss one whose target is past,
 * stopped or not. Clocks that still have time, and those without a target, count for neither.
 */
export function slaAttainment(clocks: readonly SlaClock[]): Share {
  const held = clocks.filter(({ target }) => target !== null);
  const hits = held.filter(({ state }) => state === 'fulfilled').length;
  const misses = held.filter(({ state }) => state === 'breached').length;
  return shareOf(hits, hits + misses);
}

/** One ticket that was put into a queue: how long until an agent accepted it (null: nobody did). */
export interface QueuedTicket {
  readonly acceptedAfterMs: number | null;
  /** The customer gave up, or the ticket was solved or closed, before an agent accepted. */
  readonly isAbandoned: boolean;
}

/** Service level: accepted within the length / queued. Tickets still waiting, or abandoned, count as queued. */
export function serviceLevel(queued: readonly QueuedTicket[], withinMs: number): Share {
  const inTime = queued.filter(({ acceptedAfterMs }) => acceptedAfterMs !== null && acceptedAfterMs <= withinMs);
  return shareOf(inTime.length, queued.length);
}

/** Abandonment: abandoned / queued. */
export function abandonment(queued: readonly QueuedTicket[]): Share {
  return shareOf(queued.filter(({ isAbandoned }) => isAbandoned).length, queued.length);
}

/** How an agent's time on duty was spent, in milliseconds. */
export interface TimeOnDuty {
  readonly contactMs: number;
  readonly afterWorkMs: number;
  /** Available, without work. */
  readonly idleMs: number;
}

/** Occupancy: contact and after-work time / (that + idle), over all agents together. */
export function occupancy(times: readonly TimeOnDuty[]): Share {
  const busyMs = times.reduce((sum, { contactMs, afterWorkMs }) => sum + contactMs + afterWorkMs, 0);
  const idleMs = times.reduce((sum, time) => sum + time.idleMs, 0);
  return shareOf(busyMs, busyMs + idleMs);
}

/** The least score, of 1 to 5, that counts as positive. */
export const POSITIVE_SCORE = 4;

/** CSAT: answers of 4 or 5 / answers. */
export function csat(scores: readonly number[]): Share {
  return shareOf(scores.filter((score) => score >= POSITIVE_SCORE).length, scores.length);
}
