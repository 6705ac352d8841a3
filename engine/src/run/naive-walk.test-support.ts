import type { Condition } from '../conditions/condition.ts';
import { naiveHolds } from '../conditions/naive-condition.test-support.ts';
import type { FieldChanges } from '../facts/event.ts';
import type { FlowNode } from '../flow/flow.ts';
import { doAction, doList, write } from './naive-acting.test-support.ts';
import { enqueued, type Loose, present } from './naive-asking.test-support.ts';
import { type NaiveFlow, waysOf } from './naive-drawing.test-support.ts';
import { forkOf, joinsToPass, type Resting } from './naive-joins.test-support.ts';
import { endOfWait, endsWait, type NaiveHappening } from './naive-moments.test-support.ts';

/** What somebody sees: their own view last, and all those beneath it that their writes reach too. */
export type Seen = readonly Loose[];

/** What a walk asks of the ticket it is about. */
export interface NaiveHost {
  readonly nowMs: number;
  /** The ticket's own facts. */
  readonly facts: Loose;
  readonly hasFallback: boolean;
  /** How many events there are so far. */
  readonly eventCount: number;
  claim(walk: NaiveWalk): void;
  ask(text: string): void;
  raise(changes: FieldChanges, walk: NaiveWalk): void;
  spend(recipients: readonly string[], walk: NaiveWalk): boolean;
  start(flowId: string, by: NaiveWalk, seen: Seen): { readonly failure?: string; readonly stopsLater?: boolean };
}

/** Where somebody walks: the edges that forked on the way, and the nodes passed since they last rested. */
export interface Spot {
  readonly branch: readonly string[];
  readonly passed: ReadonlySet<string>;
}

type Outcome = { readonly failure?: string };

/** A place at which the walk rests, and how it goes on from there. */
export interface Rest extends Resting {
  readonly for: 'time' | 'outcome' | 'branches';
  readonly until: number | null;
  /** How many events there were when it began. */
  since: number;
  readonly goOn?: (port: string) => void;
  readonly hear?: (outcome: Outcome) => void;
  readonly isEndedBy?: (event: NaiveHappening) => boolean;
  /** At a join, of those that came there in this burst. */
  passed?: ReadonlySet<string>;
}

const NOWHERE: ReadonlySet<string> = new Set();

/** A walk over one drawing by recursion: what its branches do, where they rest, and all it tells. */
export class NaiveWalk {
  readonly live: NaiveFlow;
  startedBy: string;
  steps: string[] = [];
  edges: string[] = [];
  rests: readonly Rest[] = [];
  /** What is happening; its changes are what conditions ask about. */
  event: NaiveHappening;
  hasActed = false;
  stopsLater = false;
  outcome = 'done';
  readonly host: NaiveHost;
  private readonly results: Loose = {};
  private views = new Map<string, Seen>();
  private failedStep: number | null = null;
  private isStopped = false;

  constructor(host: NaiveHost, live: NaiveFlow, event: NaiveHappening, startedBy = '') {
    this.host = host;
    this.live = live;
    this.event = event;
    this.startedBy = startedBy;
  }

  get hasFailed(): boolean {
    return this.failedStep !== null;
  }

  begin(trigger: FlowNode, seen: Seen): void {
    this.views = new Map([['', seen]]);
    this.tell(trigger.id, 'then', []);
    this.follow(trigger, 'then', { branch: [], passed: NOWHERE });
    this.rest();
  }

  /** Lets some of those who rest go on. All of them see the ticket as it is now. */
  goOn(rests: readonly Rest[], how: (rest: Rest) => void): void {
    this.host.claim(this);
    this.rests = this.rests.filter((rest) => !rests.includes(rest));
    const { facts } = this.host;
    const hasResults = Object.keys(this.results).length > 0;
    this.views = new Map([['', hasResults ? [facts, { ...facts, ...this.results }] : [facts]]]);
    for (const { branch } of rests) this.seenIn(branch);
    for (const rest of rests) how(rest);
    this.rest();
  }

