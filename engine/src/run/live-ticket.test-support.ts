import type { Pipeline } from '../compile/compile-flow.ts';
import { linkProgram, type Program } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { PROVIDERS } from '../nodes/behaviour.ts';
import { resumeRun, runEvent } from './run-event.ts';
import type { RunContext, RunOutcome, StoredRun } from './run-outcome.ts';
import type { WaitingRun, Wake } from './waiting-run.ts';

/** A ticket under a virtual clock, with at most one waiting run, which goes through JSON each time. */
export class LiveTicket {
  facts: Facts;
  nowMs = 0;
  last: RunOutcome | null = null;
  private readonly program: Program;
  private readonly context: Partial<RunContext>;
  private stored: StoredRun | null = null;

  constructor(pipelines: readonly Pipeline[], facts: Facts = {}, context: Partial<RunContext> = {}) {
    this.program = linkProgram(pipelines);
    this.facts = facts;
    this.context = context;
  }

  /** What the waiting run waits for: nodes and reasons. */
  get tokens(): readonly string[] {
    return (this.stored?.state.tokens ?? []).map((token) => `${token.nodeId} ${token.for}`);
  }

  /** Takes over the waiting run of another ticket, to go on in this one's own flow. */
  adopt({ stored }: LiveTicket): void {
    const [pipeline] = this.program.pipelines;
    this.stored = stored && pipeline ? { ...stored, pipeline } : null;
  }

  happens(type: TicketEvent['type'], more: Partial<TicketEvent> = {}): RunOutcome {
    const event: TicketEvent = { type, ticketId: 'k1', actor: { kind: 'customer' }, ...more };
    return this.keep(runEvent(this.program, event, this.facts, this.now));
  }

  /** Lets time pass; the nodes the waiting run came by then. */
  passes(lengthMs: number): readonly string[] {
    this.nowMs += lengthMs;
    return this.wakes({ type: 'time' });
  }

  /** Wakes the waiting run; the nodes it came by. */
  wakes(wake: Wake): readonly string[] {
    if (!this.stored) return [];
    const outcome = this.keep(resumeRun(this.program, this.stored, wake, this.facts, this.now));
    return outcome.runs[0]?.steps.map(({ nodeId }) => nodeId) ?? [];
  }

  /** The outcome of the effect that is waited for first. */
  answers(more: Omit<Extract<Wake, { readonly type: 'outcome' }>, 'type' | 'tokenId'> = {}): readonly string[] {
    const token = this.stored?.state.tokens.find((one) => one.for === 'outcome');
    return this.wakes({ type: 'outcome', tokenId: token?.id ?? '', ...more });
  }

  private get now(): RunContext {
    const waiting = this.stored ? [this.stored] : [];
    const settings = { seed: 's', timeZone: 'UTC', providers: new Set(PROVIDERS), ...this.context };
    return { ...settings, nowMs: this.nowMs, waiting };
  }

  private keep(outcome: RunOutcome): RunOutcome {
    this.last = outcome;
    this.facts = outcome.facts;
    if (outcome.runs.some(({ continues }) => continues === this.stored?.runId)) this.stored = null;
    const [waiting] = outcome.waiting;
    const pipeline = this.program.pipelines.find(({ versionId }) => versionId === waiting?.state.versionId);
    if (waiting && pipeline) {
      this.stored = { runId: 'r1', pipeline, state: JSON.parse(JSON.stringify(waiting.state)) as WaitingRun };
    }
    return outcome;
  }
}
