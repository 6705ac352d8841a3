import { type FieldChanges, raiseEvents } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import { AgentEntity } from '../agents/agent.entity.ts';
import { TeamEntity } from '../agents/team.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { changeTicket, doerOf, eventActorOf, type TicketParts } from './change-ticket.ts';

/** Whom to make responsible; the one not named stays. Both absent: nobody. */
export interface TicketAssignment {
  readonly id: string;
  readonly agentId?: string | null;
  readonly teamId?: string | null;
}

/**
 * Makes a person's choice of agent or team come true, above capacity too; or gives the ticket up, back into its queue.
 * @throws Refusal UNKNOWN_REFERENCE; NOT_FOUND
 */
export async function assignTicket(parts: TicketParts, actor: Actor, assignment: TicketAssignment): Promise<void> {
  await changeTicket(parts, actor.workspaceId, assignment.id, async ({ em, handling, inHand }) => {
    await checkExistence(em, assignment);
    const { assigneeId, teamId } = inHand.ticket;
    const isGivenUp = assignment.agentId == null && assignment.teamId == null;
    const next = isGivenUp
      ? { assigneeId: null, teamId: null }
      : { assigneeId: assignment.agentId ?? assigneeId, teamId: assignment.teamId ?? teamId };
    const changes: FieldChanges = {
      ...(next.assigneeId !== assigneeId && { 'ticket.assignee': { from: assigneeId, to: next.assigneeId } }),
      ...(next.teamId !== teamId && { 'ticket.team': { from: teamId, to: next.teamId } }),
    };
    if (Object.keys(changes).length === 0) return;
    inHand.ticket = { ...inHand.ticket, ...next };
    inHand.logChanges(changes, doerOf(actor));
    inHand.openIfAssigned();
    handleEvents(handling, inHand, raiseEvents(changes, inHand.ticket.id, eventActorOf(actor)));
  });
}

async function checkExistence(em: EntityManager, { agentId, teamId }: TicketAssignment): Promise<void> {
  const check = new InputCheck();
  if (agentId != null && !(isId(agentId) && (await em.count(AgentEntity, { id: agentId }))))
    check.wrong('UNKNOWN_REFERENCE', 'There is no such agent in this workspace; ask for `agents`.', 'agentId');
  if (teamId != null && !(isId(teamId) && (await em.count(TeamEntity, { id: teamId }))))
    check.wrong('UNKNOWN_REFERENCE', 'There is no such team in this workspace; ask for `teams`.', 'teamId');
  check.refuseIfWrong();
}
