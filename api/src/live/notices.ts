/** Word that something in a workspace changed, sent after the commit. It says where to look, never what it is now. */
export interface Notice {
  readonly workspaceId: string;
  /**
   * What changed: tickets (created, changed, moved), agents (presence, set-up), flows, access, replay, timers (something
   * is due at `dueAtMs`).
   */
  readonly about: 'tickets' | 'agents' | 'queues' | 'flows' | 'access' | 'replay' | 'timers';
  /** The tickets, runs' flows or other things concerned, where known. */
  readonly ids?: readonly string[];
  /** Of timers: milliseconds since 1970 UTC. */
  readonly dueAtMs?: number;
}

/** Carries notices from those who change things to those who watch. In-process now; a bus between processes later. */
export interface Notices {
  publish(notice: Notice): void;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (notice: Notice) => void): () => void;
}

/** Notices within one process. Listeners run in the order they came, and one's failure never reaches another. */
export function inProcessNotices(onError: (error: unknown) => void): Notices {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    publish(notice) {
      for (const listener of listeners) {
        try {
          listener(notice);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
