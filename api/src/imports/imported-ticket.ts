import type { Priority } from '@alur/engine';
import type { IntakeContact } from '../tickets/intake.ts';
import type { Sentiment, Severity, Status } from '../tickets/ticket.entity.ts';

/** A value before and after; teams and agents by name. */
export interface NamedChange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Something that happened to an imported ticket. */
export interface ImportedEvent {
  readonly type: 'created' | 'updated' | 'assigned' | 'unassigned' | 'solved' | 'reopened' | 'closed';
  readonly atMs: number;
  readonly by: string | null;
  /** Keyed by fact. */
  readonly changes: Readonly<Record<string, NamedChange>>;
}

/** One row of a file as the ticket it becomes. Times are milliseconds since 1970 UTC. */
export interface ImportedTicket {
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  /** With the import's channel it makes a second import of the same row a duplicate. */
  readonly externalId: string;
  readonly subject: string;
  readonly status: Status;
  readonly priority: Priority;
  readonly severity: Severity | null;
  readonly level: number;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly sentiment: Sentiment | null;
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly contact: IntakeContact | null;
  /** Names; made if they don't exist. */
  readonly team: string | null;
  readonly assignee: string | null;
  readonly message: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly assignedAtMs: number | null;
  readonly solvedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly reopenCount: number;
  readonly transferCount: number;
  /** Oldest first; the first is `created`. */
  readonly events: readonly ImportedEvent[];
}

/** A row that can't be taken. */
export interface RowError {
  readonly line: number;
  readonly column: string | null;
  /** What is wrong and how to mend it. */
  readonly reason: string;
}

/** A row that was read. */
export type ReadRow = { readonly ok: true; readonly ticket: ImportedTicket } | ({ readonly ok: false } & RowError);
