import type { FieldChanges } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { FlowNode } from '../flow/flow.ts';
import { eventsOf, type Loose, present } from './naive-asking.test-support.ts';
import { NaiveBudget } from './naive-budget.test-support.ts';
import {
  type NaiveEvent,
  type NaiveFlow,
  type NaiveMoment,
  type NaiveOutcome,
  type NaiveWaking,
  triggersOf,
  versionOf,
} from './naive-drawing.test-support.ts';
import { listens, missOf, type NaiveHappening } from './naive-moments.test-support.ts';
import { dueText, fire, look, missOfTimer, type NaiveTimer, timersOf } from './naive-timers.test-support.ts';
import { type NaiveHost, NaiveWalk, type Seen } from './naive-walk.test-support.ts';

interface Queued extends NaiveHappening {
  readonly depth: number;
  readonly raisedBy: string;
  readonly flowId?: string;
  readonly timer?: NaiveTimer;
  readonly isAutomated?: boolean;
}

const DEPTH = 10;
/**
 * A ticket whose life is walked over the drawings by recursion, straight off the flow language's description. It shares
 * no code with the compiler or the run, and knows only the kinds and shapes that `arbitraryFlows` draws.
 */
export class NaiveTicket implements NaiveHost {
  nowMs = 0;
  readonly facts: Loose;
  readonly hasFallback: boolean;
  private flows: readonly NaiveFlow[];
  private readonly laterFlows: readonly NaiveFlow[];
  private timers: readonly NaiveTimer[];
  private waiting: NaiveWalk[] = [];
  private queue: Queued[] = [];
  private depth = 0;
  private ranFrom = new Map<string, number>();
  private running: string[] = [];
  private begun: NaiveWalk[] = [];
  private acted: NaiveWalk[] = [];
  private considered: string[] = [];
  private effects: string[] = [];
  private overBudget = new Set<string>();
  private readonly budget = new NaiveBudget();

  /** `laterFlows` are live once they are published. */
  constructor(flows: readonly NaiveFlow[], facts: Facts, hasFallback: boolean, laterFlows: readonly NaiveFlow[]) {
    this.flows = inOrder(flows);
    this.laterFlows = inOrder(laterFlows);
    this.timers = timersOf(this.flows);
    this.facts = { ...facts };
    this.hasFallback = hasFallback;
  }

  get eventCount(): number {
    return this.queue.length;
  }

  live(moment: NaiveMoment): NaiveOutcome {
    if ('laterMs' in moment) this.nowMs += moment.laterMs;
    if ('isPublished' in moment) {
      this.flows = this.laterFlows;
      this.timers = timersOf(this.flows, this.timers);
    }
    const told = this.told(moment);
    this.facts['time.now'] = this.nowMs;
    this.queue = told;
    this.ranFrom = new Map();
    this.begun = [];
    this.acted = [];
    this.considered = [];
    this.effects = [];
    this.overBudget = new Set();
    this.depth = 0;
    for (const { rests } of this.waiting) for (const rest of rests) rest.since = 0;
    if ('run' in moment) this.wake(moment);
    for (let at = 0; at < this.queue.length; at += 1) this.handle(this.queue[at], at);
    for (const timer of this.timers) look(timer, this.nowMs, this.facts);
    return {
      events: this.queue.map(({ depth, type, raisedBy, changes }) => `${depth} ${type} ${raisedBy} ${sorted(changes)}`),
      considered: this.considered,
      runs: [...this.acted, ...this.begun.filter((walk) => !this.acted.includes(walk))].map((walk) =>
        this.lineOf(walk),
      ),
      effects: this.effects,
      overBudget: [...this.overBudget].sort(),
      waiting: this.waiting.filter((walk) => this.acted.includes(walk)).map(restsOf),
      due: this.timers.flatMap((timer) => dueText(timer, this.nowMs, this.facts)).sort(byInstant),
      facts: { ...this.facts },
    };
  }

  private told(moment: NaiveMoment): Queued[] {
    if ('events' in moment) return moment.events.flatMap((event) => this.happen(event));
    const timer = 'asked' in moment ? this.timers[moment.asked % this.timers.length] : undefined;
    if (!timer) return [];
    const { flowId, node } = timer;
    const type = node.kind.replace('trigger.', '');
    return [{ type, by: 'timer', changes: undefined, depth: 0, raisedBy: '', flowId, timer }];
  }

