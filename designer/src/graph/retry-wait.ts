const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/**
 * How long to wait before try number `retries` (from 0): doubling from 0.5 s up to 8 s, spread over the upper half
 * by `random` (0 to 1) so that browsers do not all come back in the same moment.
 */
export function retryDelayMs(retries: number, random: number): number {
  const ceilingMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retries, 10));
  return Math.round(ceilingMs / 2 + (ceilingMs / 2) * random);
}

/** Waits that long, or until the browser says that it is online again. */
export function waitForRetry(retries: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, retryDelayMs(retries, Math.random()));
    window.addEventListener('online', done);
  });
}
