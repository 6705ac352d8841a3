import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { isForClient, type LiveGroup } from './live-group.ts';
import type { LogTopic, Position } from './live-topic.ts';
import type { Notice } from './notices.ts';
import { Pacer } from './pacer.ts';
import type { Subscriber } from './subscriber.ts';

const LOOK_AT_SLOW_MS = 250;

interface Joiner {
  readonly member: Subscriber;
  readonly group: LiveGroup;
  readonly after: Position | null;
}

/**
 * One log and all who follow it, all at the same position. New entries are read once, each group executes once.
 *
 * A joiner is first brought to the feed's position by its own reading from where it was, and only then becomes a
 * member: both happen in the one place that moves the position, so nothing is missed or sent twice. A client that
 * doesn't keep up leaves the shared stream and joins again from where it was left.
 */
export class LogFeed {
  readonly #app: App;
  readonly #topic: LogTopic<unknown>;
  readonly #groups = new Set<LiveGroup>();
  readonly #pacer: Pacer;
  readonly #refresh: NodeJS.Timeout;
  readonly #onError: (error: unknown) => void;
  #position: Position | null = null;
  #joiners: Joiner[] = [];
  readonly #slow = new Map<Subscriber, Joiner>();
  #slowTimer: NodeJS.Timeout | null = null;

  constructor(app: App, topic: LogTopic<unknown>, onError: (error: unknown) => void) {
    this.#app = app;
    this.#topic = topic;
    this.#onError = onError;
    this.#pacer = new Pacer(() => this.#send(), topic.intervalMs, onError);
    this.#refresh = setInterval(() => this.#pacer.poke(), topic.refreshMs).unref();
  }

  notice(notice: Notice): void {
    if (this.#topic.concerns(notice)) this.#pacer.poke();
  }

  join(member: Subscriber, group: LiveGroup, after: Position | null): void {
    this.#groups.add(group);
    this.#joiners.push({ member, group, after });
    this.#pacer.poke();
  }

  leave(member: Subscriber, group: LiveGroup): void {
    group.members.delete(member);
    this.#slow.delete(member);
    this.#joiners = this.#joiners.filter((joiner) => joiner.member !== member);
  }

  close(): void {
    this.#pacer.close();
    clearInterval(this.#refresh);
    if (this.#slowTimer) clearTimeout(this.#slowTimer);
  }

  async #send(): Promise<void> {
    for (const group of this.#groups) if (group.subscriberCount === 0) this.#groups.delete(group);
    const actor = this.#joiners[0]?.member.actor ?? anyMember(this.#groups)?.actor;
    if (!actor) return;
    if (this.#position === null) this.#position = await this.#topic.end(this.#app, actor);
    else await this.#sendNew(actor, this.#position);
    await this.#welcome(this.#position);
  }

  async #sendNew(actor: Actor, from: Position): Promise<void> {
    for (let after = from; ; ) {
      const part = await this.#topic.read(this.#app, actor, { after, upTo: null, isCatchUp: false });
      if (part.count > 0) for (const group of this.#groups) await this.#sendPart(group, part.root, after);
      this.#position = after = part.position;
      if (part.isComplete) return;
    }
  }

  /** A group that can't be served now doesn't lose the part: its members join again from before it. */
  async #sendPart(group: LiveGroup, root: unknown, before: Position): Promise<void> {
    if (group.members.size === 0) return;
    try {
      const slow = await group.broadcast(await group.frame(root));
      for (const member of slow) this.#setAside({ member, group, after: before });
    } catch (error) {
      if (isForClient(error)) return group.fail(error);
      this.#onError(error);
      for (const member of [...group.members]) this.#setAside({ member, group, after: before });
    }
  }

  /** Sends joiners what they missed up to the position; those who missed the same share a reading. */
  async #welcome(upTo: Position): Promise<void> {
    const joiners = this.#joiners;
    this.#joiners = [];
    for (const [after, alike] of Map.groupBy(joiners, (joiner) => joiner.after)) {
      const [first] = alike;
      if (!first) continue;
      try {
        const part = await this.#topic.read(this.#app, first.member.actor, { after, upTo, isCatchUp: true });
        for (const [group, those] of Map.groupBy(alike, (joiner) => joiner.group)) {
          const tail = await group.frame(part.root);
          for (const joiner of those) this.#admit(joiner, tail);
        }
      } catch (error) {
        if (!isForClient(error)) this.#onError(error);
        for (const joiner of alike) {
          if (isForClient(error)) joiner.member.fail(error);
          else if (!joiner.group.members.has(joiner.member)) this.#setAside(joiner);
        }
      }
    }
  }

  #admit(joiner: Joiner, tail: string): void {
    const { member, group } = joiner;
    if (member.isOver) return;
    if (member.send(tail)) group.members.add(member);
    else this.#setAside(joiner);
  }

  #setAside(joiner: Joiner): void {
    joiner.group.members.delete(joiner.member);
    if (joiner.member.isOver) return;
    this.#slow.set(joiner.member, joiner);
    this.#slowTimer ??= setTimeout(() => this.#lookAtSlow(), LOOK_AT_SLOW_MS);
  }

  #lookAtSlow(): void {
    this.#slowTimer = null;
    for (const [member, joiner] of this.#slow) {
      if (!member.isReady()) continue;
      this.#slow.delete(member);
      this.#joiners.push(joiner);
    }
    if (this.#joiners.length > 0) this.#pacer.poke();
    if (this.#slow.size > 0) this.#slowTimer = setTimeout(() => this.#lookAtSlow(), LOOK_AT_SLOW_MS);
  }
}

function anyMember(groups: ReadonlySet<LiveGroup>): Subscriber | null {
  for (const group of groups) for (const member of group.members) return member;
  return null;
}
