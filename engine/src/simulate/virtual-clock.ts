import type { Program } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Effect, Firing } from '../nodes/effect.ts';
import { type DueTrigger, dueTriggers } from '../run/due-triggers.ts';
import { recipientsOf } from '../run/message-budget.ts';
import { resumeRun, runEvent } from '../run/run-event.ts';
import type { RunContext, RunOutcome, SentMessage, StoredRun } from '../run/run-outcome.ts';
import { dueAtMsOf, type Wake } from '../run/waiting-run.ts';

/** What happens to the ticket from outside at one instant. */
export interface ScriptedMoment {
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** Facts that are different from then on. */
  readonly facts?: Facts;
  readonly events: readonly TicketEvent[];
}

/** How the outside world answers an effect that a run waits for. */
export interface Answer extends Omit<Extract<Wake, { readonly type: 'outcome' }>, 'type' | 'tokenId'> {
  readonly afterMs: number;
}

export interface Play {
  readonly program: Program;
  readonly ticketId: string;
  /** The ticket before the first moment. */
  readonly facts: Facts;
  /** In any order; moments of one instant in the order given. */
  readonly script: readonly ScriptedMoment[];
  /** Nothing later than this happens: milliseconds since 1970 UTC. */
  readonly untilMs: number;
  readonly context: Omit<RunContext, 'nowMs' | 'waiting' | 'firings' | 'sent'>;
  /** What is different about the facts because of the time, as the ticket's age; absent: only `time.now`. */
  readonly factsAt?: (facts: Facts, nowMs: number) => Facts;
  /** Null: it is never answered. Absent: everything goes well at once. */
  readonly answer?: (effect: Effect, atMs: number) => Answer | null;
}

/** One step of the virtual clock and all that it caused. */
export interface PlayedMoment {
  readonly atMs: number;
  readonly cause: 'script' | 'answer' | 'wait' | 'due';
  readonly outcome: RunOutcome;
}

/** A ticket's life, as it was played. */
export interface Transcript {
  /** In the order they happened. */
  readonly moments: readonly PlayedMoment[];
  readonly effects: readonly { readonly atMs: number; readonly effect: Effect }[];
  /** The facts at the end. */
  readonly facts: Facts;
  /** What waits still. */
  readonly waiting: readonly StoredRun[];
  /** When something would happen next, after the end of the play: milliseconds since 1970 UTC, or null for never. */
  readonly nextAtMs: number | null;
  /** The play was ended because it went on and on. */
  readonly isCutShort: boolean;
}

/** The most moments of one play. */
export const PLAY_LIMIT = 10_000;

const HOUR_MS = 3_600_000;

/**
 * Plays one ticket through a script under a virtual clock: the clock leaps to the next instant at which anything
 * happens, be it scripted, an answer, the end of a wait or a time trigger that is due (in this order where they are
 * due at one instant), until nothing is left or `untilMs` is past. Waiting runs, firings and sent messages are kept as
 * the API keeps them. Nothing is sent anywhere; the same input gives the same bytes.
 */
export function playTicket(play: Play): Transcript {
  return new VirtualClock(play).run();
}

interface PendingAnswer {
  readonly atMs: number;
  readonly runId: string;
  readonly wake: Wake;
}

type Next =
  | { readonly cause: 'script'; readonly atMs: number; readonly moment: ScriptedMoment }
  | { readonly cause: 'answer'; readonly atMs: number; readonly answer: PendingAnswer }
  | { readonly cause: 'wait'; readonly atMs: number; readonly run: StoredRun }
  | { readonly cause: 'due'; readonly atMs: number; readonly trigger: DueTrigger };

class VirtualClock {
  private readonly play: Play;
  private readonly script: ScriptedMoment[];
  private readonly moments: PlayedMoment[] = [];
  private readonly effects: { readonly atMs: number; readonly effect: Effect }[] = [];
  private readonly firings: Record<string, Firing> = {};
  private readonly askedTriggers = new Set<string>();
  private answers: PendingAnswer[] = [];
  private waiting: readonly StoredRun[] = [];
  private sent: SentMessage[] = [];
  private facts: Facts;
  private nowMs = 0;

  constructor(play: Play) {
    this.play = play;
    this.script = [...play.script].sort((a, b) => a.atMs - b.atMs);
    this.facts = play.facts;
  }

  run(): Transcript {
    for (let next = this.next(); next && this.moments.length < PLAY_LIMIT; next = this.next()) {
      this.nowMs = next.atMs;
      this.keep(next.cause, this.happen(next));
    }
    const { moments, effects, facts, waiting } = this;
    const nextAtMs = this.earliest()?.atMs ?? null;
    return { moments, effects, facts, waiting, nextAtMs, isCutShort: this.next() !== undefined };
  }

  private next(): Next | undefined {
    const earliest = this.earliest();
    return earliest && earliest.atMs <= this.play.untilMs ? earliest : undefined;
  }

