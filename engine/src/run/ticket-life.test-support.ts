import type { Calendar } from '../calendar/calendar.ts';
import type { Program } from '../compile/link-program.ts';
import type { FieldChanges, TicketEvent } from '../facts/event.ts';
import { type Facts, presentValue } from '../facts/fact-value.ts';
import type { Effect, Firing } from '../nodes/effect.ts';
import { dueTriggers } from './due-triggers.ts';
import { recipientsOf } from './message-budget.ts';
import type { NaiveEvent, NaiveMoment, NaiveOutcome, NaiveWaking } from './naive-drawing.test-support.ts';
import { OPEN_MINUTES } from './naive-moments.test-support.ts';
import { resumeRun, runEvent } from './run-event.ts';
import type { RunContext, RunOutcome, SentMessage, StoredRun } from './run-outcome.ts';
import type { Run, Step } from './trace.ts';
import type { Token, WaitingRun, Wake } from './waiting-run.ts';

/** How a life is lived. */
export interface LifeSettings extends Pick<RunContext, 'considerations' | 'fallbackQueueId'> {
  /** Waiting runs go through JSON between moments, as in a database. */
  readonly storesAsJson?: boolean;
  /** What is live once it is published. */
  readonly laterProgram?: Program;
}

const clock = (minute: number) => `00:${String(minute).padStart(2, '0')}`;
const always = { timeZone: 'UTC', holidays: [], exceptions: [] };
const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  OPEN_MINUTES.map(([from, to]) => ({ weekday, from: clock(from), to: clock(to) })),
);
const CALENDARS: Readonly<Record<string, Calendar>> = {
  'cal-office': { ...always, weekly },
  'cal-never': { ...always, weekly: [] },
};

/** A ticket that lives through the engine: its facts and waiting runs are kept from moment to moment. */
export class CompiledTicket {
  facts: Facts;
  private program: Program;
  private readonly settings: LifeSettings;
  private stored: StoredRun[] = [];
  private firings: Readonly<Record<string, Firing>> = {};
  private sent: SentMessage[] = [];
  private nowMs = 0;
  private runCount = 0;

  constructor(program: Program, facts: Facts, settings: LifeSettings = {}) {
    this.program = program;
    this.facts = facts;
    this.settings = settings;
  }

  live(moment: NaiveMoment): RunOutcome {
    if ('laterMs' in moment) this.nowMs += moment.laterMs;
    if ('isPublished' in moment) this.program = this.settings.laterProgram ?? this.program;
    const outcome = this.outcomeOf(moment);
    const continued = new Set(outcome.runs.map(({ continues }) => continues));
    const waiting = outcome.waiting.map(({ runIndex, state }): StoredRun => {
      const run = outcome.runs[runIndex];
      const live = this.program.pipelines.find(({ versionId }) => versionId === run?.versionId);
      const pipeline = this.stored.find(({ runId }) => runId === run?.continues)?.pipeline ?? live;
      if (!run || !pipeline) throw new Error('A run waits that did not run');
      return { runId: run.continues ?? this.nextRunId(), pipeline, state };
    });
    const again = new Map(waiting.map((run) => [run.runId, run]));
    this.stored = [
      ...this.stored.flatMap((run) => (continued.has(run.runId) ? (again.get(run.runId) ?? []) : run)),
      ...waiting.filter(({ runId }) => !continued.has(runId)),
    ];
    if (this.settings.storesAsJson) {
      this.stored = this.stored.map((run) => ({ ...run, state: JSON.parse(JSON.stringify(run.state)) as WaitingRun }));
    }
    this.facts = outcome.facts;
    for (const effect of outcome.effects) {
      if (effect.type !== 'setFiring') continue;
      this.firings = { ...this.firings, [`${effect.flowId}/${effect.triggerNodeId}`]: effect.firing };
    }
    const recipients = outcome.effects.flatMap((effect) => recipientsOf(effect, this.facts));
    this.sent.push(...recipients.map((recipient) => ({ recipient, atMs: this.nowMs })));
    return outcome;
  }

  private nextRunId(): string {
    this.runCount += 1;
    return `r${this.runCount}`;
  }

  /** Which triggers will be due when. */
  get due(): readonly string[] {
    const due = dueTriggers(this.program, this.facts, this.context);
    return due.map(({ dueAtMs, due: { flowId, nodeId } }) => `${dueAtMs} ${flowId} ${nodeId}`);
  }

  private get context(): RunContext {
    const { considerations = 'all', fallbackQueueId = null } = this.settings;
    return {
      nowMs: this.nowMs,
      seed: 's',
      timeZone: 'UTC',
      providers: new Set(['reply', 'webhook']),
      calendars: CALENDARS,
      defaultCalendarId: 'cal-office',
      waiting: this.stored,
      sent: this.sent,
      firings: this.firings,
      considerations,
      fallbackQueueId,
    };
  }

  private outcomeOf(moment: NaiveMoment): RunOutcome {
    const { context } = this;
    if ('events' in moment) {
      const events = moment.events.flatMap((event) => this.happen(event));
      return runEvent(this.program, events, this.facts, context);
    }
    if ('isPublished' in moment) return runEvent(this.program, [], this.facts, context);
    if ('asked' in moment) return runEvent(this.program, this.timerEvent(moment.asked), this.facts, context);
    const stored = this.stored[moment.run % this.stored.length];
    if (!stored) return runEvent(this.program, [], this.facts, context);
    return resumeRun(this.program, stored, wakeOf(moment, stored), this.facts, context);
  }

