import type { TicketEvent } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import { changeTicket, eventActorOf, type TicketParts } from '../tickets/change-ticket.ts';
import { type LiveProgram, readFlowsRevision } from './programs.ts';

/**
 * Presses a flow's button on a ticket: runs its live version. Gives the ids of the runs.
 * @throws Refusal where the flow has no button for this person; NOT_FOUND
 */
export async function pressFlow(
  parts: TicketParts,
  actor: Actor,
  { ticketId, flowId }: { readonly ticketId: string; readonly flowId: string },
): Promise<readonly string[]> {
  return changeTicket(parts, actor.workspaceId, ticketId, async ({ em, handling, inHand }) => {
    const event = { type: 'manual', ticketId, flowId, actor: await presserOf(em, actor) } as const;
    if (!pressable(handling.live, event).includes(flowId))
      throw refusal(
        'NOT_POSSIBLE_NOW',
        'This flow has no button that you may press. Ask `macros` for those you may.',
        'flowId',
      );
    return handleEvents(handling, inHand, [event]);
  });
}

/** Ids of the live flows whose button this person may press, in running order. @throws NOT_FOUND for the ticket */
export async function listMacros(parts: TicketParts, actor: Actor, ticketId: string): Promise<readonly string[]> {
  const { workspaceId } = actor;
  return parts.database.inWorkspace(workspaceId, async (em) => {
    const [ticket] = isId(ticketId)
      ? await runStatement(em, 'select id from ticket where workspace_id = $1 and id = $2', [workspaceId, ticketId])
      : [];
    if (!ticket) throw notFound('ticket');
    const live = await parts.programs.at(em, workspaceId, await readFlowsRevision(em, workspaceId));
    return pressable(live, { type: 'manual', ticketId, actor: await presserOf(em, actor) });
  });
}

/** The flows with a button for whoever causes the event: whom it is for is a matter of the trigger alone. */
function pressable({ program }: LiveProgram, event: TicketEvent): string[] {
  return (program.byEvent.get('manual') ?? []).flatMap(({ flowId, triggers }) => {
    const input = { event: { ...event, flowId }, facts: {}, nowMs: 0, timeZone: 'UTC', providers: new Set<never>() };
    return triggers.some(({ on, miss }) => on.includes('manual') && miss(input) === null) ? [flowId] : [];
  });
}

/** The actor of a pressed button, with role and teams. */
export async function presserOf(em: EntityManager, actor: Actor): Promise<TicketEvent['actor']> {
  const { role, agentId, workspaceId } = actor;
  const rows =
    agentId === null
      ? []
      : await runStatement<{ team_id: string }>(
          em,
          'select team_id from agent_team where workspace_id = $1 and agent_id = $2',
          [workspaceId, agentId],
        );
  return {
    ...eventActorOf(actor),
    ...(role !== 'viewer' && { role }),
    teamIds: rows.map(({ team_id }) => team_id),
  };
}
