import { type Facts, readFact } from '../facts/fact-value.ts';
import type { EffectDraft } from '../nodes/behaviour.ts';
import type { Recipient } from '../nodes/effect.ts';
import type { SentMessage } from './run-outcome.ts';

const MINUTE_MS = 60_000;

/** How many messages flows may send to one recipient because of one ticket, within these times before each. */
export const MESSAGE_BUDGETS: readonly { readonly withinMs: number; readonly most: number }[] = [
  { withinMs: 10 * MINUTE_MS, most: 10 },
  { withinMs: 30 * MINUTE_MS, most: 15 },
  { withinMs: 60 * MINUTE_MS, most: 25 },
];

/** What has been sent because of a ticket, counted against the budgets. */
export class MessageBudget {
  private readonly sentAtMs = new Map<string, number[]>();
  private readonly nowMs: number;

  constructor(sent: readonly SentMessage[], nowMs: number) {
    this.nowMs = nowMs;
    for (const { recipient, atMs } of sent) this.count(recipient, atMs);
  }

  /** Counts one message to each; false, and none counted, where one of them would get too many. */
  spend(recipients: ReadonlySet<string>): boolean {
    for (const recipient of recipients) {
      const sent = this.sentAtMs.get(recipient) ?? [];
      const isSpent = MESSAGE_BUDGETS.some(
        ({ withinMs, most }) => sent.filter((atMs) => atMs > this.nowMs - withinMs).length >= most,
      );
      if (isSpent) return false;
    }
    for (const recipient of recipients) this.count(recipient, this.nowMs);
    return true;
  }

  private count(recipient: string, atMs: number): void {
    const sent = this.sentAtMs.get(recipient);
    if (sent) sent.push(atMs);
    else this.sentAtMs.set(recipient, [atMs]);
  }
}

/** Whom an effect reaches, under the names of `SentMessage.recipient`; nobody unless it is a message. */
export function recipientsOf(effect: EffectDraft, facts: Facts): readonly string[] {
  switch (effect.type) {
    case 'sendReply':
    case 'sendSurvey':
      return ['contact'];
    case 'notify':
      return effect.recipients.flatMap((recipient) => recipientKey(recipient, facts) ?? []);
    default:
      return [];
  }
}

function recipientKey(recipient: Recipient, facts: Facts): string | null {
  switch (recipient.kind) {
    case 'agent':
      return `agent:${recipient.agentId}`;
    case 'team':
      return `team:${recipient.teamId}`;
    case 'address':
      return `address:${recipient.address}`;
    case 'level':
      return `level:${recipient.level}`;
    case 'supervisors':
      return 'supervisors';
    case 'assignee': {
      const assignee = readFact(facts, 'ticket.assignee');
      return typeof assignee === 'string' ? `agent:${assignee}` : null;
    }
  }
}
