import type { Condition } from '../conditions/condition.ts';
import { naiveHolds } from '../conditions/naive-condition.test-support.ts';
import type { FieldChanges } from '../facts/event.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';

/** A live flow as the naive reading takes it: the drawing itself, never compiled. */
export interface NaiveFlow {
  readonly flowId: string;
  readonly position: number;
  readonly stopOnMatch: boolean;
  readonly flow: Flow;
}

/** What happens to the ticket: an event, or something the run that waits longest is woken by. */
export type NaiveMoment =
  | { readonly event: 'ticketCreated' | 'ticketSolved' | 'ticketReplied' | 'ticketClosed' }
  | { readonly laterMs: number }
  | { readonly isRefused: boolean };

/** What matters of it: the way taken through each flow, what was asked for, and the facts left behind. */
export interface NaiveOutcome {
  readonly eventTypes: readonly string[];
  readonly acted: readonly string[];
  readonly idle: readonly string[];
  readonly effects: readonly string[];
  readonly facts: Facts;
}

type Loose = Record<string, FactValue | null | undefined>;
/** What somebody sees: their own view last, and all those beneath it that their writes reach too. */
type Seen = readonly Loose[];

interface Wait {
  since: number;
  readonly until: number | null;
  readonly isInBranch: boolean;
  readonly elapsed: (seen: Seen) => void;
  readonly happened?: (seen: Seen) => void;
  readonly refused?: (seen: Seen) => void;
}

interface Walk {
  readonly live: NaiveFlow;
  path: string[];
  changes: FieldChanges | undefined;
  waits: readonly Wait[];
  acted: boolean;
  failed: boolean;
  stopped: boolean;
  stopsLater: boolean;
}

interface Queued {
  readonly type: string;
  readonly changes: FieldChanges | undefined;
  readonly depth: number;
}

const DEPTH = 10;
/** Of one cascade: what was sent before is not told to it. */
const MOST_MESSAGES = 10;

/**
 * A walk over the drawings by recursion, straight off the flow language's description. It shares no code with the
 * compiler or the run, and knows only the kinds and shapes `arbitraryFlows` draws, with triggers that always fire.
 */
export class NaiveTicket {
  private readonly flows: readonly NaiveFlow[];
  private readonly facts: Loose;
  private waiting: Walk[] = [];
  private nowMs = 0;
  private queue: Queued[] = [];
  private depth = 0;
  private ranFrom = new Map<string, number>();
  private running: string[] = [];
  private begun: Walk[] = [];
  private acted: Walk[] = [];
  private effects: string[] = [];
  private sent = 0;

  constructor(flows: readonly NaiveFlow[], facts: Facts) {
    this.flows = [...flows].sort((a, b) => a.position - b.position || (a.flowId < b.flowId ? -1 : 1));
    this.facts = { ...facts };
  }

  live(moment: NaiveMoment): NaiveOutcome {
    if ('laterMs' in moment) this.nowMs += moment.laterMs;
    this.facts['time.now'] = this.nowMs;
    this.queue = [];
    this.ranFrom = new Map();
    this.begun = [];
    this.acted = [];
    this.effects = [];
    this.sent = 0;
    this.depth = 0;
    for (const { waits } of this.waiting) for (const wait of waits) wait.since = 0;
    if ('event' in moment) this.queue.push({ type: moment.event, changes: undefined, depth: 0 });
    else this.wake(moment);
    for (let at = 0; at < this.queue.length; at += 1) this.handle(this.queue[at], at);
    const line = ({ live, path }: Walk) => `${live.flowId}: ${path.join(' ')}`;
    return {
      eventTypes: this.queue.map(({ type }) => type),
      acted: this.acted.map(line),
      idle: this.begun.filter((walk) => !this.acted.includes(walk)).map(line),
      effects: this.effects,
      facts: { ...this.facts },
    };
  }

