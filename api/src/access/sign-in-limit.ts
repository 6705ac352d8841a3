import type { Clock } from '../app.ts';

const WINDOW_MS = 5 * 60_000;
const MOST_FAILURES = 20;
const MOST_ADDRESSES = 10_000;

/** Slows down guessing: so many failed sign-ins of an address, and it has to wait. Kept per process. */
export interface SignInLimit {
  /** How long the address must wait before it may try again, in milliseconds; 0 if it may now. */
  retryAfterMs(address: string): number;
  /** Counts a failure. */
  failed(address: string): void;
}

/** A limit of 20 failures in 5 minutes per address. */
export function createSignInLimit(clock: Clock): SignInLimit {
  const windows = new Map<string, { startedAtMs: number; failures: number }>();
  const current = (address: string) => {
    const window = windows.get(address);
    return window && clock.nowMs() - window.startedAtMs < WINDOW_MS ? window : null;
  };
  return {
    retryAfterMs(address) {
      const window = current(address);
      return window && window.failures >= MOST_FAILURES ? window.startedAtMs + WINDOW_MS - clock.nowMs() : 0;
    },
    failed(address) {
      const window = current(address);
      if (window) window.failures++;
      else {
        // The oldest goes when there are too many, so that a flood of addresses takes no more memory.
        if (windows.size >= MOST_ADDRESSES) windows.delete(windows.keys().next().value ?? '');
        windows.delete(address);
        windows.set(address, { startedAtMs: clock.nowMs(), failures: 1 });
      }
    },
  };
}
