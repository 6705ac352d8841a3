import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  nowMs = Date.now();
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, once a second, milliseconds since 1970 UTC. One timer serves all of the page. */
export function useNowMs(): number {
  return useSyncExternalStore(subscribe, () => nowMs);
}

/**
 * How long ago an instant was, milliseconds, never negative. It changes each second for the first minute and once a
 * minute after that, so that a long list of ages stays cheap.
 */
export function useAgeMs(atMs: number): number {
  return useSyncExternalStore(subscribe, () => {
    const ageMs = Math.max(0, nowMs - atMs);
    const stepMs = ageMs < MINUTE_MS ? 1000 : MINUTE_MS;
    return Math.floor(ageMs / stepMs) * stepMs;
  });
}
