import type { CompiledTrigger, Pipeline } from '../compile/compile-flow.ts';
import type { Program } from '../compile/link-program.ts';
import { wouldAct } from '../compile/match/would-act.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Effect, Firing } from '../nodes/effect.ts';
import { RunInProgress } from './advance-run.ts';
import { FactsView } from './facts-view.ts';
import { askTrigger, endedFirings, firingOf } from './firings.ts';
import { flowsToTry, type Trial } from './flows-to-try.ts';
import { MessageBudget } from './message-budget.ts';
import { RanVersions } from './ran-versions.ts';
import { businessClocks, type RunHost, type StepInput, stepInput, timeInput } from './run-host.ts';
import type { RunContext, RunOutcome, StoredRun } from './run-outcome.ts';
import type { RunRecord } from './run-record.ts';
import type { CascadeEvent, CascadeStop, Consideration, Run } from './trace.ts';
import type { Wake } from './waiting-run.ts';

/** The deepest event of a cascade whose flows still run; the given events have depth 0. */
export const CASCADE_DEPTH = 10;

/** What is known of a consideration before the runs have their final indices. */
type Considered = Consideration | { readonly ran: RunRecord };

/**
 * One cascade in progress: the queue of events, the runs and everything recorded so far.
 *
 * An event first meets the runs that wait, oldest first: a closed ticket cancels them all, an event that ends a wait
 * lets its run go on. Then the live flows that listen are tried in order. What they raise is queued behind.
 */
export class Cascade implements RunHost, Trial {
  readonly context: RunContext;
  readonly budget: MessageBudget;
  readonly businessClock: RunHost['businessClock'];
  private readonly program: Program;
  private readonly ticketId: string;
  private readonly view: FactsView;
  private readonly events: CascadeEvent[] = [];
  private readonly considered: Considered[] = [];
  private readonly acted: RunRecord[] = [];
  private readonly idle: RunRecord[] = [];
  private readonly effects: Effect[] = [];
  private readonly stops = new Map<string, CascadeStop & { readonly flowIds: string[] }>();
  /** Runs that wait: those given, then those that began to in this cascade. */
  private waiting: RunInProgress[] = [];
  private readonly ran = new RanVersions();
  private depth = 0;
  /** No later flow is run for the event being handled. */
  isLaterStopped = false;
  private eventIndex = -1;

  constructor(program: Program, ticketId: string, facts: Facts, context: RunContext) {
    this.program = program;
    this.ticketId = ticketId;
    this.context = context;
    this.view = new FactsView({ ...facts, 'time.now': context.nowMs });
    this.budget = new MessageBudget(context.sent ?? [], context.nowMs);
    this.businessClock = businessClocks(context);
  }

  get eventCount(): number {
    return this.events.length;
  }

  /** What conditions see of an event now. */
  inputOf(event: TicketEvent): StepInput {
    return stepInput(this, event, this.view);
  }

  /** Handles events that happened at once, and all they set off. */
  handle(events: readonly TicketEvent[]): RunOutcome {
    this.waiting = (this.context.waiting ?? []).map((stored) => this.restore(stored));
    for (const event of events) this.events.push({ depth: 0, event, raisedByRun: null });
    return this.drain();
  }

  /** Continues a waiting run, and handles all it sets off. A wake that is not for it does nothing. */
  resume(stored: StoredRun, wake: Wake): RunOutcome {
    const run = this.restore(stored);
    const { waiting = [] } = this.context;
    const isAmong = waiting.some(({ runId }) => runId === stored.runId);
    const all = isAmong ? waiting : [stored, ...waiting];
    this.waiting = all.map((one) => (one.runId === stored.runId ? run : this.restore(one)));
    this.goesOn(run, () => this.wake(run, wake));
    this.dropEnded();
    return this.drain();
  }

  claim(run: RunRecord): number {
    return this.acted.push(run) - 1;
  }

  ask(effect: Effect): void {
    this.effects.push(effect);
  }

  raise(events: readonly TicketEvent[], runIndex: number): void {
    for (const event of events) this.events.push({ depth: this.depth + 1, event, raisedByRun: runIndex });
  }

