import type { ActorKind } from '@alur/engine';
import type { TicketRow } from '../runs/rows.ts';

/** A person as a channel knows them; matched by external id, then by e-mail, else made. */
export interface IntakeContact {
  readonly externalId?: string;
  readonly email?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly language?: string;
  readonly country?: string;
  readonly city?: string;
  readonly isVip?: boolean;
  readonly tags?: readonly string[];
}

/** One arriving ticket, as every channel, the API and the replay hand it to `accept`. */
export interface Intake {
  /** Null: the workspace's API channel, the first by name where there are several. */
  readonly channelId: string | null;
  /** The sender's id; with the channel it makes a second delivery end at the inbox. */
  readonly externalId: string | null;
  readonly contact: IntakeContact | null;
  readonly subject: string;
  readonly message: string | null;
  readonly status?: string;
  readonly priority?: string;
  readonly severity?: string;
  readonly level?: number;
  readonly category?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly occurredAt?: Date;
  readonly isAutomated: boolean;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null; readonly name: string | null };
}

/** What became of an intake, once committed. */
export interface Accepted {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly isDuplicate: boolean;
  /** The ticket as committed; null for a duplicate, whose ticket may have changed since. */
  readonly ticket: TicketRow | null;
}
