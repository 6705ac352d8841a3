import type { CompiledTrigger, Pipeline } from '../compile/compile-flow.ts';
import type { Program } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { NodeInput } from '../nodes/behaviour.ts';
import type { Effect } from '../nodes/effect.ts';
import type { RunContext, RunOutcome } from './run-outcome.ts';
import { runPipeline, type WritableFacts } from './run-pipeline.ts';
import type { CascadeEvent, CascadeStop, Consideration, Run } from './trace.ts';

/** The deepest event of a cascade whose flows still run; the given event has depth 0. */
export const CASCADE_DEPTH = 10;

/**
 * Handles one event of one ticket, or several of one change: the flows that listen, in order, and then, breadth first, those their
 * effects raise. A flow version runs at most once per cascade; events deeper than `CASCADE_DEPTH` run nothing, and
 * where one would have started a flow this is recorded in `stops`. Automated messages run nothing.
 * `facts` are those after the event; `time.now` is set from the context. The same inputs give the same bytes.
 * Throws RangeError if `context.timeZone` is no IANA time zone and a condition needs it.
 * Cost: linear in the listening flows and the steps they take.
 */
export function runEvent(
  program: Program,
  event: TicketEvent | readonly TicketEvent[],
  facts: Facts,
  context: RunContext,
): RunOutcome {
  return new Cascade(program, [event].flat(), facts, context).handle();
}

/** One `runEvent` in progress: the queue of events and everything recorded so far. */
class Cascade {
  private readonly program: Program;
  private readonly context: RunContext;
  private readonly facts: WritableFacts;
  private readonly events: CascadeEvent[];
  private readonly considerations: Consideration[] = [];
  private readonly runs: Run[] = [];
  private readonly effects: Effect[] = [];
  private readonly stops: CascadeStop[] = [];
  private readonly ranVersionIds = new Set<string>();

  constructor(program: Program, events: readonly TicketEvent[], facts: Facts, context: RunContext) {
    this.program = program;
    this.context = context;
    this.facts = { ...facts, 'time.now': context.nowMs };
    this.events = events.map((event) => ({ depth: 0, event, raisedByRun: null }));
  }

  handle(): RunOutcome {
    // The list grows while it is walked: that is the queue, and its order is breadth first.
    for (let eventIndex = 0; eventIndex < this.events.length; eventIndex += 1) {
      const queued = this.events[eventIndex];
      if (queued && !queued.event.isAutomated) this.handleOne(queued, eventIndex);
    }
    const { events, considerations, runs, effects, facts, stops } = this;
    return { events, considerations, runs, effects, facts, stops, waiting: [] };
  }

  private handleOne({ event, depth }: CascadeEvent, eventIndex: number): void {
    const { nowMs, timeZone } = this.context;
    const providers = this.context.providers ?? new Set();
    const input: NodeInput = { event, facts: this.facts, changes: event.changes, nowMs, timeZone, providers };
    const cutFlowIds: string[] = [];
    let isStopped = false;
    for (const pipeline of this.program.byEvent.get(event.type) ?? []) {
      const trigger = this.firedTrigger(pipeline, input, eventIndex);
      if (!trigger) continue;
      if (isStopped) this.consider(pipeline, eventIndex, 'stoppedByEarlierFlow');
      else if (this.ranVersionIds.has(pipeline.versionId)) this.consider(pipeline, eventIndex, 'alreadyRan');
      else if (depth > CASCADE_DEPTH) {
        this.consider(pipeline, eventIndex, 'depthReached');
        cutFlowIds.push(pipeline.flowId);
      } else isStopped = this.run(pipeline, trigger, input, { eventIndex, depth });
    }
    if (cutFlowIds.length > 0) this.stops.push({ cause: 'depthReached', eventType: event.type, flowIds: cutFlowIds });
  }

  /** Runs a pipeline whose trigger fired; true where later flows must not run for this event. */
  private run(
    pipeline: Pipeline,
    trigger: CompiledTrigger,
    input: NodeInput,
    { eventIndex, depth }: { readonly eventIndex: number; readonly depth: number },
  ): boolean {
    const { flowId, versionId } = pipeline;
    const runIndex = this.runs.length;
    this.ranVersionIds.add(versionId);
    this.considerations.push({ flowId, versionId, eventIndex, outcome: 'ran', runIndex });
    const result = runPipeline(pipeline, trigger, input, this.facts, { eventIndex, runIndex });
    this.runs.push(result.run);
    this.effects.push(...result.effects);
    for (const raised of result.events) this.events.push({ depth: depth + 1, event: raised, raisedByRun: runIndex });
    return result.isLaterStopped || (pipeline.stopOnMatch && result.run.acted);
  }

  /** The first trigger that fires; where none does, each one listening is recorded with why it did not. */
  private firedTrigger(pipeline: Pipeline, input: NodeInput, eventIndex: number): CompiledTrigger | null {
    const { flowId, versionId } = pipeline;
    const misses: Consideration[] = [];
    for (const trigger of pipeline.triggers) {
      if (!trigger.on.includes(input.event.type)) continue;
      const miss = trigger.miss(input);
      if (!miss) return trigger;
      const { nodeId } = trigger;
      misses.push({ flowId, versionId, eventIndex, outcome: 'triggerDidNotMatch', nodeId, ...miss });
    }
    this.considerations.push(...misses);
    return null;
  }

  private consider(
    { flowId, versionId }: Pipeline,
    eventIndex: number,
    outcome: 'alreadyRan' | 'stoppedByEarlierFlow' | 'depthReached',
  ): void {
    this.considerations.push({ flowId, versionId, eventIndex, outcome });
  }
}
