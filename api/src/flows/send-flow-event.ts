import type { Actor } from '../access/actor.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { InputCheck } from '../server/input-check.ts';
import { changeTicket, doerOf, eventActorOf, type TicketParts } from '../tickets/change-ticket.ts';

const NAME_LENGTH = 100;

/** Something that happened outside, under the name flows listen for. */
export interface FlowEvent {
  readonly ticketId: string;
  readonly name: string;
}

/** Runs the flows that listen for an event from outside; gives the ids of their runs. @throws Refusal, NOT_FOUND */
export async function sendFlowEvent(
  parts: TicketParts,
  actor: Actor,
  { ticketId, name: given }: FlowEvent,
): Promise<readonly string[]> {
  const check = new InputCheck();
  const name = check.text(given, NAME_LENGTH, 'name');
  check.refuseIfWrong();
  return changeTicket(parts, actor.workspaceId, ticketId, ({ handling, inHand }) => {
    inHand.log('eventReceived', doerOf(actor), { name });
    return handleEvents(handling, inHand, [{ type: 'webhook', ticketId, actor: eventActorOf(actor), name }]);
  });
}
