import { type CompiledStep, compareText, type Pipeline } from '../compile/compile-flow.ts';
import type { FieldChanges, TicketEvent } from '../facts/event.ts';
import { readFact } from '../facts/fact-value.ts';
import type { ActionBehaviour, EffectDraft } from '../nodes/behaviour.ts';
import type { Effect, FailureReason } from '../nodes/effect.ts';
import { type FactsView, mergeChanges } from './facts-view.ts';
import { recipientsOf } from './message-budget.ts';
import { raiseEvents } from './raise-events.ts';
import { type RunHost, stepInput } from './run-host.ts';
import type { Run, Step } from './trace.ts';
import type { WaitingRun } from './waiting-run.ts';

/** The most steps of one run, over all its continuations: then it fails, for it would never end. */
export const STEP_LIMIT = 10_000;

/** What makes somebody responsible for a ticket. */
const OWNERS = ['ticket.assignee', 'ticket.team', 'ticket.queue'];

/** What a run is part of and where it comes from. */
export interface RunPlace extends Pick<Run, 'eventIndex' | 'triggerNodeId' | 'continues' | 'startedByRun'> {
  readonly ticketId: string;
  readonly stepCount: number;
}

/** What became of an action: what it asked for, or why it failed. */
export interface Performed {
  readonly failure?: FailureReason;
  /** The id of the token that stays for its outcome; null where nobody waits. */
  readonly awaitedBy: string | null;
  readonly told: Pick<Step, 'effectCount' | 'changes'>;
}

/** What a run did: its steps, and the effects and events it hands to its cascade. */
export class RunRecord {
  /** Its index in the outcome; null while it has had no consequences. */
  index: number | null = null;
  outcome: Run['outcome'];
  eventIndex: number;
  /** A step with consequences was passed in this continuation. */
  hasActedNow = false;
  isLaterStopped = false;
  /** The step it failed at. */
  private failedStep: number | null = null;
  stepCount: number;
  readonly steps: Step[] = [];
  readonly edgeIds: string[] = [];
  readonly pipeline: Pipeline;
  readonly place: RunPlace;
  private readonly host: RunHost;

  constructor(host: RunHost, pipeline: Pipeline, place: RunPlace) {
    this.host = host;
    this.pipeline = pipeline;
    this.place = place;
    this.stepCount = place.stepCount;
    this.eventIndex = place.eventIndex;
    this.outcome = place.continues === undefined ? 'done' : 'waiting';
  }

  get isFailed(): boolean {
    return this.failedStep !== null;
  }

  /** Says which event it goes on by; the one it began by stays, where that was in this cascade. */
  beginAt(eventIndex: number): void {
    if (this.steps.length === 0) this.eventIndex = eventIndex;
  }

  /** Says that a step had consequences. */
  act(): number {
    this.hasActedNow = true;
    return this.claim();
  }

  /** The run's index, which it has from now on. */
  claim(): number {
    this.index ??= this.host.claim(this);
    return this.index;
  }

  /** The id of a token that stays at the step told next. */
  get nextTokenId(): string {
    return String(this.stepCount).padStart(5, '0');
  }

  /** The id of a token that stays without a step being told of it. */
  takeTokenId(): string {
    const id = this.nextTokenId;
    this.stepCount += 1;
    return id;
  }

  tell(
    node: Pick<CompiledStep, 'nodeId' | 'kind'>,
    branch: string,
    port: string | null,
    more: Partial<Step> = {},
  ): void {
    const { nodeId, kind } = node;
    this.stepCount += 1;
    this.steps.push({ nodeId, kind, port, ...more, ...(branch === '' ? {} : { branch }) });
  }

