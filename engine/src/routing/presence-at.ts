import type { BusinessClock } from '../calendar/business-clock.ts';
import type { CustomStatus, Presence } from './assignment.ts';

export interface PresenceInput {
  /** What the agent chose. */
  readonly chosen: Presence | CustomStatus;
  /** When their browser was last heard of, milliseconds since 1970 UTC; null while it is connected. */
  readonly lastSeenAtMs: number | null;
  /** How long a lost connection changes nothing, in milliseconds. */
  readonly graceMs: number;
  /** The agent's shifts; null: none are planned, and presence alone decides. */
  readonly shift: BusinessClock | null;
  readonly nowMs: number;
}

/** How an agent counts now, in the words of `RoutingAgent`. */
export interface PresenceNow {
  readonly presence: Presence | CustomStatus;
  /** Absent where no shifts are planned. */
  readonly onShift?: boolean;
  /** When the grace period ends; null where none runs. */
  readonly graceEndsAtMs: number | null;
}

/**
 * Presence as it stands: what the agent chose, away once their connection has been lost for the grace period, and
 * whether their shift runs. Somebody who went offline stays so.
 */
export function presenceAt({ chosen, lastSeenAtMs, graceMs, shift, nowMs }: PresenceInput): PresenceNow {
  const endsAtMs = lastSeenAtMs === null || chosen === 'offline' ? null : lastSeenAtMs + Math.max(0, graceMs);
  const isLost = endsAtMs !== null && endsAtMs <= nowMs;
  return {
    presence: isLost ? 'away' : chosen,
    ...(shift === null ? {} : { onShift: shift.isOpenAt(nowMs) }),
    graceEndsAtMs: isLost ? null : endsAtMs,
  };
}

/** Capacity of everybody whose shift runs now, present or not; who has no shifts does not count. For `FairDrain`. */
export function scheduledCapacity(
  roster: readonly { readonly capacity: number; readonly shift: BusinessClock | null }[],
  nowMs: number,
): number {
  return roster.reduce((sum, { capacity, shift }) => (shift?.isOpenAt(nowMs) ? sum + capacity : sum), 0);
}
