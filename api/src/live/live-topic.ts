import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { Notice } from './notices.ts';

/** Where a log was read up to: an opaque position that only grows. */
export type Position = string;

interface Pace {
  /** Least time between two messages in milliseconds; the first change after a quiet time goes out at once. */
  readonly intervalMs: number;
  /** Looks again after this time though no notice came: for what changes with time alone, or in another process. */
  readonly refreshMs: number;
  /** True if a notice may change what the subscribers see. */
  concerns(notice: Notice): boolean;
}

/** What a subscription shows as one whole state, sent in full after each change. */
export interface StateTopic<Root> extends Pace {
  readonly kind: 'state';
  /**
   * Reads the state now.
   *
   * @param sequence grows with every reading of this workspace.
   * @returns what the subscription's resolver is handed, and a text that is equal when nothing to be seen changed.
   */
  load(app: App, actor: Actor, sequence: number): Promise<{ readonly root: Root; readonly fingerprint: string }>;
}

/** What a subscription shows as a log: each subscriber gets every entry once, in order. */
export interface LogTopic<Root> extends Pace {
  readonly kind: 'log';
  /** The present end of the log. */
  end(app: App, actor: Actor): Promise<Position>;
  /**
   * Reads entries in order.
   *
   * @param after the position behind which to start; null: the newest few before `upTo`.
   * @param upTo the last position to read; null: the present end.
   * @param isCatchUp true when the entries go to a joiner: of too many, the newest are given.
   */
  read(
    app: App,
    actor: Actor,
    range: { readonly after: Position | null; readonly upTo: Position | null; readonly isCatchUp: boolean },
  ): Promise<LogPart<Root>>;
}

/** Some entries of a log. */
export interface LogPart<Root> {
  readonly root: Root;
  readonly count: number;
  /** Everything up to here was read. */
  readonly position: Position;
  /** False if more entries are there. */
  readonly isComplete: boolean;
}

/**
 * What a subscription field's `subscribe` returns: it names what to watch; the hub does the watching. Subscriptions
 * with the same key share one reading.
 */
export class LiveSource<Root = unknown> implements AsyncIterable<Root> {
  /** Tells this topic with its arguments from others of the workspace. */
  readonly key: string;
  readonly topic: StateTopic<Root> | LogTopic<Root>;
  /** A log's subscriber goes on behind this; null: it has seen nothing. */
  readonly after: Position | null;

  constructor(key: string, topic: StateTopic<Root> | LogTopic<Root>, after: Position | null = null) {
    this.key = key;
    this.topic = topic;
    this.after = after;
  }

  [Symbol.asyncIterator](): AsyncIterator<Root> {
    throw new Error('Subscriptions are served by the live hub only');
  }
}
