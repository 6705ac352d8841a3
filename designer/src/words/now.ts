import { useSyncExternalStore } from 'react';

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

const everyMinute = () => Math.floor(nowMs / 60_000) * 60_000;

/** The time to the minute: for ages that need no seconds, so that they render once a minute. */
export function useNowMinuteMs(): number {
  return useSyncExternalStore(subscribe, everyMinute);
}