  private wake(moment: Exclude<NaiveMoment, { readonly event: string }>): void {
    const [walk] = this.waiting;
    if (!walk) return;
    walk.changes = undefined;
    if ('isRefused' in moment) {
      const wait = walk.waits.find(({ refused }) => refused);
      if (wait) this.goOn(walk, [wait], ({ elapsed, refused = elapsed }) => (moment.isRefused ? refused : elapsed));
    } else {
      for (;;) {
        const due = walk.waits.filter(({ until }) => until !== null && until <= this.nowMs);
        const first = Math.min(...due.map(({ until }) => until ?? 0));
        const together = due.filter(({ until }) => until === first);
        if (together.length === 0) break;
        this.goOn(walk, together, ({ elapsed }) => elapsed);
      }
    }
    this.dropEnded();
  }

  private dropEnded(): void {
    this.waiting = this.waiting.filter(({ waits }) => waits.length > 0);
  }

  private goOn(walk: Walk, ended: readonly Wait[], way: (wait: Wait) => (seen: Seen) => void): void {
    this.tell(walk);
    walk.acted = false;
    walk.waits = walk.waits.filter((wait) => !ended.includes(wait));
    const seen = ended.map(({ isInBranch }) => (isInBranch ? [this.facts, { ...this.facts }] : [this.facts]));
    this.within(walk, () => {
      for (const [index, wait] of ended.entries()) way(wait)(seen[index] ?? []);
    });
    if (walk.acted) this.countRun(walk, this.depth + 1);
  }

  /** A run that goes on is told of; only what it does from now on, if it waited before. */
  private tell(walk: Walk): void {
    if (this.acted.includes(walk)) return;
    walk.path = [];
    this.acted.push(walk);
  }

  private within(walk: Walk, go: () => void): void {
    this.running.push(walk.live.flowId);
    go();
    this.running.pop();
    if (walk.failed || walk.stopped) walk.waits = [];
  }

  private countRun({ live: { flowId } }: Walk, depth: number): void {
    this.ranFrom.set(flowId, Math.min(depth, this.ranFrom.get(flowId) ?? depth));
  }

  private hasRun(flowId: string): boolean {
    return this.running.includes(flowId) || this.depth >= (this.ranFrom.get(flowId) ?? DEPTH * 2);
  }

  private handle(event: Queued | undefined, at: number): void {
    if (!event) return;
    const { type, changes, depth } = event;
    this.depth = depth;
    let isStopped = false;
    for (const walk of [...this.waiting]) {
      const ended = walk.waits.filter(({ since, happened }) => happened && type === 'ticketReplied' && at >= since);
      if (type === 'ticketClosed') {
        this.tell(walk);
        walk.waits = [];
        walk.path.push('cancelled');
      } else if (ended.length > 0 && depth <= DEPTH) {
        walk.changes = changes;
        this.goOn(walk, ended, ({ happened, elapsed }) => happened ?? elapsed);
        isStopped ||= walk.stopsLater;
      }
    }
    this.dropEnded();
    for (const live of depth > DEPTH ? [] : this.flows) {
      const start = first(live.flow.nodes.filter((node) => hears(node, event)));
      if (!start || isStopped || this.hasRun(live.flowId)) continue;
      const walk = this.begin(live, start, changes, [this.facts]);
      isStopped = walk.stopsLater || (live.stopOnMatch && walk.acted);
    }
  }

  private begin(live: NaiveFlow, start: FlowNode, changes: FieldChanges | undefined, seen: Seen): Walk {
    const not = { acted: false, failed: false, stopped: false, stopsLater: false };
    const walk: Walk = { live, path: [start.id], changes, waits: [], ...not };
    this.begun.push(walk);
    this.within(walk, () => this.follow(walk, start, 'then', seen));
    if (walk.acted) this.countRun(walk, 0);
    if (walk.waits.length > 0) this.waiting.push(walk);
    return walk;
  }

