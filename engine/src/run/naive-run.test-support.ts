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

/** What happens to the ticket: an event, time that passes, or the outcome of what somebody waits for. */
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
type Changes = Record<string, { from: FactValue | null; to: FactValue | null }>;
type Wait = { at: string; until: number | null; next: () => void; happened: (() => void) | null; refused: (() => void) | null };

interface Walk {
  readonly live: NaiveFlow;
  path: string[];
  acted: boolean;
  failed: boolean;
  stopped: boolean;
  stopsLater: boolean;
  waits: Wait[];
  started: number;
  changes: FieldChanges | undefined;
}

/**
 * A walk over the drawings by recursion, straight off the flow language's description. It shares no code with the
 * compiler or the run, and knows only the kinds and shapes `arbitraryFlows` draws, with triggers that always fire.
 */
export class NaiveTicket {
  private readonly flows: readonly NaiveFlow[];
  private facts: Loose;
  private nowMs = 0;
  private waiting: Walk[] = [];
  private clock = 0;
  private queue: { type: string; changes: FieldChanges | undefined; depth: number }[] = [];
  private at = 0;
  private depth = 0;
  private ran = new Map<string, number>();
  private runningIds: string[] = [];
  private walks: Walk[] = [];
  private lines: Walk[] = [];
  private effects: string[] = [];

