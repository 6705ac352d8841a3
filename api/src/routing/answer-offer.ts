import type { OfferEvent } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { giveTicket } from '../queues/give-tickets.ts';
import { OFFERS } from '../runs/row-sets.ts';
import type { OfferRow } from '../runs/rows.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import { changeTicket, doerOf, type TicketParts } from '../tickets/change-ticket.ts';
import { DeclineReasonEntity } from './decline-reason.entity.ts';

/** Takes the ticket that is offered to the actor. @throws Refusal where it is no longer offered to them; NOT_FOUND */
export async function acceptOffer(parts: TicketParts, actor: Actor, id: string): Promise<OfferRow> {
  return answer(parts, actor, id, 'accepted', () => ({ type: 'accept', agentId: actor.agentId ?? '' }));
}

/** Declines the ticket that is offered to the actor, for one of the workspace's reasons. @throws as `acceptOffer` */
export async function declineOffer(parts: TicketParts, actor: Actor, id: string, reasonId: string): Promise<OfferRow> {
  return answer(parts, actor, id, 'declined', async (em) => {
    const isKnown = isId(reasonId) && (await em.count(DeclineReasonEntity, { id: reasonId })) > 0;
    if (!isKnown) throw refusal('UNKNOWN_REFERENCE', 'There is no such reason; ask for `declineReasons`.', 'reasonId');
    return { type: 'decline', agentId: actor.agentId ?? '', reasonId };
  });
}

async function answer(
  parts: TicketParts,
  actor: Actor,
  id: string,
  wanted: OfferRow['state'],
  eventOf: (em: EntityManager) => OfferEvent | Promise<OfferEvent>,
): Promise<OfferRow> {
  const ticketId = await ticketOf(parts, actor, id);
  const row = await changeTicket(parts, actor.workspaceId, ticketId, async (change) => {
    const { em, handling, inHand } = change;
    const step = inHand.stepOffer(id, await eventOf(em), doerOf(actor));
    const offer = inHand.offers.find(id);
    if (!offer) throw notFound('offer');
    if (step === 'assign') {
      const { agentId, queueId, explanation } = offer;
      giveTicket(handling, inHand, { ticketId, agentId, queueId, explanation, at: handling.now }, doerOf(actor));
    }
    return offer;
  });
  if (row.agentId !== actor.agentId) throw refusal('NOT_POSSIBLE_NOW', 'The ticket is offered to somebody else.', 'id');
  // Thrown once an offer whose time is over has been ended. The same answer a second time changes nothing.
  if (row.state !== wanted) throw refusal('NOT_POSSIBLE_NOW', TOO_LATE, 'id');
  return row;
}

const TOO_LATE = 'The offer has ended: the time to answer is over, or the ticket went another way.';

async function ticketOf({ database }: TicketParts, { workspaceId }: Actor, id: string): Promise<string> {
  if (!isId(id)) throw notFound('offer');
  const [row] = await database.inWorkspace(workspaceId, (em) =>
    runStatement<{ ticket_id: string }>(em, 'select ticket_id from offer where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
    ]),
  );
  if (!row) throw notFound('offer');
  return row.ticket_id;
}

/** Offers nobody has answered yet, those that end first before: of one agent, or of all for null. */
export async function listOffers(
  { database }: Pick<TicketParts, 'database'>,
  workspaceId: string,
  agentId: string | null,
): Promise<OfferRow[]> {
  const rows = await database.inWorkspace(workspaceId, (em) =>
    runStatement<{ row: unknown }>(
      em,
      `select ${OFFERS.json('o')} as row from offer o
       where o.workspace_id = $1 and o.state = 'offered' and ($2::uuid is null or o.agent_id = $2)
       order by o.expires_at, o.id limit 500`,
      [workspaceId, agentId],
    ),
  );
  return rows.map(({ row }) => OFFERS.read(row));
}
