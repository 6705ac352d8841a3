import { createSourceEventStream, type DocumentNode, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { IdleIterator } from './idle-iterator.ts';
import { type LiveExecution, LiveGroup } from './live-group.ts';
import { LiveSource } from './live-topic.ts';
import { LogFeed } from './log-feed.ts';
import type { Notice, Notices } from './notices.ts';
import { operationKey, sharedVariables } from './operation-key.ts';
import { StateFeed } from './state-feed.ts';
import { type LiveSocket, Subscriber } from './subscriber.ts';

/** The close code for a client that has lost its rights; clients sign in anew. */
export const FORBIDDEN = 4403;

/** What the hub is put together from. */
export interface LiveHubParts extends LiveExecution {
  /** The app the hub is part of; asked for once somebody subscribes. */
  app(): App;
  readonly notices: Notices;
  /** Told of every socket whose client is known, and of its end. */
  readonly connections: { opened(actor: Actor): void; closed(actor: Actor): void };
  /** Told of failures of ours, which the hub survives. */
  onError(error: unknown): void;
}

interface OpenFeed {
  readonly workspaceId: string;
  readonly feed: StateFeed | LogFeed;
  readonly groups: Map<string, LiveGroup>;
}

/**
 * Serves every subscription of the process. The cost of a change is one reading per distinct topic, one execution per
 * distinct operation and rights, and one copy per subscriber.
 */
export class LiveHub {
  readonly #parts: LiveHubParts;
  readonly #feeds = new Map<string, OpenFeed>();
  readonly #sockets = new Map<LiveSocket, Actor>();
  readonly #sequences = new Map<string, number>();
  readonly #stopListening: () => void;

  constructor(parts: LiveHubParts) {
    this.#parts = parts;
    this.#stopListening = parts.notices.subscribe((notice) => this.#notice(notice));
  }

  /** Notes a socket whose client is known. */
  opened(socket: LiveSocket, actor: Actor): void {
    this.#sockets.set(socket, actor);
    this.#parts.connections.opened(actor);
  }

  closed(socket: LiveSocket): void {
    const actor = this.#sockets.get(socket);
    if (!actor) return;
    this.#sockets.delete(socket);
    this.#parts.connections.closed(actor);
  }

  /** Whose sockets are open, each credential once. */
  connectedActors(): Actor[] {
    const byCredential = new Map<string, Actor>();
    for (const actor of this.#sockets.values()) byCredential.set(actor.credentialId, actor);
    return [...byCredential.values()];
  }

  /** Closes the sockets of a session or token that holds no more. Nothing is sent to them afterwards. */
  closeFor(credentialId: string): void {
    for (const [socket, actor] of this.#sockets) {
      if (actor.credentialId !== credentialId) continue;
      this.closed(socket);
      socket.close(FORBIDDEN, 'Forbidden');
    }
  }

  /**
   * Subscribes a client, whose operation was parsed and validated. The field's own `subscribe` checks rights and
   * arguments and names the topic.
   *
   * @returns an iterator that yields nothing and ends with the subscription: at once with an error if there can be none.
   */
  async subscribe(
    args: ExecutionArgs,
    socket: LiveSocket,
    subscriptionId: string,
    actor: Actor,
  ): Promise<IdleIterator> {
    const source = await createSourceEventStream(args);
    if (!(source instanceof LiveSource)) return failing(source as ExecutionResult);
    const { feed, group, leave } = this.#placeFor(source, args, actor);
    let isLeft = false;
    const iterator = new IdleIterator(() => {
      if (isLeft) return;
      isLeft = true;
      member.leave();
      feed.leave(member, group);
      leave();
    });
    const member = new Subscriber(socket, subscriptionId, actor, (error) => void iterator.throw(error));
    if (feed instanceof LogFeed) feed.join(member, group, source.after);
    else feed.join(member, group);
    return iterator;
  }

  close(): void {
    this.#stopListening();
    for (const { feed } of this.#feeds.values()) feed.close();
    this.#feeds.clear();
  }

  /** The feed and group of a subscription, opened if they aren't; `leave` closes what nobody uses any more. */
  #placeFor(source: LiveSource, args: ExecutionArgs, actor: Actor) {
    const { workspaceId } = actor;
    const key = JSON.stringify([workspaceId, source.key]);
    let open = this.#feeds.get(key);
    if (!open) {
      const app = this.#parts.app();
      const onError = (error: unknown) => this.#parts.onError(error);
      const feed =
        source.topic.kind === 'log'
          ? new LogFeed(app, source.topic, onError)
          : new StateFeed(app, source.topic, () => this.#nextSequence(workspaceId), onError);
      open = { workspaceId, feed, groups: new Map() };
      this.#feeds.set(key, open);
    }
    const document = args.document as DocumentNode;
    const operationName = args.operationName ?? null;
    const variables = sharedVariables(document, args.variableValues ?? {});
    // All that an execution may depend on: people with the same rights and language see the same.
    const groupKey = operationKey(document, operationName, variables, [actor.role, actor.locale]);
    const group =
      open.groups.get(groupKey) ??
      new LiveGroup({ schema: args.schema, document, operationName, variables }, actor, this.#parts);
    open.groups.set(groupKey, group);
    group.subscriberCount++;
    const { feed, groups } = open;
    const leave = () => {
      if (--group.subscriberCount > 0) return;
      groups.delete(groupKey);
      if (groups.size > 0) return;
      feed.close();
      this.#feeds.delete(key);
    };
    return { feed, group, leave };
  }

  #nextSequence(workspaceId: string): number {
    const next = (this.#sequences.get(workspaceId) ?? 0) + 1;
    this.#sequences.set(workspaceId, next);
    return next;
  }

  #notice(notice: Notice): void {
    for (const { workspaceId, feed } of this.#feeds.values())
      if (workspaceId === notice.workspaceId) feed.notice(notice);
  }
}

/** graphql-ws tells a client of an iterator's failure by an `error` message, which ends the subscription there too. */
function failing({ errors }: ExecutionResult): IdleIterator {
  const iterator = new IdleIterator(() => {});
  void iterator.throw(errors?.[0] ?? new Error('The subscription field names no source'));
  return iterator;
}