  cancel(): void {
    this.host.claim(this);
    this.rests = [];
    this.outcome = 'cancelled';
  }

  keepResult(rest: Rest, code: number): void {
    this.results[`result.${rest.nodeId}.code`] = code;
  }

  /** Lets the joins go on that can, until none does; then tells who rests at one, and says how the walk is now. */
  private rest(): void {
    for (let isOver = false; !isOver; ) {
      const passing = this.isEnded ? [] : joinsToPass(this.live.flow, this.rests);
      isOver = passing.length === 0;
      for (const { nodeId, home, here, out, waitsFor } of passing) {
        const gone = waitsFor === 'any' ? [...here, ...out] : here;
        this.rests = this.rests.filter((rest) => !gone.includes(rest));
        this.tell(nodeId, 'then', home);
      }
      for (const { nodeId, home, here } of passing) {
        const passed = new Set(here.flatMap((rest) => [...(rest.passed ?? [])]));
        this.follow({ id: nodeId }, 'then', { branch: home, passed });
      }
    }
    if (this.isEnded) this.rests = [];
    for (const rest of this.rests.filter(({ passed }) => passed)) {
      this.tell(rest.nodeId, null, rest.branch, '~branches');
      delete rest.passed;
    }
    if (this.hasFailed) this.fallBack();
    if (this.hasFailed) this.outcome = 'failed';
    else if (this.isStopped) this.outcome = 'stopped';
    else this.outcome = this.rests.length > 0 ? 'waiting' : 'done';
  }

  private get isEnded(): boolean {
    return this.hasFailed || this.isStopped;
  }

  tell(name: string, port: string | null, branch: readonly string[], more = '', effects = 0): void {
    const at = branch.length > 0 ? `@${branch.join('/')}` : '';
    this.steps.push(`${name}>${port ?? ''}${more}${at}${effects > 0 ? `+${effects}` : ''}`);
  }

  act(): void {
    this.hasActed = true;
    this.host.claim(this);
  }

  seenIn(branch: readonly string[]): Seen {
    const key = branch.join('/');
    const seen = this.views.get(key) ?? forked(this.seenIn(branch.slice(0, -1)));
    this.views.set(key, seen);
    return seen;
  }

  /** Every way out of a port; several are branches that see this moment and what they write themselves. */
  private follow({ id }: Pick<FlowNode, 'id'>, port: string, { branch, passed }: Spot): void {
    const { flow } = this.live;
    const ways = waysOf(flow, id, port);
    const isHere = (edgeId: string) => forkOf(flow, edgeId).some((edge) => ways.includes(edge));
    const left = branch.findIndex(isHere);
    const outer = left < 0 ? branch : branch.slice(0, left);
    const snapshot = this.seenIn(branch);
    const spots = ways.map((edge): Spot => {
      if (ways.length === 1) return { branch, passed };
      const inner = [...outer, edge.id];
      this.views.set(inner.join('/'), forked(snapshot));
      return { branch: inner, passed };
    });
    for (const [index, edge] of ways.entries()) {
      this.edges.push(edge.id);
      const next = flow.nodes.find((node) => node.id === edge.to.node);
      const spot = spots[index];
      if (next && spot) this.enter(next, spot);
    }
  }

  leave(node: FlowNode, port: string, spot: Spot, more = '', effects = 0): void {
    this.tell(node.id, port, spot.branch, more, effects);
    this.follow(node, port, spot);
  }

  fail(node: FlowNode, failure: string, spot: Spot): void {
    this.act();
    if (waysOf(this.live.flow, node.id, 'failed').length > 0) this.leave(node, 'failed', spot, `!${failure}`);
    else this.failRun(node, failure, spot);
  }

