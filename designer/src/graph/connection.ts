import { create } from 'zustand';

/**
 * The state of the live connection.
 * `idle` until the first subscription, `connecting` on the first try, `open` while messages flow,
 * `lost` from the first failure until it is open again.
 */
export type ConnectionStatus = 'idle' | 'connecting' | 'open' | 'lost';

interface ConnectionState {
  readonly status: ConnectionStatus;
  /** When it was lost, milliseconds since 1970 UTC; null while it is not. */
  readonly lostAtMs: number | null;
  /** How often it opened; grows by one with each reconnection. */
  readonly openings: number;
}

export const useConnection = create<ConnectionState>(() => ({ status: 'idle', lostAtMs: null, openings: 0 }));

export function connectionStarted(): void {
  useConnection.setState(({ status }) => (status === 'lost' ? {} : { status: 'connecting' }));
}

export function connectionOpened(): void {
  useConnection.setState(({ openings }) => ({ status: 'open', lostAtMs: null, openings: openings + 1 }));
}

/** Called for every failed try; the first one decides since when. */
export function connectionLost(nowMs: number): void {
  useConnection.setState(({ lostAtMs }) => ({ status: 'lost', lostAtMs: lostAtMs ?? nowMs }));
}

/** Called when nothing listens any more and the socket was closed on purpose. */
export function connectionRested(): void {
  useConnection.setState({ status: 'idle', lostAtMs: null });
}
