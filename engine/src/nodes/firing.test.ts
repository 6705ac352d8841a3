import { describe, expect, it } from 'vitest';
import type { Refire, TimeInput, TimeTrigger } from './behaviour.ts';
import { armedFor, firingNow, firingSeen } from './firing.ts';

function triggerDue(
  dueAtMs: number | null,
  episode = 'e1',
  refire: Refire = { policy: 'oncePerEpisode' },
): TimeTrigger {
  return { refire, due: () => (dueAtMs === null ? null : { dueAtMs, episode }) };
}

function at(nowMs: number): TimeInput {
  return { facts: {}, nowMs, timeZone: 'UTC', businessClock: () => undefined };
}

describe('a time trigger', () => {
  it('is armed for its due time, also when that was missed', () => {
    expect(armedFor(triggerDue(100), at(50))).toEqual({ dueAtMs: 100, episode: 'e1' });
    expect(armedFor(triggerDue(100), at(150))).toEqual({ dueAtMs: 100, episode: 'e1' });
    expect(armedFor(triggerDue(null), at(50))).toBeNull();
  });

  it('is not armed again for a time that passed in the episode it fired in', () => {
    expect(armedFor(triggerDue(100), at(150), { count: 1, episode: 'e1' })).toBeNull();
    expect(armedFor(triggerDue(100), at(150), { count: 1, episode: 'e0' })).not.toBeNull();
    expect(armedFor(triggerDue(200), at(150), { count: 1, episode: 'e1' })).not.toBeNull();
  });

  it('fires once per episode, and again in the next', () => {
    expect(firingNow(triggerDue(100), at(100))).toEqual({ mayFire: true, after: { count: 1, episode: 'e1' } });
    expect(firingNow(triggerDue(100), at(100), { count: 1, episode: 'e1' }).mayFire).toBe(false);
    expect(firingNow(triggerDue(100, 'e2'), at(100), { count: 1, episode: 'e1' })).toEqual({
      mayFire: true,
      after: { count: 2, episode: 'e2' },
    });
  });

  it('fires again in an episode of the same name once another was seen in between', () => {
    const ended = firingSeen(triggerDue(100, 'e2'), at(120), { count: 1, episode: 'e1' });
    expect(ended).toEqual({ count: 1, episode: null });
    expect(firingNow(triggerDue(100), at(130), ended).mayFire).toBe(true);
    expect(firingSeen(triggerDue(100), at(120), { count: 1, episode: 'e1' })).toEqual({ count: 1, episode: 'e1' });
  });

  it('does not fire again in an episode that was only interrupted', () => {
    const kept = firingSeen(triggerDue(null), at(120), { count: 1, episode: 'e1' });
    expect(firingNow(triggerDue(100), at(130), kept).mayFire).toBe(false);
  });

  it('fires once per ticket, or at most so many times, where the policy says so', () => {
    const once = triggerDue(100, 'e2', { policy: 'oncePerTicket' });
    expect(firingNow(once, at(100)).mayFire).toBe(true);
    expect(firingNow(once, at(100), { count: 1, episode: 'e1' }).mayFire).toBe(false);
    expect(armedFor(once, at(50), { count: 1, episode: null })).toBeNull();
    const twice = triggerDue(100, 'e3', { policy: 'atMost', times: 2 });
    expect(firingNow(twice, at(100), { count: 1, episode: 'e1' }).mayFire).toBe(true);
    expect(firingNow(twice, at(100), { count: 2, episode: 'e2' }).mayFire).toBe(false);
    expect(armedFor(twice, at(50), { count: 2, episode: null })).toBeNull();
  });
});