  constructor(flows: readonly NaiveFlow[], facts: Facts) {
    this.flows = [...flows].sort((a, b) => a.position - b.position || (a.flowId < b.flowId ? -1 : 1));
    this.facts = { ...facts };
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  live(moment: NaiveMoment): NaiveOutcome {
    if ('laterMs' in moment) this.nowMs += moment.laterMs;
    this.facts['time.now'] = this.nowMs;
    this.queue = [];
    this.ran = new Map();
    this.walks = [];
    this.lines = [];
    this.effects = [];
    this.depth = 0;
    if ('event' in moment) this.queue.push({ type: moment.event, changes: undefined, depth: 0 });
    else this.wake(moment);
    for (this.at = 0; this.at < this.queue.length; this.at += 1) this.handle();
    const acted = this.lines.map(line);
    const idle = this.walks.filter((walk) => !this.lines.includes(walk)).map(line);
    return { eventTypes: this.queue.map(({ type }) => type), acted, idle, effects: this.effects, facts: { ...this.facts } };
  }

  /** The first run that waits goes on, if this is what it waits for. */
  private wake(moment: { readonly laterMs: number } | { readonly isRefused: boolean }): void {
    const walk = this.waiting[0];
    if (!walk) return;
    const isTime = 'laterMs' in moment;
    const isDue = ({ until, refused }: Wait) => (isTime ? until !== null && until <= this.nowMs : refused !== null);
    walk.changes = undefined;
    for (let isFirst = true; ; isFirst = false) {
      const due = walk.waits.filter(isDue);
      const earliest = Math.min(...due.map(({ until }) => until ?? 0));
      const together = isTime ? due.filter(({ until }) => until === earliest) : due.slice(0, 1);
      if (together.length === 0) break;
      if (isFirst) this.continueWalk(walk);
      this.goOn(walk, together, (wait) => (!isTime && moment.isRefused ? (wait.refused ?? wait.next)() : wait.next()));
      if (!isTime) break;
    }
    this.waiting = this.waiting.filter(({ waits }) => waits.length > 0);
  }

  private continueWalk(walk: Walk): void {
    if (this.lines.includes(walk)) return;
    walk.path = [];
    walk.acted = false;
    this.lines.push(walk);
  }

  private goOn(walk: Walk, ended: readonly Wait[], go: (wait: Wait) => void): void {
    const actedBefore = walk.acted;
    walk.acted = false;
    walk.waits = walk.waits.filter((wait) => !ended.includes(wait));
    this.runningIds.push(walk.live.flowId);
    for (const wait of ended) go(wait);
    this.runningIds.pop();
    this.end(walk);
    if (walk.acted) this.countRun(walk.live.flowId, this.depth + 1);
    walk.acted ||= actedBefore;
  }

  private end(walk: Walk): void {
    if (walk.failed || walk.stopped) walk.waits = [];
  }

  private countRun(flowId: string, fromDepth: number): void {
    this.ran.set(flowId, Math.min(fromDepth, this.ran.get(flowId) ?? fromDepth));
  }

  private hasRun(flowId: string): boolean {
    return this.depth >= (this.ran.get(flowId) ?? 1000) || this.runningIds.includes(flowId);
  }

  private handle(): void {
    const event = this.queue[this.at];
    if (!event) return;
    this.depth = event.depth;
    let isStopped = false;
    for (const walk of [...this.waiting]) {
      const ended = walk.waits.filter(({ happened, at }) => happened && event.type === 'ticketReplied' && at !== `${this.at}`);
      if (event.type === 'ticketClosed') {
        if (!this.lines.includes(walk)) this.continueWalk(walk);
        walk.waits = [];
        walk.path.push('!cancelled');
      } else if (ended.length > 0) {
        this.continueWalk(walk);
        walk.changes = event.changes;
        this.goOn(walk, ended, (wait) => wait.happened?.());
        if (walk.stopsLater) isStopped = true;
      }
    }
    this.waiting = this.waiting.filter(({ waits }) => waits.length > 0);
    if (event.depth > 10) return;
    for (const live of this.flows) {
      const start = live.flow.nodes
        .filter((node) => node.kind.startsWith('trigger.') && hears(node, event))
        .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
      if (!start || isStopped || this.hasRun(live.flowId)) continue;
      const walk = this.begin(live, start, event.changes, this.facts);
      isStopped = walk.stopsLater || (live.stopOnMatch && walk.acted);
    }
  }

  private begin(live: NaiveFlow, start: FlowNode, changes: FieldChanges | undefined, seen: Loose): Walk {
    const none = { acted: false, failed: false, stopped: false, stopsLater: false, waits: [], started: -1 };
    const walk: Walk = { live, path: [start.id], changes, ...none };
    this.walks.push(walk);
    this.runningIds.push(live.flowId);
    this.follow(walk, start, 'then', [seen]);
    this.runningIds.pop();
    this.end(walk);
    if (walk.acted) this.countRun(live.flowId, 0);
    if (walk.waits.length > 0) this.waiting.push(walk);
    return walk;
  }

  /** Every way out of a port; several are branches that see this moment and what they write themselves. */
  private follow(walk: Walk, node: FlowNode, port: string, seen: readonly Loose[]): void {
    const { flow } = walk.live;
    const edges = flow.edges
      .filter(({ from }) => from.node === node.id && from.port === port)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const views = edges.map(() => (edges.length > 1 ? [...seen, { ...seen.at(-1) }] : seen));
    for (const [index, edge] of edges.entries()) {
      const next = flow.nodes.find(({ id }) => id === edge.to.node);
      if (next) this.visit(walk, next, views[index] ?? seen);
    }
  }

  private act(walk: Walk): void {
    if (!walk.acted && !this.lines.includes(walk)) this.lines.push(walk);
    walk.acted = true;
  }

  private visit(walk: Walk, node: FlowNode, seen: readonly Loose[]): void {
    walk.path.push(node.id);
    const { flow, flowId } = walk.live;
    const { config, kind } = node;
    const facts = seen.at(-1) ?? {};
    const holds = (condition: Condition) => naiveHolds(condition, facts, walk.changes);
    if (kind === 'control.stop') {
      if (config.laterFlows === true) {
        this.act(walk);
        walk.stopsLater = true;
      }
      walk.stopped = true;
    } else if (kind === 'filter.condition') {
      this.follow(walk, node, holds(config.condition as Condition) ? 'yes' : 'no', seen);
    } else if (kind === 'filter.switch') {
      const chosen = (config.cases as { id: string; condition: Condition }[]).find(({ condition }) => holds(condition));
      this.follow(walk, node, chosen?.id ?? 'otherwise', seen);
    } else if (kind === 'control.wait') {
      this.act(walk);
      const { ms } = config.until as { ms: number };
      const hasEnds = ((config.ends ?? []) as unknown[]).length > 0;
      const anew = (port: string) => () => {
        walk.path.push(node.id);
        this.follow(walk, node, port, seen.length > 1 ? [this.facts, { ...this.facts }] : [this.facts]);
      };
      const happened = hasEnds ? anew('happened') : null;
      walk.waits.push({ at: `${this.at}`, until: this.nowMs + ms, next: anew('elapsed'), happened, refused: null });
    } else if (kind === 'action.reply') {
      this.act(walk);
      this.effects.push(`${flowId}/${node.id} sendReply`);
      if (!flow.edges.some(({ from }) => from.node === node.id && from.port === 'failed')) {
        this.follow(walk, node, 'done', seen);
        return;
      }
      const anew = (port: string) => () => {
        walk.path.push(node.id);
        this.follow(walk, node, port, seen.length > 1 ? [this.facts, { ...this.facts }] : [this.facts]);
      };
      walk.waits.push({ at: '', until: null, next: anew('done'), happened: null, refused: anew('failed') });
    } else if (kind === 'action.lookupContact') {
      this.act(walk);
      this.fail(walk, node, 'noProvider', seen);
    } else if (kind === 'action.startFlow') {
      this.act(walk);
      this.start(walk, node, seen);
    } else if (kind === 'control.sequence' || kind === 'control.parallel') {
      const actions = config.actions as { kind: string; config: Record<string, unknown> }[];
      if (actions.length > 0) this.act(walk);
      const snapshot = { ...facts };
      let failed = false;
      for (const action of actions) {
        walk.path.push(`${node.id}:${action.kind}`);
        if (action.kind === 'action.lookupContact') {
          failed = true;
          if (kind === 'control.sequence' && config.onError === 'stop') break;
        } else this.write(walk, node.id, writesOf({ ...action, facts: kind === 'control.parallel' ? snapshot : facts }), seen);
      }
      if (failed && !(kind === 'control.sequence' && config.onError === 'continue')) this.fail(walk, node, 'innerStep', seen);
      else this.follow(walk, node, 'done', seen);
    } else {
      this.act(walk);
      this.write(walk, node.id, writesOf({ kind, config, facts }), seen);
      this.follow(walk, node, 'done', seen);
    }
  }

  private start(walk: Walk, node: FlowNode, seen: readonly Loose[]): void {
    const live = this.flows.find(({ flowId }) => flowId === node.config.flowId);
    const start = live?.flow.nodes.filter(({ kind }) => kind.startsWith('trigger.')).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
    if (!live || !start) return this.fail(walk, node, 'notLive', seen);
    if (this.hasRun(live.flowId)) return this.fail(walk, node, 'alreadyRan', seen);
    if (this.depth + this.runningIds.length > 10) return this.fail(walk, node, 'cycle', seen);
    const outer = this.facts;
    const child = this.beginInside(live, start, walk.changes, seen);
    this.facts = outer;
    if (!this.lines.includes(child)) this.lines.push(child);
    if (child.stopsLater) walk.stopsLater = true;
    if (child.failed) this.fail(walk, node, 'innerStep', seen);
    else this.follow(walk, node, 'done', seen);
  }

  private beginInside(live: NaiveFlow, start: FlowNode, changes: FieldChanges | undefined, seen: readonly Loose[]): Walk {
    const none = { acted: false, failed: false, stopped: false, stopsLater: false, waits: [], started: -1 };
    const walk: Walk = { live, path: [start.id], changes, ...none };
    this.walks.push(walk);
    this.runningIds.push(live.flowId);
    this.follow(walk, start, 'then', seen);
    this.runningIds.pop();
    this.end(walk);
    if (walk.acted) this.countRun(live.flowId, 0);
    if (walk.waits.length > 0) this.waiting.push(walk);
    return walk;
  }

  private fail(walk: Walk, node: FlowNode, reason: string, seen: readonly Loose[]): void {
    if (walk.live.flow.edges.some(({ from }) => from.node === node.id && from.port === 'failed')) {
      this.follow(walk, node, 'failed', seen);
      return;
    }
    if (!walk.failed) this.effects.push(`${walk.live.flowId}/${node.id} failRun ${reason}`);
    walk.failed = true;
  }

  /** Every view beneath the one that writes gets it too; what changed in the ticket is told. */
  private write(walk: Walk, nodeId: string, write: (facts: Loose) => Loose, seen: readonly Loose[]): void {
    const changes: Changes = {};
    for (const [fact, to] of Object.entries(write(this.facts)).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const given = this.facts[fact] ?? null;
      const from = Array.isArray(given) && given.length === 0 ? null : given;
      if (JSON.stringify(from) === JSON.stringify(to)) continue;
      changes[fact] = { from, to: to ?? null };
      this.effects.push(`${walk.live.flowId}/${nodeId} ${fact}=${JSON.stringify(to)}`);
    }
    for (const view of new Set([this.facts, ...seen])) Object.assign(view, write(view));
    const depth = this.depth + 1;
    if (Object.keys(changes).length > 0) this.queue.push({ type: 'ticketUpdated', changes, depth });
    const move = changes['ticket.status'];
    if (move?.to === 'solved') this.queue.push({ type: 'ticketSolved', changes, depth });
    else if (move?.from === 'solved') this.queue.push({ type: 'ticketReopened', changes, depth });
  }
}

function line({ live, path }: Walk): string {
  return `${live.flowId}: ${path.join(' ')}`;
}

function hears(node: FlowNode, event: { type: string; changes: FieldChanges | undefined }): boolean {
  if (node.kind !== `trigger.${event.type}`) return false;
  if (node.kind !== 'trigger.ticketUpdated') return true;
  return (node.config.fields as string[]).some((fact) => event.changes?.[fact] !== undefined);
}

/** What any facts should be after an action, of what it asks for by the facts it sees: fields as given, tags sorted. */
function writesOf({
  kind,
  config,
}: {
  readonly kind: string;
  readonly config: Record<string, unknown>;
  readonly facts: Loose;
}): (facts: Loose) => Loose {
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