  private earliest(): Next | undefined {
    const [moment] = this.script;
    const candidates: Next[] = [];
    if (moment) candidates.push({ cause: 'script', atMs: moment.atMs, moment });
    for (const answer of this.answers) candidates.push({ cause: 'answer', atMs: answer.atMs, answer });
    for (const run of this.waiting) {
      const atMs = dueAtMsOf(run.state);
      if (atMs !== null) candidates.push({ cause: 'wait', atMs, run });
    }
    // Before anything happened there is no ticket whose time could come.
    if (this.moments.length > 0) {
      for (const trigger of dueTriggers(this.play.program, this.factsNow(), this.context())) {
        if (!this.askedTriggers.has(keyOf(trigger))) {
          candidates.push({ cause: 'due', atMs: Math.max(this.nowMs, trigger.dueAtMs), trigger });
        }
      }
    }
    // The first of the earliest.
    return candidates.reduce<Next | undefined>((a, b) => (a && a.atMs <= b.atMs ? a : b), undefined);
  }

  private happen(next: Next): RunOutcome {
    const { program, ticketId } = this.play;
    switch (next.cause) {
      case 'script':
        this.script.shift();
        this.facts = { ...this.facts, ...next.moment.facts };
        return runEvent(program, next.moment.events, this.factsNow(), this.context());
      case 'due': {
        this.askedTriggers.add(keyOf(next.trigger));
        const { eventType: type, due } = next.trigger;
        const event: TicketEvent = { type, ticketId, actor: { kind: 'timer' }, due };
        return runEvent(program, event, this.factsNow(), this.context());
      }
      case 'wait':
        return resumeRun(program, next.run, { type: 'time' }, this.factsNow(), this.context());
      case 'answer': {
        const { answer } = next;
        this.answers = this.answers.filter((other) => other !== answer);
        const run = this.waiting.find(({ runId }) => runId === answer.runId);
        return run
          ? resumeRun(program, run, answer.wake, this.factsNow(), this.context())
          : runEvent(program, [], this.factsNow(), this.context());
      }
    }
  }

  private keep(cause: PlayedMoment['cause'], outcome: RunOutcome): void {
    const atMs = this.nowMs;
    const index = this.moments.push({ atMs, cause, outcome });
    this.facts = outcome.facts;
    const runIds = outcome.runs.map(({ continues }, runIndex) => continues ?? `${index}-${runIndex}`);
    this.waiting = stillWaiting(this.waiting, outcome, runIds, this.play.program);
    for (const effect of outcome.effects) {
      this.effects.push({ atMs, effect });
      for (const recipient of recipientsOf(effect, outcome.facts)) this.sent.push({ recipient, atMs });
      if (effect.type === 'setFiring') this.firings[`${effect.flowId}/${effect.triggerNodeId}`] = effect.firing;
      this.expectAnswer(effect, runIds[effect.runIndex]);
    }
    this.sent = this.sent.filter((message) => message.atMs > atMs - HOUR_MS);
  }

  private expectAnswer(effect: Effect, runId: string | undefined): void {
    if (!('awaitedBy' in effect) || effect.awaitedBy === undefined || runId === undefined) return;
    const { answer = () => ({ afterMs: 0 }) } = this.play;
    const given = answer(effect, this.nowMs);
    if (!given) return;
    const { afterMs, ...rest } = given;
    const wake: Wake = { type: 'outcome', tokenId: effect.awaitedBy, ...rest };
    this.answers.push({ atMs: this.nowMs + afterMs, runId, wake });
  }

  private factsNow(): Facts {
    return this.play.factsAt?.(this.facts, this.nowMs) ?? this.facts;
  }

  private context(): RunContext {
    const { nowMs, waiting, firings, sent } = this;
    return { ...this.play.context, nowMs, waiting, firings, sent };
  }
}

function keyOf({ due: { flowId, nodeId, episode }, dueAtMs }: DueTrigger): string {
  return JSON.stringify([flowId, nodeId, episode, dueAtMs]);
}

/** The runs that wait after an outcome, oldest first: those it did not touch, and those that wait by it. */
function stillWaiting(
  before: readonly StoredRun[],
  { runs, waiting }: RunOutcome,
  runIds: readonly string[],
  { pipelines }: Program,
): readonly StoredRun[] {
  const continued = new Set(runs.map(({ continues }) => continues));
  const known = new Map(before.map((run) => [run.runId, run]));
  const after = waiting.flatMap(({ runIndex, state }): StoredRun[] => {
    const runId = runIds[runIndex] ?? '';
    const pipeline = known.get(runId)?.pipeline ?? pipelines.find(({ versionId }) => versionId === state.versionId);
    return pipeline ? [{ runId, pipeline, state }] : [];
  });
  const again = new Map(after.map((run) => [run.runId, run]));
  return [
    ...before.flatMap((run) => (continued.has(run.runId) ? (again.get(run.runId) ?? []) : [run])),
    ...after.filter(({ runId }) => !known.has(runId)),
  ];
}