  stop(cause: CascadeStop['cause'], eventType: TicketEvent['type'], flowId: string): void {
    const key = `${cause} ${eventType}`;
    const known = this.stops.get(key) ?? { cause, eventType, flowIds: [] };
    this.stops.set(key, known);
    if (!known.flowIds.includes(flowId)) known.flowIds.push(flowId);
  }

  startFlow(...[flowId, by]: Parameters<RunHost['startFlow']>): ReturnType<RunHost['startFlow']> {
    const pipeline = this.program.pipelines.find((live) => live.flowId === flowId);
    const trigger = pipeline?.triggers.find(({ on }) => on.includes('manual')) ?? pipeline?.triggers[0];
    if (!pipeline || !trigger) return { failure: 'notLive', isLaterStopped: false };
    if (this.ran.has(pipeline, this.depth)) return { failure: 'alreadyRan', isLaterStopped: false };
    if (this.depth + this.ran.runningCount > CASCADE_DEPTH) {
      this.stop('depthReached', by.event.type, flowId);
      return { failure: 'cycle', isLaterStopped: false };
    }
    const run = this.begin(pipeline, trigger, by.event, by.view, by.runIndex);
    const { isFailed, isLaterStopped } = run.record;
    return { runIndex: run.record.claim(), isLaterStopped, ...(isFailed ? { failure: 'innerStep' } : {}) };
  }

  private drain(): RunOutcome {
    // The list grows while it is walked: that is the queue, and its order is breadth first.
    for (let index = 0; index < this.events.length; index += 1) {
      const queued = this.events[index];
      if (!queued || queued.event.isAutomated) continue;
      this.depth = queued.depth;
      this.eventIndex = index;
      this.wakeWaiting(queued.event);
      this.tryFlows(queued.event);
    }
    return this.outcome();
  }

  private outcome(): RunOutcome {
    this.forgetEpisodes();
    const { events, effects, acted, idle } = this;
    const records = [...acted, ...idle];
    const runIndices = new Map(records.map((record, index) => [record, index]));
    return {
      events,
      considerations: this.considered.map((one) => {
        if (!('ran' in one)) return one;
        const { pipeline, eventIndex } = one.ran;
        const { flowId, versionId } = pipeline;
        const runIndex = runIndices.get(one.ran) ?? -1;
        return { flowId, versionId, eventIndex, outcome: 'ran', runIndex };
      }),
      runs: records.map((record): Run => record.toRun()),
      effects,
      facts: this.view.facts,
      stops: [...this.stops.values()],
      waiting: this.waiting.flatMap((run) => {
        const runIndex = run.record.index;
        return runIndex === null ? [] : [{ runIndex, state: run.state }];
      }),
    };
  }

  /** Forgets the episodes of time triggers that have ended by what the ticket has become. */
  private forgetEpisodes(): void {
    for (const ended of endedFirings(this.program, this.context, timeInput(this, this.view), this.effects)) {
      this.ask({ runIndex: -1, nodeId: ended.triggerNodeId, type: 'setFiring', ...ended });
    }
  }

  private restore({ runId, pipeline, state }: StoredRun): RunInProgress {
    const { ticketId, triggerNodeId, stepCount } = state;
    const place = { eventIndex: -1, triggerNodeId, continues: runId, ticketId, stepCount };
    const trigger = pipeline.triggers.find(({ nodeId }) => nodeId === triggerNodeId);
    const event: TicketEvent = { type: trigger?.on[0] ?? 'ticketUpdated', ticketId, actor: { kind: 'timer' } };
    return new RunInProgress(this, pipeline, event, this.view, place, state);
  }

  private wake(run: RunInProgress, wake: Wake): void {
    if (wake.type === 'time') run.elapse(this.view);
    else if (wake.type === 'outcome') run.hear(wake, this.view);
    else run.cancel(this.eventIndex);
  }

  /**
   * Lets a waiting run go on. It does not count as having run for the event that woke it, so that each such event can
   * begin its flow anew; it does for what it sets off.
   */
  private goesOn({ record }: RunInProgress, go: () => void): void {
    const { pipeline } = record;
    record.isLaterStopped = false;
    this.ran.during(pipeline, go);
    if (record.hasActedNow) this.ran.mark(pipeline, this.depth + 1);
  }