  private timerEvent(asked: number): readonly TicketEvent[] {
    const timers = this.program.pipelines.flatMap(({ flowId, triggers }) =>
      triggers.filter(({ time }) => time).map(({ nodeId, on }) => ({ flowId, nodeId, type: on[0] ?? 'ticketIdle' })),
    );
    const name = ({ flowId, nodeId }: (typeof timers)[number]) => `${flowId} ${nodeId}`;
    const timer = timers.sort((a, b) => (name(a) < name(b) ? -1 : 1))[asked % timers.length];
    if (!timer) return [];
    const { type, ...due } = timer;
    return [{ type, ticketId: 'k1', actor: { kind: 'timer' }, due: { ...due, episode: '' } }];
  }

  private happen({ by, priority, ...more }: NaiveEvent): readonly TicketEvent[] {
    const event: TicketEvent = { ...more, ticketId: 'k1', actor: { kind: by } };
    if (event.type === 'ticketReplied' && by !== 'bot') {
      const fact = by === 'agent' ? 'ticket.lastAgentMessageAt' : 'ticket.lastCustomerMessageAt';
      this.facts = { ...this.facts, [fact]: this.nowMs };
    }
    if (priority === undefined) return [event];
    const from = presentValue(this.facts['ticket.priority']);
    this.facts = { ...this.facts, 'ticket.priority': priority };
    return from === priority ? [] : [{ ...event, changes: { 'ticket.priority': { from, to: priority } } }];
  }
}

function wakeOf(moment: NaiveWaking, { state }: StoredRun): Wake {
  if ('laterMs' in moment) return { type: 'time' };
  if ('isCancelled' in moment) return { type: 'cancel' };
  const asked = state.tokens.filter((token) => token.for === 'outcome');
  const tokenId = asked[moment.place % asked.length]?.id ?? '';
  const failure = moment.isRefused ? ({ failure: 'refused' } as const) : {};
  return { type: 'outcome', tokenId, ...failure, results: { code: moment.code } };
}

/** What the engine made of a moment, as the texts of the naive reading. `before` are the facts before it, `due` is due after it. */
export function outcomeTexts(outcome: RunOutcome, before: Facts, due: readonly string[]): NaiveOutcome {
  const { events, considerations, runs, stops, waiting, facts } = outcome;
  const flowOf = (runIndex: number | null | undefined) => runs[runIndex ?? -1]?.flowId ?? '';
  const line = (run: Run) =>
    `${run.versionId} ${run.outcome}${run.acted ? '*' : ''} ${flowOf(run.startedByRun)}: ${run.steps.map(stepText).join(' ')} | ${run.edgeIds.join(' ')}`;
  return {
    events: events.map(
      ({ depth, event, raisedByRun }) => `${depth} ${event.type} ${flowOf(raisedByRun)} ${sorted(event.changes)}`,
    ),
    considered: considerations.map((one) => {
      const miss = one.outcome === 'triggerDidNotMatch' ? ` ${one.nodeId} ${one.reason}` : '';
      return `${one.eventIndex} ${one.flowId} ${one.outcome}${miss}`;
    }),
    runs: runs.map(line),
    effects: effectTexts(outcome, before),
    overBudget: stops
      .filter(({ cause }) => cause === 'messageBudget')
      .flatMap(({ flowIds }) => flowIds)
      .filter((flowId, index, all) => all.indexOf(flowId) === index)
      .sort(),
    waiting: waiting.map(({ runIndex, state }) => {
      const rests = state.tokens.filter((token) => token.item === undefined || token.for === 'outcome').map(restText);
      return `${flowOf(runIndex)}: ${rests.join(', ')}`;
    }),
    due,
    facts,
  };
}

function restText({ nodeId, for: what, dueAtMs, branch }: Token): string {
  return `${nodeId}~${what} ${dueAtMs} ${branch}`;
}

function stepText({ nodeId, item, port, failure, waits, branch, effectCount }: Step): string {
  const name = item === undefined ? nodeId : `${nodeId}.${item}`;
  const why = `${failure ? `!${failure}` : ''}${waits ? `~${waits.for}` : ''}`;
  return `${name}>${port ?? ''}${why}${branch ? `@${branch}` : ''}${effectCount ? `+${effectCount}` : ''}`;
}

function sorted(changes: FieldChanges | undefined): string {
  return JSON.stringify(Object.entries(changes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What was asked for, tags as they are afterwards; what is remembered of triggers shows in what is due. */
function effectTexts(outcome: RunOutcome, facts: Facts): readonly string[] {
  let tags = facts['ticket.tags'];
  const asked = outcome.effects.filter(({ type }) => type !== 'setFiring');
  return asked.map((effect: Effect) => {
    const source = `${outcome.runs[effect.runIndex]?.flowId}/${effect.nodeId}`;
    if (effect.type === 'setField') return `${source} ${effect.field}=${JSON.stringify(effect.value)}`;
    if (effect.type === 'failRun') return `${source} failRun ${effect.reason}`;
    if (effect.type === 'enqueue') return `${source} enqueue ${effect.queueId}`;
    if (effect.type !== 'setTags') return `${source} ${effect.type}`;
    const before = Array.isArray(tags) ? tags : [];
    tags = [...before.filter((tag: string) => !effect.removed.includes(tag)), ...effect.added].sort();
    return `${source} ticket.tags=${JSON.stringify(tags.length > 0 ? tags : null)}`;
  });
}
