import type { CompiledStep, CompiledTrigger, Pipeline } from '../compile/compile-flow.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import type { FailureReason } from '../nodes/effect.ts';
import { resultFactKey } from '../nodes/result-fact.ts';
import { readyMeetings } from './branches.ts';
import { BranchViews, type FactsView } from './facts-view.ts';
import { ListActions, type ListExit } from './list-actions.ts';
import { MovingTokens, type Whereabouts } from './moving-tokens.ts';
import { type RunHost, type StepInput, stepInput } from './run-host.ts';
import { type RunPlace, RunRecord, STEP_LIMIT } from './run-record.ts';
import { StayingTokens } from './staying-tokens.ts';
import type { Step } from './trace.ts';
import type { Token, WaitingRun, Wake } from './waiting-run.ts';

type Outcome = Extract<Wake, { readonly type: 'outcome' }>;

/**
 * A run as a machine over tokens. It begins with one token at its trigger; a token is
 *
 *   moving   it passes node after node, by the port each one chooses; a fork makes one of it for each edge
 *   staying  for `time` at a wait, for the `outcome` of an effect at an action or list, for its sister `branches` at a
 *            join, or in a list where one item failed while others are out
 *   gone     at a port without an edge, at a stop, where it failed; or a join made it one with its sisters, or, where
 *            any of them is enough, did without it
 *
 * A *burst* is what happens at one moment: first every moving token goes as far as it can, in the order of their edges;
 * then the joins whose branches are there let one token each move on; and so on, until none moves. So branches are
 * never ahead of each other, and their order cannot be seen. Then the run is
 *
 *   failed, stopped   if a token failed or stopped it: those staying are gone too
 *   waiting           if tokens stay; `state` is all that is needed to go on
 *   done              if none is left
 *
 * Only a waiting run goes on: by time, by the outcome of an effect, by an event that ends a wait; or it is cancelled.
 */
export class RunInProgress {
  readonly record: RunRecord;
  private readonly host: RunHost;
  private readonly pipeline: Pipeline;
  private readonly results: Record<string, FactValue>;
  private readonly staying: StayingTokens;
  private readonly lists: ListActions;
  /** What this burst is about. */
  private event: TicketEvent;
  private views: BranchViews;
  private readonly moving = new MovingTokens();
  private isStopped = false;

  /** `view` is what it sees at first: the ticket's facts, or of a started flow what the starting run sees. */
  constructor(
    host: RunHost,
    pipeline: Pipeline,
    event: TicketEvent,
    view: FactsView,
    place: RunPlace,
    state?: WaitingRun,
  ) {
    this.host = host;
    this.pipeline = pipeline;
    this.event = event;
    this.views = new BranchViews(view);
    this.record = new RunRecord(host, pipeline, place);
    this.staying = new StayingTokens(state?.tokens ?? []);
    this.lists = new ListActions(this.record, this.staying);
    this.results = { ...state?.results };
  }

  /** The run as it is to be stored while it waits. */
  get state(): WaitingRun {
    return this.record.toWaitingRun(this.staying.sorted, this.results);
  }

  /** Runs from a trigger that fired. */
  begin(trigger: CompiledTrigger): void {
    this.record.tell(trigger, '', 'then');
    if (trigger.first) this.moving.goLast([trigger.first], { branch: '', passed: new Set() });
    this.burst();
  }

  /** Lets the waits go on whose time has come: the earliest first, those of one instant together. */
  elapse(view: FactsView): void {
    const { nowMs } = this.host.context;
    for (let due = this.staying.dueFirst(nowMs); due.length > 0; due = this.staying.dueFirst(nowMs)) {
      this.endWaits(due, 'elapsed', view);
    }
  }

  /** The waits that this event ends. */
  endedBy(event: TicketEvent, eventIndex: number): readonly Token[] {
    return this.staying.endedBy(event, eventIndex);
  }

  /** Lets the waits go on that this event ends, of which there are some. */
  happen(event: TicketEvent, eventIndex: number, view: FactsView): void {
    this.event = event;
    this.record.beginAt(eventIndex);
    this.endWaits(this.endedBy(event, eventIndex), 'happened', view);
  }