  claim(walk: NaiveWalk): void {
    if (this.acted.includes(walk)) return;
    // Of a walk that goes on only what it does from now on is told.
    if (!this.begun.includes(walk)) {
      walk.hasActed = false;
      walk.steps = [];
      walk.edges = [];
      walk.startedBy = '';
    }
    this.acted.push(walk);
  }

  ask(text: string): void {
    this.effects.push(text);
  }

  raise(changes: FieldChanges, { live }: NaiveWalk): void {
    for (const event of eventsOf(changes))
      this.queue.push({ ...event, by: 'flow', depth: this.depth + 1, raisedBy: live.flowId });
  }

  spend(recipients: readonly string[], { live }: NaiveWalk): boolean {
    const isSent = this.budget.spend(recipients, this.nowMs);
    if (!isSent) this.overBudget.add(live.flowId);
    return isSent;
  }

  start(flowId: string, by: NaiveWalk, seen: Seen): ReturnType<NaiveHost['start']> {
    const live = this.flows.find((flow) => flow.flowId === flowId);
    const triggers = live ? triggersOf(live.flow) : [];
    const trigger = triggers.find(({ kind }) => kind === 'trigger.manual') ?? triggers[0];
    if (!live || !trigger) return { failure: 'notLive' };
    if (this.hasRun(live)) return { failure: 'alreadyRan' };
    if (this.depth + this.running.length > DEPTH) return { failure: 'cycle' };
    const walk = new NaiveWalk(this, live, by.event, by.live.flowId);
    this.begin(walk, () => walk.begin(trigger, seen));
    this.claim(walk);
    return { stopsLater: walk.stopsLater, ...(walk.hasFailed ? { failure: 'innerStep' } : {}) };
  }

  /** What an event from outside makes of the ticket, before anybody sees it; one that changes nothing is none. */
  private happen({ priority, ...event }: NaiveEvent): readonly Queued[] {
    const queued = { ...event, changes: undefined, depth: 0, raisedBy: '' };
    if (event.type === 'ticketReplied' && event.by !== 'bot') {
      this.facts[`ticket.last${event.by === 'agent' ? 'Agent' : 'Customer'}MessageAt`] = this.nowMs;
    }
    if (priority === undefined) return [queued];
    const from = present(this.facts['ticket.priority']);
    this.facts['ticket.priority'] = priority;
    return from === priority ? [] : [{ ...queued, changes: { 'ticket.priority': { from, to: priority } } }];
  }

  private wake(moment: NaiveWaking): void {
    const walk = this.waiting[moment.run % this.waiting.length];
    if (!walk) return;
    const [first] = triggersOf(walk.live.flow);
    walk.event = { type: first?.kind ?? '', by: 'timer', changes: undefined };
    if ('isCancelled' in moment) walk.cancel();
    else if ('isRefused' in moment) {
      const asked = walk.rests.filter((rest) => rest.hear);
      const rest = asked[moment.place % asked.length];
      if (!rest) return;
      walk.keepResult(rest, moment.code);
      const outcome = moment.isRefused ? { failure: 'refused' } : {};
      this.goOn(walk, () => walk.goOn([rest], ({ hear }) => hear?.(outcome)));
    } else this.goOn(walk, () => this.elapse(walk));
    this.dropEnded();
  }

  private elapse(walk: NaiveWalk): void {
    for (;;) {
      const due = walk.rests.filter(({ until }) => until !== null && until <= this.nowMs);
      const first = Math.min(...due.map(({ until }) => until ?? 0));
      if (due.length === 0) return;
      walk.goOn(
        due.filter(({ until }) => until === first),
        ({ goOn }) => goOn?.('elapsed'),
      );
    }
  }

  private dropEnded(): void {
    this.waiting = this.waiting.filter(({ rests }) => rests.length > 0);
  }

  /** A walk that goes on counts as having run for what it sets off, not for what woke it. */
  private goOn(walk: NaiveWalk, go: () => void): void {
    walk.stopsLater = false;
    this.within(walk, go);
    if (walk.hasActed) this.countRun(walk, this.depth + 1);
  }

