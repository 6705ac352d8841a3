import { compareText } from '../compile/compile-flow.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Token, WaitingRun } from './waiting-run.ts';

/** What is said of a token that begins to stay. */
type Stay = Pick<Token, 'nodeId' | 'branch' | 'for' | 'item'> &
  Partial<Pick<Token, 'dueAtMs' | 'ends'>> & { readonly visit?: string | undefined };

interface Arrival {
  readonly sinceEvent?: number;
  readonly passed?: ReadonlySet<string>;
}

/** The tokens of a run that stay somewhere. */
export class StayingTokens {
  private tokens: readonly Token[];
  /** How many events the cascade had when a token began to stay: those before it do not end its wait. */
  private readonly sinceEvent = new Map<string, number>();
  /** Of arrivals at joins in this burst: the nodes they came by. */
  private readonly passed = new Map<string, ReadonlySet<string>>();

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get all(): readonly Token[] {
    return this.tokens;
  }

  /** As they are stored. */
  get sorted(): WaitingRun['tokens'] {
    return [...this.tokens].sort((a, b) => compareText(a.id, b.id));
  }

  /** `sinceEvent`: of a wait, how many events the cascade has; `passed`: at a join, the nodes it came by. */
  add(id: string, stay: Stay, { sinceEvent = 0, passed }: Arrival = {}): void {
    const { nodeId, item, visit, branch, for: what, dueAtMs = null, ends = [] } = stay;
    const inList = { ...(item === undefined ? {} : { item }), ...(visit === undefined ? {} : { visit }) };
    const token: Token = { id, nodeId, ...inList, branch, for: what, dueAtMs, ends };
    this.tokens = [...this.tokens, token];
    this.sinceEvent.set(id, sinceEvent);
    if (passed) this.passed.set(id, passed);
  }

  remove(gone: readonly Token[]): void {
    const ids = new Set(gone.map(({ id }) => id));
    this.tokens = this.tokens.filter(({ id }) => !ids.has(id));
  }

  clear(): void {
    this.tokens = [];
  }

  /** The one that waits for this outcome. */
  awaiting(tokenId: string): Token | undefined {
    return this.tokens.find(({ id, for: what }) => id === tokenId && what === 'outcome');
  }

  /** Of those whose time has come, the ones that were due first, by id. */
  dueFirst(nowMs: number): readonly Token[] {
    const dueAtMs = this.tokens.map((token) => token.dueAtMs ?? Number.POSITIVE_INFINITY);
    const firstAtMs = Math.min(...dueAtMs);
    if (!(firstAtMs <= nowMs)) return [];
    return this.sorted.filter((token) => token.dueAtMs === firstAtMs);
  }

  /** Those whose wait this event ends: it came after they began to stay. */
  endedBy(event: TicketEvent, eventIndex: number): readonly Token[] {
    return this.sorted.filter((token) => isEndedBy(token, event) && eventIndex >= (this.sinceEvent.get(token.id) ?? 0));
  }

  /** The nodes that tokens came by to a join in this burst. */
  passedBy(tokens: readonly Token[]): ReadonlySet<string> {
    return new Set(tokens.flatMap(({ id }) => [...(this.passed.get(id) ?? [])]));
  }

  /** Ends a burst; those that came to a join in it and stay there. */
  settle(): readonly Token[] {
    if (this.passed.size === 0) return [];
    const arrived = this.sorted.filter(({ id }) => this.passed.has(id));
    this.passed.clear();
    return arrived;
  }
}

function isEndedBy({ for: what, ends }: Token, { type, actor }: TicketEvent): boolean {
  if (what !== 'time') return false;
  return ends.some((end) => end.type === type && (!end.by || end.by === 'any' || end.by === actor.kind));
}
