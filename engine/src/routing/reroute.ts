/** What a queue does with the tickets of an agent who has left. */
export const REROUTE_RULES = ['keep', 'onReply', 'atOnce'] as const;
export type RerouteRule = (typeof REROUTE_RULES)[number];

export interface RerouteInput {
  readonly rule: RerouteRule;
  /** The assignee went offline or away for good, the shift ended, or the customer wrote on a ticket. */
  readonly event: 'agentLeft' | 'shiftEnded' | 'customerReplied';
  /** Whether the assignee can work on it now. */
  readonly isAssigneeAvailable: boolean;
  readonly status: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';
}

/**
 * Whether a ticket stays with its agent or goes back into its queue, with its age and with its SLA clocks running on.
 * Tickets that wait for somebody else stay until the customer writes; solved ones always stay.
 */
export function rerouteOf({ rule, event, isAssigneeAvailable, status }: RerouteInput): 'keep' | 'requeue' {
  if (rule === 'keep' || isAssigneeAvailable || status === 'solved' || status === 'closed') return 'keep';
  if (event === 'customerReplied') return 'requeue';
  return rule === 'atOnce' && (status === 'new' || status === 'open') ? 'requeue' : 'keep';
}