  private within(walk: NaiveWalk, go: () => void): void {
    this.running.push(versionOf(walk.live));
    go();
    this.running.pop();
  }

  private begin(walk: NaiveWalk, go: () => void): void {
    this.begun.push(walk);
    this.within(walk, go);
    if (walk.hasActed) this.countRun(walk, 0);
    if (walk.rests.length > 0) this.waiting.push(walk);
  }

  private countRun({ live }: NaiveWalk, depth: number): void {
    const version = versionOf(live);
    this.ranFrom.set(version, Math.min(depth, this.ranFrom.get(version) ?? depth));
  }

  private hasRun(live: NaiveFlow): boolean {
    const version = versionOf(live);
    return this.running.includes(version) || this.depth >= (this.ranFrom.get(version) ?? DEPTH * 2);
  }

  private handle(event: Queued | undefined, at: number): void {
    if (!event || event.isAutomated) return;
    const { type, depth } = event;
    this.depth = depth;
    let isStopped = false;
    for (const walk of [...this.waiting]) {
      const ended = walk.rests.filter(({ since, isEndedBy }) => at >= since && isEndedBy?.(event));
      if (type === 'ticketClosed') walk.cancel();
      else if (ended.length > 0 && depth <= DEPTH) {
        walk.event = event;
        this.goOn(walk, () => walk.goOn(ended, ({ goOn }) => goOn?.('happened')));
        isStopped ||= walk.stopsLater;
      }
    }
    this.dropEnded();
    for (const live of this.flows) {
      const isStoppedNow = this.tryFlow(live, event, at, isStopped);
      isStopped ||= isStoppedNow;
    }
  }

  /** Tries one flow; whether it keeps the later ones from running. */
  private tryFlow(live: NaiveFlow, event: Queued, at: number, isStopped: boolean): boolean {
    const { flowId, flow, stopOnMatch } = live;
    const isMeant = event.flowId === undefined || event.flowId === flowId;
    const { timer } = event;
    const isAsked = (node: FlowNode) => listens(node, event) && (!timer || timer.node.id === node.id);
    const asked = isMeant ? triggersOf(flow).filter(isAsked) : [];
    const why = (node: FlowNode) =>
      timer ? missOfTimer(timer, this.nowMs, this.facts) : missOf(node, event, this.facts);
    const trigger = asked.find((node) => why(node) === null);
    const say = (text: string) => this.considered.push(`${at} ${flowId} ${text}`);
    if (!trigger) {
      for (const node of asked) say(`triggerDidNotMatch ${node.id} ${why(node)}`);
      if (timer && asked.length > 0) look(timer, this.nowMs, this.facts);
    } else if (isStopped) say('stoppedByEarlierFlow');
    else if (this.hasRun(live)) say('alreadyRan');
    else if (event.depth > DEPTH) say('depthReached');
    else {
      say('ran');
      if (timer) fire(timer, this.nowMs, this.facts);
      const walk = new NaiveWalk(this, live, event);
      this.begin(walk, () => walk.begin(trigger, [this.facts]));
      return walk.stopsLater || (stopOnMatch && walk.hasActed);
    }
    return false;
  }

  private lineOf(walk: NaiveWalk): string {
    const { live, outcome, startedBy, steps, edges, hasActed } = walk;
    const mark = hasActed || !this.begun.includes(walk) ? '*' : '';
    return `${versionOf(live)} ${outcome}${mark} ${startedBy}: ${steps.join(' ')} | ${edges.join(' ')}`;
  }
}

function sorted(changes: FieldChanges | undefined): string {
  return JSON.stringify(Object.entries(changes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function restsOf({ live, rests }: NaiveWalk): string {
  const texts = rests.map(({ nodeId, for: what, until, branch }) => `${nodeId}~${what} ${until} ${branch.join('/')}`);
  return `${live.flowId}: ${texts.join(', ')}`;
}

/** Texts that begin with an instant, the earliest first. */
function byInstant(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10);
}

function inOrder(flows: readonly NaiveFlow[]): readonly NaiveFlow[] {
  return [...flows].sort((a, b) => a.position - b.position || (a.flowId < b.flowId ? -1 : 1));
}
