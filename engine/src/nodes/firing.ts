import type { Refire, TimeInput, TimeTrigger } from './behaviour.ts';
import type { Firing } from './effect.ts';

/** Of a trigger that has not fired for a ticket yet. */
const NEVER: Firing = { count: 0, episode: null };

/**
 * When a time trigger is to be asked again for a ticket, or null where nothing makes it due or its re-fire policy lets
 * it fire no more. A due time that has passed comes back only while it was not fired in its episode. `before` is what is
 * remembered of the ticket's firings; absent: none yet.
 */
export function armedFor(
  time: TimeTrigger,
  input: TimeInput,
  before: Firing = NEVER,
): { readonly dueAtMs: number; readonly episode: string } | null {
  const due = time.due(input);
  if (!due || isSpent(time.refire, before)) return null;
  return due.dueAtMs <= input.nowMs && due.episode === before.episode ? null : due;
}

/**
 * Whether a time trigger that is due now, and does not miss, may fire by its re-fire policy, and what is to be
 * remembered if it does. The episode is the one that holds now, not the one it was armed in. It never fires twice in
 * one episode, whatever the policy.
 */
export function firingNow(
  time: TimeTrigger,
  input: TimeInput,
  before: Firing = NEVER,
): { readonly mayFire: boolean; readonly after: Firing } {
  const episode = time.due(input)?.episode ?? null;
  const mayFire = episode !== null && episode !== before.episode && !isSpent(time.refire, before);
  return { mayFire, after: { count: before.count + 1, episode } };
}

/**
 * What is remembered once the facts are as they are now: an episode is forgotten when another has taken its place. While
 * nothing makes the trigger due it is kept, because the same one may go on: a clock is paused and resumed.
 */
export function firingSeen(time: TimeTrigger, input: TimeInput, before: Firing = NEVER): Firing {
  const due = before.episode === null ? null : time.due(input);
  return due === null || due.episode === before.episode ? before : { ...before, episode: null };
}

function isSpent(refire: Refire, { count }: Firing): boolean {
  switch (refire.policy) {
    case 'oncePerTicket':
      return count > 0;
    case 'atMost':
      return count >= refire.times;
    case 'oncePerEpisode':
      return false;
  }
}
