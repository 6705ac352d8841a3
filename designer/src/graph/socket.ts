import { type Client, createClient } from 'graphql-ws';
import { connectionLost, connectionOpened, connectionRested, connectionStarted } from './connection.ts';
import { waitForRetry } from './retry-wait.ts';

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const NORMAL_CLOSURE = 1000;
/** The server's codes for a session that ended. */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

interface CloseLike {
  readonly code: number;
  readonly reason: string;
}

export function isCloseLike(value: unknown): value is CloseLike {
  return typeof value === 'object' && value !== null && 'code' in value && 'reason' in value;
}

export function isSignedOutClose(value: unknown): boolean {
  return isCloseLike(value) && SIGNED_OUT_CODES.includes(value.code);
}

/**
 * The one WebSocket of the page. Opens with the first subscription, comes back for ever after a loss, and notices a
 * dead line by an unanswered ping within 15 s.
 */
export function createSocket(onSignedOut: () => void): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    keepAlive: PING_EVERY_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: waitForRetry,
    shouldRetry: (reason) => !isSignedOutClose(reason),
    on: {
      connecting: connectionStarted,
      connected: connectionOpened,
      closed: (event) => {
        clearTimeout(pongTimer);
        if (isSignedOutClose(event)) return onSignedOut();
        if (isCloseLike(event) && event.code === NORMAL_CLOSURE) return connectionRested();
        connectionLost(Date.now());
      },
      error: () => connectionLost(Date.now()),
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
    },
  });
  return client;
}