  /** Hands over the outcome of an effect; nothing is done where nobody waits for it. */
  hear({ tokenId, failure, results = {} }: Outcome, view: FactsView): void {
    const token = this.staying.awaiting(tokenId);
    if (!token) return;
    for (const [name, value] of Object.entries(results)) this.results[resultFactKey(token.nodeId, name)] = value;
    this.resume([token], view, (step) => this.continueAction(step, token, failure));
  }

  /** Nothing more happens. */
  cancel(eventIndex: number): void {
    this.record.claim();
    this.record.beginAt(eventIndex);
    this.staying.clear();
    this.record.outcome = 'cancelled';
  }

  private endWaits(tokens: readonly Token[], port: 'elapsed' | 'happened', view: FactsView): void {
    this.resume(tokens, view, (step, { branch }) => this.pass(step, { branch, passed: new Set() }, port));
  }

  /** A burst that begins with tokens that stayed. All of them see the same facts: those of now. */
  private resume(tokens: readonly Token[], view: FactsView, goOn: (step: CompiledStep, token: Token) => void): void {
    this.record.claim();
    this.staying.remove(tokens);
    this.views = new BranchViews(Object.keys(this.results).length > 0 ? view.fork(this.results) : view);
    for (const { branch } of tokens) this.views.of(branch);
    for (const token of tokens) {
      const { nodeId, branch } = token;
      const step = this.pipeline.steps.get(nodeId);
      if (step) goOn(step, token);
      else this.record.fail({ nodeId, kind: 'unknown' }, branch, 'notRunnable');
      this.followAll();
    }
    this.burst();
  }

  private burst(): void {
    do this.followAll();
    while (this.meet());
    const { record, staying } = this;
    if (record.isFailed || this.isStopped) staying.clear();
    if (record.isFailed) record.fallBack(this.views.of(''));
    for (const { nodeId, branch } of staying.settle()) {
      const step = this.pipeline.steps.get(nodeId);
      if (step) record.tell(step, branch, null, { waits: { untilMs: null, for: 'branches' } });
    }
    if (record.isFailed) record.outcome = 'failed';
    else if (this.isStopped) record.outcome = 'stopped';
    else record.outcome = staying.all.length > 0 ? 'waiting' : 'done';
  }

  private followAll(): void {
    for (let arrival = this.moving.next(this.views); arrival; arrival = this.moving.next(this.views)) {
      this.record.edgeIds.push(arrival.edgeId);
      this.enter(arrival.step, arrival.at);
    }
  }

  /** Tells of a step and moves on by a port. */
  private pass(step: CompiledStep, at: Whereabouts, port: string, told: Partial<Step> = {}): void {
    this.record.tell(step, at.branch, port, told);
    this.moving.goFirst(step.ways.get(port) ?? [], at);
  }

  /** A step failed: by its port `failed` if that is drawn, else with the whole run. */
  private fail(step: CompiledStep, at: Whereabouts, failure: FailureReason, told: Partial<Step> = {}): void {
    this.record.act();
    if (step.ways.has('failed')) this.pass(step, at, 'failed', { ...told, failure });
    else this.record.fail(step, at.branch, failure, told);
  }

  private stay(step: CompiledStep, { branch }: Whereabouts, token: Stay, told: Partial<Step> = {}): void {
    const { record, host } = this;
    const sinceEvent = host.eventCount;
    this.staying.add(record.nextTokenId, { nodeId: step.nodeId, branch, ...token }, { sinceEvent });
    record.tell(step, branch, null, { ...told, waits: { untilMs: token.dueAtMs ?? null, for: token.for } });
  }

  private inputAt({ branch }: Whereabouts): StepInput {
    return stepInput(this.host, this.event, this.views.of(branch));
  }

  private enter(step: CompiledStep, { branch, passed }: Whereabouts): void {
    const at = { branch, passed: new Set(passed).add(step.nodeId) };
    if (passed.has(step.nodeId) || this.record.stepCount >= STEP_LIMIT) {
      this.record.fail(step, branch, 'cycle');
    } else if (step.behaviour) this.take(step, step.behaviour, at);
    else this.fail(step, at, 'notRunnable');
  }

