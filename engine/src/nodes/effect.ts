import type { FactValue } from '../facts/fact-value.ts';
import type { Requirement } from '../routing/requirement.ts';

/** A person or group a note or notice goes to. */
export type Recipient =
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'assignee' }
  | { readonly kind: 'supervisors' };

/** What a run asks for; the API applies it. Every effect says which run and node asked. */
export type Effect = { readonly runIndex: number; readonly nodeId: string } & (
  | { readonly type: 'setField'; readonly field: string; readonly value: FactValue | null }
  | { readonly type: 'setTags'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | {
      readonly type: 'enqueue';
      readonly queueId: string;
      readonly requirement: Requirement;
      readonly priority: 'low' | 'normal' | 'high' | 'urgent' | null;
    }
  | { readonly type: 'assign'; readonly agentId: string | null; readonly teamId: string | null }
  | { readonly type: 'addNote'; readonly text: string }
  | { readonly type: 'notify'; readonly recipients: readonly Recipient[]; readonly text: string }
);
