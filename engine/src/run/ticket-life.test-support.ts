import type { Program } from '../compile/link-program.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Effect } from '../nodes/effect.ts';
import type { NaiveMoment } from './naive-run.test-support.ts';
import { resumeRun, runEvent } from './run-event.ts';
import type { RunContext, RunOutcome, StoredRun } from './run-outcome.ts';
import type { Step } from './trace.ts';
import type { WaitingRun } from './waiting-run.ts';

/** How a life is lived. */
export interface LifeSettings extends Pick<RunContext, 'considerations'> {
  /** Waiting runs go through JSON between moments, as in a database. */
  readonly storesAsJson?: boolean;
}

/** A ticket that lives through the engine: its facts and waiting runs are kept from moment to moment. */
export class CompiledTicket {
  facts: Facts;
  private readonly program: Program;
  private readonly settings: LifeSettings;
  private stored: StoredRun[] = [];
  private nowMs = 0;

  constructor(program: Program, facts: Facts, settings: LifeSettings = {}) {
    this.program = program;
    this.facts = facts;
    this.settings = settings;
  }

  live(moment: NaiveMoment): RunOutcome {
    if ('laterMs' in moment) this.nowMs += moment.laterMs;
    const outcome = this.outcomeOf(moment);
    const continued = new Set(outcome.runs.map(({ continues }) => continues));
    const waiting = outcome.waiting.map(({ runIndex, state }): StoredRun => {
      const run = outcome.runs[runIndex];
      const pipeline = this.program.pipelines.find(({ versionId }) => versionId === run?.versionId);
      if (!run || !pipeline) throw new Error('A run waits that did not run');
      return { runId: run.continues ?? `${this.nowMs}-${this.stored.length}-${runIndex}`, pipeline, state };
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
    return outcome;
  }

  private outcomeOf(moment: NaiveMoment): RunOutcome {
    const { considerations = 'all' } = this.settings;
    const context: RunContext = {
      nowMs: this.nowMs,
      seed: 's',
      timeZone: 'UTC',
      providers: new Set(['reply']),
      waiting: this.stored,
      considerations,
    };
    if ('event' in moment) {
      const event = { type: moment.event, ticketId: 'k1', actor: { kind: 'customer' } } as const;
      return runEvent(this.program, event, this.facts, context);
    }
    const [first] = this.stored;
    if (!first) return runEvent(this.program, [], this.facts, context);
    if ('laterMs' in moment) return resumeRun(this.program, first, { type: 'time' }, this.facts, context);
    const tokenId = first.state.tokens.find((token) => token.for === 'outcome')?.id ?? '';
    const failure = moment.isRefused ? ({ failure: 'refused' } as const) : {};
    return resumeRun(this.program, first, { type: 'outcome', tokenId, ...failure }, this.facts, context);
  }
}

/** The way each run took: nodes by id, items of lists with their kind. */
export function runTexts({ runs }: RunOutcome): readonly string[] {
  const nodeText = ({ nodeId, kind, item }: Step) => (item === undefined ? nodeId : `${nodeId}:${kind}`);
  return runs.map(({ flowId, steps, outcome }) => {
    const path = [...steps.map(nodeText), ...(outcome === 'cancelled' ? ['cancelled'] : [])];
    return `${flowId}: ${path.join(' ')}`;
  });
}

/** What was asked for, tags as they are afterwards. */
export function effectTexts(outcome: RunOutcome, facts: Facts): readonly string[] {
  let tags = facts['ticket.tags'];
  return outcome.effects.map((effect: Effect) => {
    const source = `${outcome.runs[effect.runIndex]?.flowId}/${effect.nodeId}`;
    if (effect.type === 'setField') return `${source} ${effect.field}=${JSON.stringify(effect.value)}`;
    if (effect.type === 'failRun') return `${source} failRun ${effect.reason}`;
    if (effect.type !== 'setTags') return `${source} ${effect.type}`;
    const before = Array.isArray(tags) ? tags : [];
    tags = [...before.filter((tag: string) => !effect.removed.includes(tag)), ...effect.added].sort();
    return `${source} ticket.tags=${JSON.stringify(tags.length > 0 ? tags : null)}`;
  });
}
