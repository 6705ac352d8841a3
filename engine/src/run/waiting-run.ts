import type { FactValue } from '../facts/fact-value.ts';
import type { WaitEnd } from '../nodes/behaviour.ts';

/** One place a run stays at. Several where branches run side by side. */
export interface Token {
  /** Distinct within the run and never used again: `resumeRun` and `Effect.awaitedBy` name it. */
  readonly id: string;
  readonly nodeId: string;
  /** In a list of actions: which of them, from 0. */
  readonly item?: number;
  /** In a list of actions: which passing of it this is about, as a circle may lead to a list that is not done yet. */
  readonly visit?: string;
  /** The edges that forked, joined by `/`; empty off every branch. */
  readonly branch: string;
  /**
   * What it stays for: a time that may be cut short, the outcome of an effect, or its sister branches. In a list of
   * actions, an item that failed stays for the others.
   */
  readonly for: 'time' | 'outcome' | 'branches';
  /** Milliseconds since 1970 UTC; null where only something else ends it. */
  readonly dueAtMs: number | null;
  readonly ends: readonly WaitEnd[];
}

/**
 * A run that waits: a small plain value that goes through JSON unchanged. It is continued, by `resumeRun` or by an event
 * given to `runEvent`, on the version it began with, with facts read anew.
 */
export interface WaitingRun {
  readonly format: 1;
  readonly flowId: string;
  readonly versionId: string;
  readonly ticketId: string;
  readonly triggerNodeId: string;
  /** By token id. */
  readonly tokens: readonly Token[];
  /** Facts it has been told: answers of calls, by `result.<nodeId>.<name>`. */
  readonly results: Readonly<Record<string, FactValue>>;
  /** Steps so far, over all its continuations. */
  readonly stepCount: number;
}

/** What continues a waiting run: a time that came, or the outcome of an effect. */
export type Wake =
  | { readonly type: 'time' }
  | { readonly type: 'cancel' }
  | {
      readonly type: 'outcome';
      readonly tokenId: string;
      /** Absent where it went well. */
      readonly failure?: 'refused' | 'timedOut' | 'missing';
      /** Values to keep, by name, without the prefix `result.<nodeId>.`. */
      readonly results?: Readonly<Record<string, FactValue>>;
    };

/** When a waiting run must next be woken by time: milliseconds since 1970 UTC, or null for never. */
export function dueAtMsOf(run: WaitingRun): number | null {
  let dueAtMs: number | null = null;
  for (const token of run.tokens) {
    if (token.dueAtMs !== null && (dueAtMs === null || token.dueAtMs < dueAtMs)) dueAtMs = token.dueAtMs;
  }
  return dueAtMs;
}
