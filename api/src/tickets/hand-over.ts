import { escalatedLevel, type FieldChanges, raiseEvents } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import { AgentEntity } from '../agents/agent.entity.ts';
import { TeamEntity } from '../agents/team.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { QueueEntity } from '../queues/queue.entity.ts';
import { tellLevel } from '../runs/apply-messages.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import { type Change, changeTicket, doerOf, eventActorOf, type TicketParts } from './change-ticket.ts';
import { TicketCheck } from './ticket-check.ts';

const REASON_LENGTH = 2_000;

/** Exactly one of agent, team and queue. */
export interface Transfer {
  readonly id: string;
  readonly agentId?: string | null;
  readonly teamId?: string | null;
  readonly queueId?: string | null;
  readonly reason: string;
}

/**
 * Hands a ticket over to an agent (above capacity too), a team or a queue, with a reason the ticket keeps. Team and queue
 * take it from its agent, as flows do. @throws Refusal, NOT_FOUND
 */
export async function transferTicket(parts: TicketParts, actor: Actor, transfer: Transfer): Promise<void> {
  const { agentId = null, teamId = null, queueId = null } = transfer;
  if ([agentId, teamId, queueId].filter((target) => target !== null).length !== 1)
    throw refusal('REQUIRED', 'Give exactly one of agentId, teamId and queueId.', 'agentId');
  const reason = checkReason(transfer.reason);
  await changeTicket(parts, actor.workspaceId, transfer.id, async (change) => {
    const { em, inHand } = change;
    await checkTarget(em, { agentId, teamId, queueId });
    const { assigneeId: agentBefore, teamId: teamBefore, queueId: queueBefore } = inHand.ticket;
    const next = { assigneeId: agentId, teamId: teamId ?? teamBefore };
    const changes: FieldChanges = {
      ...(next.assigneeId !== agentBefore && { 'ticket.assignee': { from: agentBefore, to: next.assigneeId } }),
      ...(next.teamId !== teamBefore && { 'ticket.team': { from: teamBefore, to: next.teamId } }),
      ...(queueId !== null && queueId !== queueBefore && { 'ticket.queue': { from: queueBefore, to: queueId } }),
    };
    const doer = doerOf(actor);
    inHand.log('transferred', doer, { reason });
    inHand.ticket = { ...inHand.ticket, ...next };
    inHand.logChanges(changes, doer);
    if (queueId !== null) inHand.route({ queueId, requirement: { skills: [] }, priority: null }, doer, null);
    inHand.openIfAssigned();
    raise(change, actor, changes);
  });
}

/** Which level, 1 to 5; absent: one more. */
export interface Escalation {
  readonly id: string;
  readonly level?: number | null;
  readonly reason?: string | null;
}

/** Raises the support level of a ticket and tells the people of that level. @throws Refusal, NOT_FOUND */
export async function escalateTicket(parts: TicketParts, actor: Actor, escalation: Escalation): Promise<void> {
  const check = new TicketCheck();
  check.between(escalation.level, 1, 5, 'level');
  check.written(escalation.reason, REASON_LENGTH, 'reason');
  check.refuseIfWrong();
  const reason = escalation.reason?.trim() || null;
  await changeTicket(parts, actor.workspaceId, escalation.id, (change) => {
    const { handling, inHand } = change;
    const { level: from, number, subject } = inHand.ticket;
    const level = escalatedLevel(from, escalation.level ?? undefined);
    const changes: FieldChanges = level === from ? {} : { 'ticket.level': { from, to: level } };
    inHand.ticket = { ...inHand.ticket, level };
    inHand.log('escalated', doerOf(actor), { 'ticket.level': { from, to: level }, ...(reason && { reason }) });
    tellLevel(handling, inHand, level, reason ? `#${number} ${subject}: ${reason}` : `#${number} ${subject}`);
    raise(change, actor, changes);
  });
}

function raise({ handling, inHand }: Change, actor: Actor, changes: FieldChanges): void {
  handleEvents(handling, inHand, raiseEvents(changes, inHand.ticket.id, eventActorOf(actor)));
}

function checkReason(text: string): string {
  const check = new TicketCheck();
  check.required(text, REASON_LENGTH, 'reason');
  check.refuseIfWrong();
  return text.trim();
}

async function checkTarget(
  em: EntityManager,
  { agentId, teamId, queueId }: { agentId: string | null; teamId: string | null; queueId: string | null },
): Promise<void> {
  const missing = (thing: string, field: string) =>
    refusal('UNKNOWN_REFERENCE', `There is no such ${thing} in this workspace; ask for \`${thing}s\`.`, field);
  if (agentId !== null && !(isId(agentId) && (await em.count(AgentEntity, { id: agentId }))))
    throw missing('agent', 'agentId');
  if (teamId !== null && !(isId(teamId) && (await em.count(TeamEntity, { id: teamId }))))
    throw missing('team', 'teamId');
  if (queueId !== null && !(isId(queueId) && (await em.count(QueueEntity, { id: queueId }))))
    throw missing('queue', 'queueId');
}
