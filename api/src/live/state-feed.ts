import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { isForClient, type LiveGroup } from './live-group.ts';
import type { StateTopic } from './live-topic.ts';
import type { Notice } from './notices.ts';
import { Pacer } from './pacer.ts';
import type { Subscriber } from './subscriber.ts';

const LOOK_AT_SLOW_MS = 250;

/**
 * One state and all who watch it. After a change the state is read once, each group executes once, and every member is
 * sent the result. A joiner gets the group's last message at once. A slow client misses states, never the latest one.
 */
export class StateFeed {
  readonly #app: App;
  readonly #topic: StateTopic<unknown>;
  readonly #groups = new Set<LiveGroup>();
  readonly #slow = new Map<Subscriber, LiveGroup>();
  readonly #pacer: Pacer;
  readonly #refresh: NodeJS.Timeout;
  readonly #nextSequence: () => number;
  readonly #onError: (error: unknown) => void;
  #slowTimer: NodeJS.Timeout | null = null;
  #fingerprint: string | null = null;

  constructor(app: App, topic: StateTopic<unknown>, nextSequence: () => number, onError: (error: unknown) => void) {
    this.#app = app;
    this.#topic = topic;
    this.#nextSequence = nextSequence;
    this.#onError = onError;
    this.#pacer = new Pacer(() => this.#send(), topic.intervalMs, onError);
    this.#refresh = setInterval(() => this.#pacer.poke(), topic.refreshMs).unref();
  }

  notice(notice: Notice): void {
    if (this.#topic.concerns(notice)) this.#pacer.poke();
  }

  join(member: Subscriber, group: LiveGroup): void {
    group.members.add(member);
    this.#groups.add(group);
    if (group.last === null) this.#pacer.poke();
    else if (!member.send(group.last)) this.#addSlow([member], group);
  }

  leave(member: Subscriber, group: LiveGroup): void {
    group.members.delete(member);
    this.#slow.delete(member);
    if (group.members.size === 0) this.#groups.delete(group);
  }

  close(): void {
    this.#pacer.close();
    clearInterval(this.#refresh);
    if (this.#slowTimer) clearTimeout(this.#slowTimer);
  }

  async #send(): Promise<void> {
    const actor = anyActor(this.#groups);
    if (!actor) return;
    const state = await this.#load(actor);
    if (!state) return;
    const isChanged = state.fingerprint !== this.#fingerprint;
    this.#fingerprint = state.fingerprint;
    for (const group of [...this.#groups]) {
      if (!isChanged && group.last !== null) continue;
      const tail = await this.#frame(group, state.root);
      if (!tail) continue;
      group.last = tail;
      const slow = await group.broadcast(tail);
      if (this.#slow.size > 0) for (const member of group.members) this.#slow.delete(member);
      this.#addSlow(slow, group);
    }
  }

  async #load(actor: Actor): Promise<{ readonly root: unknown; readonly fingerprint: string } | null> {
    try {
      return await this.#topic.load(this.#app, actor, this.#nextSequence());
    } catch (error) {
      if (!isForClient(error)) throw error;
      for (const group of this.#groups) group.fail(error);
      this.#groups.clear();
      return null;
    }
  }

  async #frame(group: LiveGroup, root: unknown): Promise<string | null> {
    try {
      return await group.frame(root);
    } catch (error) {
      if (isForClient(error)) group.fail(error);
      else this.#onError(error);
      return null;
    }
  }

  #addSlow(members: readonly Subscriber[], group: LiveGroup): void {
    for (const member of members) this.#slow.set(member, group);
    this.#watchSlow();
  }

  #watchSlow(): void {
    if (this.#slow.size > 0) this.#slowTimer ??= setTimeout(() => this.#lookAtSlow(), LOOK_AT_SLOW_MS);
  }

  #lookAtSlow(): void {
    this.#slowTimer = null;
    for (const [member, group] of this.#slow) {
      if (!member.isReady()) continue;
      this.#slow.delete(member);
      if (group.last) member.send(group.last);
    }
    this.#watchSlow();
  }
}

/** Someone whose rights suffice to read the state; what each group sees of it is its own execution's matter. */
function anyActor(groups: ReadonlySet<LiveGroup>): Actor | null {
  for (const group of groups) for (const member of group.members) return member.actor;
  return null;
}
