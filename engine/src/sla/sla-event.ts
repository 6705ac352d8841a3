import type { ActorKind } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';

/**
 * One entry of a ticket's log, as far as clocks look at it.
 * - `created`: the ticket; `facts` holds all its facts then.
 * - `changed`: any of its facts, the status and the priority among them.
 * - `customerMessage`: by the customer. The text a ticket is created with needs none of its own.
 * - `agentReply`: public, by a person. - `botReply`: public, by anything else; it stops no clock.
 *
 * A message may carry changes as well (a reply that also solves): the message counts first.
 */
export interface SlaEvent {
  readonly type: 'created' | 'changed' | 'customerMessage' | 'agentReply' | 'botReply';
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number;
  readonly by: ActorKind;
  /** The facts this changed, with their new values. Read here: `ticket.status`, `ticket.priority`; the rest is for the
   * conditions of policies. */
  readonly facts?: Facts;
}