  private failRun({ id }: FlowNode, failure: string, { branch }: Spot): void {
    this.act();
    if (this.failedStep === null) {
      this.host.ask(`${this.live.flowId}/${id} failRun ${failure}`);
      this.failedStep = this.steps.length;
    }
    this.tell(id, null, branch, `!${failure}`);
  }

  /** A ticket nobody is responsible for is not left alone by a walk that failed. */
  private fallBack(): void {
    const { facts, hasFallback } = this.host;
    const isOwned = ['ticket.assignee', 'ticket.team', 'ticket.queue'].some((fact) => present(facts[fact]) !== null);
    const step = this.steps[this.failedStep ?? -1];
    if (isOwned || !hasFallback || step === undefined) return;
    const [nodeId = ''] = step.split('>');
    write(this, nodeId, [enqueued('q-gen')], this.seenIn([]));
    this.steps[this.failedStep ?? -1] = `${step}+1`;
  }

  private enter(node: FlowNode, { branch, passed }: Spot): void {
    const spot = { branch, passed: new Set([...passed, node.id]) };
    if (passed.has(node.id)) this.failRun(node, 'cycle', spot);
    else this.visit(node, spot);
  }

  private visit(node: FlowNode, spot: Spot): void {
    const { config, kind } = node;
    const seen = this.seenIn(spot.branch);
    const holds = (condition: Condition) => naiveHolds(condition, seen.at(-1) ?? {}, this.event.changes);
    switch (kind) {
      case 'control.stop':
        if (config.laterFlows === true) this.act();
        this.stopsLater ||= config.laterFlows === true;
        this.isStopped = true;
        this.tell(node.id, null, spot.branch);
        return;
      case 'control.join':
        this.addRest({ nodeId: node.id, branch: spot.branch, for: 'branches', until: null, passed: spot.passed });
        return;
      case 'control.wait':
        this.wait(node, spot, seen);
        return;
      case 'control.sequence':
      case 'control.parallel':
        doList(this, node, spot);
        return;
      case 'filter.condition':
        this.leave(node, holds(config.condition as Condition) ? 'yes' : 'no', spot);
        return;
      case 'filter.switch': {
        const cases = config.cases as { id: string; condition: Condition }[];
        this.leave(node, cases.find(({ condition }) => holds(condition))?.id ?? 'otherwise', spot);
        return;
      }
      case 'filter.split': {
        const shares = config.shares as { id: string; percent: number }[];
        this.leave(node, shares.find(({ percent }) => percent === 100)?.id ?? '', spot);
        return;
      }
      case 'action.startFlow': {
        this.act();
        const { failure, stopsLater = false } = this.host.start(String(config.flowId), this, seen);
        this.stopsLater ||= stopsLater;
        if (failure === undefined) this.leave(node, 'done', spot);
        else this.fail(node, failure, spot);
        return;
      }
      default:
        doAction(this, node, spot);
    }
  }

  addRest(rest: Omit<Rest, 'since'>): void {
    this.rests = [...this.rests, { ...rest, since: this.host.eventCount }];
  }

  private wait(node: FlowNode, spot: Spot, seen: Seen): void {
    const { branch } = spot;
    this.act();
    const until = endOfWait(node, this.host.nowMs, seen.at(-1) ?? {});
    const hasEnds = ((node.config.ends ?? []) as unknown[]).length > 0;
    if (until !== null && until <= this.host.nowMs) this.leave(node, 'elapsed', spot);
    else if (until === null && !hasEnds) this.fail(node, 'missing', spot);
    else {
      this.tell(node.id, null, branch, '~time');
      const goOn = (port: string) => this.leave(node, port, { branch, passed: NOWHERE });
      const isEndedBy = (event: NaiveHappening) => endsWait(node, event);
      this.addRest({ nodeId: node.id, branch, for: 'time', until, goOn, isEndedBy });
    }
  }
}

/** Sees this moment, and from now on what is written to it; what is written reaches all beneath it. */
function forked(seen: Seen): Seen {
  return [...seen, { ...seen.at(-1) }];
}