  /**
   * Lets an action ask and writes what it asks for. What it reads is `read`; what it writes goes to `write`. Messages
   * beyond the budget fail it before anything is written.
   */
  perform(
    { act, awaited }: ActionBehaviour,
    { nodeId, ways }: CompiledStep,
    event: TicketEvent,
    { read, write }: { readonly read: FactsView; readonly write: FactsView },
  ): Performed {
    const { host } = this;
    const runIndex = this.act();
    const action = act(stepInput(host, event, read));
    if (action.failure !== undefined) return { failure: action.failure, awaitedBy: null, told: {} };
    const recipients = new Set(action.effects.flatMap((draft) => recipientsOf(draft, read.facts)));
    if (recipients.size > 0 && !host.budget.spend(recipients)) {
      host.stop('messageBudget', event.type, this.pipeline.flowId);
      return { failure: 'messageBudget', awaitedBy: null, told: {} };
    }
    const isWaitedFor = awaited === 'always' || (awaited === 'whereFailedIsDrawn' && ways.has('failed'));
    const source = { runIndex, nodeId, awaitedBy: isWaitedFor ? this.nextTokenId : null };
    let effectCount = 0;
    let isAwaited = false;
    let changes: FieldChanges = {};
    for (const asked of action.effects) {
      const written = write.write(asked);
      changes = mergeChanges(changes, written.changes);
      if (!written.draft) continue;
      effectCount += 1;
      const effect = withSource(written.draft, source, this.nextTokenId);
      isAwaited ||= isWaitedFor && 'awaitedBy' in effect;
      host.ask(effect);
    }
    this.raise(changes, runIndex);
    return { awaitedBy: isAwaited ? this.nextTokenId : null, told: { effectCount, changes } };
  }

  /** Marks the run as failed at a step, once: a person must see it. */
  fail(
    node: Pick<CompiledStep, 'nodeId' | 'kind'>,
    branch: string,
    failure: FailureReason,
    told: Partial<Step> = {},
  ): void {
    const runIndex = this.act();
    if (!this.isFailed) {
      this.failedStep = this.steps.length;
      this.host.ask({ runIndex, nodeId: node.nodeId, type: 'failRun', reason: failure });
    }
    this.tell(node, branch, null, { ...told, failure });
  }

  /**
   * Puts the ticket of a failed run into the fallback queue if nobody is responsible for it, once all its branches have
   * done what they do at this moment.
   */
  fallBack(view: FactsView): void {
    const queueId = this.host.context.fallbackQueueId ?? null;
    const step = this.steps[this.failedStep ?? -1];
    const isOwned = OWNERS.some((fact) => readFact(view.ticket, fact) !== null);
    if (!step || this.failedStep === null || isOwned || queueId === null) return;
    const runIndex = this.act();
    const draft = { type: 'enqueue', queueId, requirement: { skills: [] }, priority: null } as const;
    const { changes } = view.write(draft);
    this.host.ask({ runIndex, nodeId: step.nodeId, ...draft });
    this.raise(changes, runIndex);
    this.steps[this.failedStep] = { ...step, effectCount: 1, changes };
  }

  private raise(changes: FieldChanges, runIndex: number): void {
    const actor = { kind: 'flow', id: this.pipeline.flowId } as const;
    this.host.raise(raiseEvents(changes, this.place.ticketId, actor), runIndex);
  }

  /** The run as it is to be stored with its tokens and what it was told. */
  toWaitingRun(tokens: WaitingRun['tokens'], told: WaitingRun['results']): WaitingRun {
    const { flowId, versionId } = this.pipeline;
    const { ticketId, triggerNodeId } = this.place;
    const results = Object.fromEntries(Object.entries(told).sort(([a], [b]) => compareText(a, b)));
    return { format: 1, flowId, versionId, ticketId, triggerNodeId, tokens, results, stepCount: this.stepCount };
  }

  toRun(): Run {
    const { flowId, versionId } = this.pipeline;
    const { triggerNodeId, continues, startedByRun } = this.place;
    const { eventIndex, outcome, steps, edgeIds } = this;
    return {
      flowId,
      versionId,
      eventIndex,
      triggerNodeId,
      outcome,
      acted: this.hasActedNow || continues !== undefined,
      steps,
      edgeIds,
      ...(continues === undefined ? {} : { continues }),
      ...(startedByRun === undefined ? {} : { startedByRun }),
    };
  }
}

function withSource(
  draft: EffectDraft,
  source: { readonly runIndex: number; readonly nodeId: string; readonly awaitedBy: string | null },
  tokenId: string,
): Effect {
  const { runIndex, nodeId, awaitedBy } = source;
  switch (draft.type) {
    case 'callWebhook':
    case 'lookupContact':
    case 'askAi':
      return { runIndex, nodeId, ...draft, awaitedBy: tokenId };
    case 'sendReply':
    case 'sendSurvey':
      return { runIndex, nodeId, ...draft, ...(awaitedBy === null ? {} : { awaitedBy }) };
    default:
      return { runIndex, nodeId, ...draft };
  }
}