  private take(step: CompiledStep, behaviour: NonNullable<CompiledStep['behaviour']>, at: Whereabouts): void {
    const { record } = this;
    const { nodeId } = step;
    const { branch, passed } = at;
    const view = this.views.of(branch);
    switch (behaviour.type) {
      case 'filter': {
        const { port, conditions } = behaviour.choose(this.inputAt(at));
        this.pass(step, at, port, { conditions });
        break;
      }
      case 'action': {
        const { failure, awaitedBy, told } = record.perform(behaviour, step, this.event, { read: view, write: view });
        if (failure !== undefined) this.fail(step, at, failure);
        else if (awaitedBy !== null) this.stay(step, at, { for: 'outcome' }, told);
        else this.pass(step, at, 'done', told);
        break;
      }
      case 'startFlow':
        this.startFlow(step, behaviour.flowId, at);
        break;
      case 'wait': {
        record.act();
        const { ends } = behaviour;
        const dueAtMs = behaviour.until(this.inputAt(at));
        if (dueAtMs !== null && dueAtMs <= this.host.context.nowMs) this.pass(step, at, 'elapsed');
        else if (dueAtMs === null && ends.length === 0) this.fail(step, at, 'missing');
        else this.stay(step, at, { for: 'time', dueAtMs, ends });
        break;
      }
      case 'sequence':
      case 'parallel':
        // Without actions it is only a fork.
        if (behaviour.actions.length > 0) record.act();
        this.leaveList(step, at, this.lists.begin({ step, list: behaviour, branch, view }, this.event));
        break;
      case 'join':
        this.staying.add(record.takeTokenId(), { nodeId, branch, for: 'branches' }, { passed });
        break;
      case 'stop':
        if (behaviour.laterFlows) {
          record.act();
          record.isLaterStopped = true;
        }
        this.isStopped = true;
        record.tell(step, branch, null);
    }
  }

  private startFlow(step: CompiledStep, flowId: string, at: Whereabouts): void {
    const runIndex = this.record.act();
    const started = this.host.startFlow(flowId, { runIndex, event: this.event, view: this.views.of(at.branch) });
    if (started.isLaterStopped) this.record.isLaterStopped = true;
    const told = started.runIndex === undefined ? {} : { startedRun: started.runIndex };
    if (started.failure === undefined) this.pass(step, at, 'done', told);
    else this.fail(step, at, started.failure, told);
  }

  private leaveList(step: CompiledStep, at: Whereabouts, exit: ListExit): void {
    if (exit === 'done') this.pass(step, at, 'done');
    else if (exit === 'failed') this.fail(step, at, 'innerStep');
  }

  /** Goes on after the outcome of an action, or of one in a list, is known. */
  private continueAction(step: CompiledStep, { item, visit, branch }: Token, failure: FailureReason | undefined): void {
    const at = { branch, passed: new Set([step.nodeId]) };
    const list = step.behaviour;
    if (item !== undefined && (list?.type === 'sequence' || list?.type === 'parallel')) {
      const place = { step, list, branch, visit, view: this.views.of(branch) };
      this.leaveList(step, at, this.lists.resume(place, this.event, item, failure));
    } else if (failure === undefined) this.pass(step, at, 'done');
    else this.fail(step, at, failure);
  }

  /** Lets one token move on from each join whose branches are there; true where any does. */
  private meet(): boolean {
    const { staying, pipeline } = this;
    if (staying.all.length === 0 || this.record.isFailed || this.isStopped) return false;
    for (const { nodeId, branch, arrived, missing, isAnyEnough } of readyMeetings(staying.all, pipeline)) {
      const step = pipeline.steps.get(nodeId);
      if (!step) continue;
      const passed = staying.passedBy(arrived);
      staying.remove(isAnyEnough ? [...arrived, ...missing] : arrived);
      this.record.tell(step, branch, 'then');
      this.moving.goLast(step.ways.get('then') ?? [], { branch, passed });
    }
    return this.moving.isAny;
  }
}

type Stay = Pick<Token, 'for'> & Partial<Pick<Token, 'dueAtMs' | 'ends'>>;