  /** Every way out of a port; several are branches that see this moment and what they write themselves. */
  private follow(walk: Walk, node: FlowNode, port: string, seen: Seen): void {
    const { nodes, edges } = walk.live.flow;
    const ways = edges.filter(({ from }) => from.node === node.id && from.port === port).sort(byId);
    const views = ways.map(() => (ways.length > 1 ? [...seen, { ...seen.at(-1) }] : seen));
    for (const [index, { to }] of ways.entries()) {
      const next = nodes.find(({ id }) => id === to.node);
      if (next) this.visit(walk, next, views[index] ?? seen);
    }
  }

  private isDrawn({ live }: Walk, node: FlowNode, port: string): boolean {
    return live.flow.edges.some(({ from }) => from.node === node.id && from.port === port);
  }

  private act(walk: Walk): void {
    walk.acted = true;
    if (!this.acted.includes(walk)) this.acted.push(walk);
  }

  private visit(walk: Walk, node: FlowNode, seen: Seen): void {
    const { config, kind } = node;
    const holds = (condition: Condition) => naiveHolds(condition, seen.at(-1) ?? {}, walk.changes);
    if (kind === 'control.sequence' || kind === 'control.parallel') {
      this.list(walk, node, seen);
      return;
    }
    walk.path.push(node.id);
    switch (kind) {
      case 'control.stop':
        if (config.laterFlows === true) this.act(walk);
        walk.stopsLater ||= config.laterFlows === true;
        walk.stopped = true;
        return;
      case 'filter.condition':
        this.follow(walk, node, holds(config.condition as Condition) ? 'yes' : 'no', seen);
        return;
      case 'filter.switch': {
        const cases = config.cases as { id: string; condition: Condition }[];
        this.follow(walk, node, cases.find(({ condition }) => holds(condition))?.id ?? 'otherwise', seen);
        return;
      }
      case 'filter.split':
        // Its shares all lead to one place.
        this.follow(walk, node, 'a', seen);
        return;
      case 'control.wait': {
        const { ms } = config.until as { ms: number };
        const hasEnds = ((config.ends ?? []) as unknown[]).length > 0;
        const ends = hasEnds ? { happened: this.later(walk, node, 'happened') } : {};
        this.wait(walk, seen, { until: this.nowMs + ms, elapsed: this.later(walk, node, 'elapsed'), ...ends });
        return;
      }
      case 'action.reply':
        this.act(walk);
        if (this.sent === MOST_MESSAGES) {
          this.fail(walk, node, 'messageBudget', seen);
          return;
        }
        this.sent += 1;
        this.effects.push(`${walk.live.flowId}/${node.id} sendReply`);
        if (this.isDrawn(walk, node, 'failed')) {
          const refused = this.later(walk, node, 'failed');
          this.wait(walk, seen, { until: null, elapsed: this.later(walk, node, 'done'), refused });
        } else this.follow(walk, node, 'done', seen);
        return;
      case 'action.lookupContact':
        this.fail(walk, node, 'noProvider', seen);
        return;
      case 'action.startFlow':
        this.start(walk, node, seen);
        return;
      default:
        this.act(walk);
        this.write(walk, node.id, writesOf(node), seen);
        this.follow(walk, node, 'done', seen);
    }
  }

  private later(walk: Walk, node: FlowNode, port: string): (seen: Seen) => void {
    return (seen) => {
      walk.path.push(node.id);
      this.follow(walk, node, port, seen);
    };
  }

  private wait(walk: Walk, seen: Seen, wait: Omit<Wait, 'since' | 'isInBranch'>): void {
    this.act(walk);
    walk.waits = [...walk.waits, { ...wait, since: this.queue.length, isInBranch: seen.length > 1 }];
  }

  private list(walk: Walk, node: FlowNode, seen: Seen): void {
    const { kind, config } = node;
    const actions = config.actions as Pick<FlowNode, 'kind' | 'config'>[];
    if (actions.length > 0) this.act(walk);
    let hasFailed = false;
    for (const action of actions) {
      walk.path.push(`${node.id}:${action.kind}`);
      if (action.kind !== 'action.lookupContact') this.write(walk, node.id, writesOf(action), seen);
      else hasFailed = true;
      if (hasFailed && kind === 'control.sequence' && config.onError === 'stop') break;
    }
    walk.path.push(node.id);
    if (hasFailed) this.fail(walk, node, 'innerStep', seen);
    else this.follow(walk, node, 'done', seen);
  }