  private wakeWaiting(event: TicketEvent): void {
    for (const run of this.waiting) {
      const { record } = run;
      if (event.type === 'ticketClosed') run.cancel(this.eventIndex);
      else if (run.endedBy(event, this.eventIndex).length > 0) {
        if (this.depth > CASCADE_DEPTH) this.stop('depthReached', event.type, record.pipeline.flowId);
        else {
          this.goesOn(run, () => run.happen(event, this.eventIndex, this.view));
          if (record.isLaterStopped) this.isLaterStopped = true;
        }
      }
    }
    this.dropEnded();
  }

  private dropEnded(): void {
    this.waiting = this.waiting.filter(({ record }) => record.outcome === 'waiting');
  }

  private tryFlows(event: TicketEvent): void {
    for (const pipeline of flowsToTry(this.program, event, this)) {
      const input = this.inputOf(event);
      const fired = this.firedTrigger(pipeline, input);
      if (!fired) continue;
      if (this.isLaterStopped) this.consider(pipeline, 'stoppedByEarlierFlow');
      else if (this.ran.has(pipeline, this.depth)) this.consider(pipeline, 'alreadyRan');
      else if (this.depth > CASCADE_DEPTH) {
        this.consider(pipeline, 'depthReached');
        if (wouldAct(pipeline, input)) this.stop('depthReached', event.type, pipeline.flowId);
      } else {
        const run = this.begin(pipeline, fired.trigger, event, this.view);
        if (this.isTold || run.record.index !== null) this.considered.push({ ran: run.record });
        if (run.record.index === null) this.idle.push(run.record);
        if (fired.firing) this.remember(pipeline, fired.trigger, fired.firing, run.record.index);
        const isMatch = pipeline.stopOnMatch && run.record.hasActedNow;
        if (isMatch || run.record.isLaterStopped) this.isLaterStopped = true;
      }
    }
    this.isLaterStopped = false;
  }

  /** The first trigger that fires; where none does, each one listening is recorded with why it did not. */
  private firedTrigger(
    pipeline: Pipeline,
    input: StepInput,
  ): { readonly trigger: CompiledTrigger; readonly firing: Firing | null } | null {
    const { flowId, versionId } = pipeline;
    const { type, due } = input.event;
    const misses: Consideration[] = [];
    for (const trigger of pipeline.triggers) {
      const { nodeId } = trigger;
      if (!trigger.on.includes(type) || (due && due.nodeId !== nodeId)) continue;
      const { miss, firing } = askTrigger(trigger, input, firingOf(this.context, flowId, nodeId));
      if (!miss) return { trigger, firing };
      if (firing) this.remember(pipeline, trigger, firing, null);
      const { eventIndex } = this;
      misses.push({ flowId, versionId, eventIndex, outcome: 'triggerDidNotMatch', nodeId, ...miss });
    }
    if (this.isTold) this.considered.push(...misses);
    return null;
  }

  private begin(
    pipeline: Pipeline,
    trigger: CompiledTrigger,
    event: TicketEvent,
    view: FactsView,
    startedByRun?: number,
  ): RunInProgress {
    const { ticketId, eventIndex } = this;
    const started = startedByRun === undefined ? {} : { startedByRun };
    const place = { eventIndex, triggerNodeId: trigger.nodeId, ticketId, stepCount: 0, ...started };
    const run = new RunInProgress(this, pipeline, event, view, place);
    this.ran.during(pipeline, () => run.begin(trigger));
    if (run.record.hasActedNow) this.ran.mark(pipeline, 0);
    if (run.record.outcome === 'waiting') this.waiting.push(run);
    return run;
  }

  private remember({ flowId }: Pipeline, trigger: CompiledTrigger, firing: Firing, runIndex: number | null): void {
    const { nodeId } = trigger;
    this.ask({ runIndex: runIndex ?? -1, nodeId, type: 'setFiring', flowId, triggerNodeId: nodeId, firing });
  }

  private consider(
    { flowId, versionId }: Pipeline,
    outcome: 'alreadyRan' | 'stoppedByEarlierFlow' | 'depthReached',
  ): void {
    const { eventIndex } = this;
    if (this.isTold) this.considered.push({ flowId, versionId, eventIndex, outcome });
  }

  /** Everything considered is told, not only what acted. */
  get isTold(): boolean {
    return this.context.considerations !== 'acting';
  }
}