  private start(walk: Walk, node: FlowNode, seen: Seen): void {
    this.act(walk);
    const live = this.flows.find(({ flowId }) => flowId === node.config.flowId);
    const start = live && first(live.flow.nodes.filter(({ kind }) => kind.startsWith('trigger.')));
    if (!live || !start) this.fail(walk, node, 'notLive', seen);
    else if (this.hasRun(live.flowId)) this.fail(walk, node, 'alreadyRan', seen);
    else if (this.depth + this.running.length > DEPTH) this.fail(walk, node, 'cycle', seen);
    else {
      const started = this.begin(live, start, walk.changes, seen);
      if (!this.acted.includes(started)) this.acted.push(started);
      walk.stopsLater ||= started.stopsLater;
      if (started.failed) this.fail(walk, node, 'innerStep', seen);
      else this.follow(walk, node, 'done', seen);
    }
  }

  private fail(walk: Walk, node: FlowNode, reason: string, seen: Seen): void {
    this.act(walk);
    if (this.isDrawn(walk, node, 'failed')) this.follow(walk, node, 'failed', seen);
    else {
      if (!walk.failed) this.effects.push(`${walk.live.flowId}/${node.id} failRun ${reason}`);
      walk.failed = true;
    }
  }

  /** Every view that is seen gets it; what changed in the ticket is told. */
  private write({ live }: Walk, nodeId: string, writes: (facts: Loose) => Loose, seen: Seen): void {
    const changes: Record<string, { from: FactValue | null; to: FactValue | null }> = {};
    for (const [fact, to = null] of Object.entries(writes(this.facts)).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const from = present(this.facts[fact]);
      if (JSON.stringify(from) === JSON.stringify(to)) continue;
      changes[fact] = { from, to };
      this.effects.push(`${live.flowId}/${nodeId} ${fact}=${JSON.stringify(to)}`);
    }
    for (const view of seen) {
      for (const [fact, to = null] of Object.entries(writes(view))) {
        if (JSON.stringify(present(view[fact])) !== JSON.stringify(to)) view[fact] = to;
      }
    }
    const depth = this.depth + 1;
    if (Object.keys(changes).length > 0) this.queue.push({ type: 'ticketUpdated', changes, depth });
    const { from, to } = changes['ticket.status'] ?? {};
    if (to === 'solved') this.queue.push({ type: 'ticketSolved', changes, depth });
    else if (from === 'solved') this.queue.push({ type: 'ticketReopened', changes, depth });
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function first(nodes: readonly FlowNode[]): FlowNode | undefined {
  return [...nodes].sort(byId)[0];
}

function present(value: FactValue | null | undefined): FactValue | null {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}

function hears(node: FlowNode, event: Queued): boolean {
  if (node.kind !== `trigger.${event.type}`) return false;
  if (node.kind !== 'trigger.ticketUpdated') return true;
  return (node.config.fields as string[]).some((fact) => event.changes?.[fact] !== undefined);
}

/** What any facts should be after an action: fields as given, tags as a sorted set. */
function writesOf({ kind, config }: Pick<FlowNode, 'kind' | 'config'>): (facts: Loose) => Loose {
  if (kind === 'action.setFields') return () => config.fields as Loose;
  const { add, remove } = config as { add: string[]; remove: string[] };
  return (facts) => {
    const before = (facts['ticket.tags'] || []) as string[];
    const isChanged = add.some((tag) => !before.includes(tag)) || remove.some((tag) => before.includes(tag));
    if (!isChanged) return {};
    const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag)).sort();
    return { 'ticket.tags': after.length > 0 ? after : null };
  };
}
