import type { Presence } from '@alur/engine';
import { type Actor, hasRole } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { PresenceStatusEntity } from '../routing/presence-status.entity.ts';
import { rearmTimers } from '../runs/rearm-timers.ts';
import { apiError } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import type { Agent, ChannelPresence } from './agent.entity.ts';
import { announce, findAgent } from './agent-set-up.ts';

/** Whether an agent takes tickets. Exactly one of `presence` and `statusId`; neither lets a channel follow the rest. */
export interface PresenceChange {
  /** Absent: the actor's own. */
  readonly agentId?: string | null;
  readonly presence?: Presence | null;
  readonly statusId?: string | null;
  /** Absent: on all channels that don't differ. */
  readonly channelType?: string | null;
}

/**
 * Sets who takes tickets. Anyone sets their own; a manager sets anybody's. Who says so without a socket counts as there
 * until they have had one.
 * @throws Refusal if the actor is no agent and names none; FORBIDDEN; NOT_FOUND
 */
export async function setPresence(app: App, actor: Actor, input: PresenceChange): Promise<Agent> {
  const channelType = input.channelType?.trim();
  const given = [input.presence, input.statusId].filter((value) => value != null).length;
  if (given > 1 || (given === 0 && channelType === undefined))
    throw refusal('REQUIRED', 'Give exactly one of presence and statusId.', 'presence');
  if (channelType !== undefined && (channelType === '' || channelType.length > 100))
    throw refusal('INVALID', 'Give a type of channel, for example chat.', 'channelType');
  const agentId = input.agentId ?? actor.agentId;
  if (agentId == null)
    throw refusal('REQUIRED', 'You work as no agent. Name the agent whose presence to set.', 'agentId');
  if (agentId !== actor.agentId && !hasRole(actor.role, 'manager'))
    throw apiError('FORBIDDEN', "Setting another agent's presence needs the manager role.");
  const agent = await app.database.inWorkspace(actor.workspaceId, async (em) => {
    const found = await findAgent(em, agentId);
    if (channelType !== undefined) {
      found.channelPresence = withChannel(found.channelPresence, channelType, await onChannel(em, input));
      await em.flush();
      return found;
    }
    const { presence, statusId } = await presenceOf(em, input);
    const isChanged = found.presence !== presence || found.statusId !== statusId;
    const now = new Date(app.clock.nowMs());
    if (isChanged) {
      found.presence = presence;
      found.statusId = statusId;
      found.presenceSince = now;
      await em.flush();
    }
    await runStatement(
      em,
      'update agent set last_seen_at = null where workspace_id = $1 and id = $2 and not is_connected',
      [actor.workspaceId, agentId],
    );
    // Flows may wait for an assignee who stays away.
    if (isChanged) await rearmTimers(em, actor.workspaceId, agentId, now);
    return found;
  });
  announce(app, actor, agent.id);
  app.notices.publish({ workspaceId: actor.workspaceId, about: 'timers', dueAtMs: app.clock.nowMs() });
  return agent;
}

function withChannel(
  before: Readonly<Record<string, ChannelPresence>>,
  channelType: string,
  presence: ChannelPresence | null,
): Readonly<Record<string, ChannelPresence>> {
  const { [channelType]: _replaced, ...others } = before;
  return presence === null ? others : { ...others, [channelType]: presence };
}

async function onChannel(em: EntityManager, input: PresenceChange): Promise<ChannelPresence | null> {
  if (input.presence == null && input.statusId == null) return null;
  const { presence, statusId } = await presenceOf(em, input);
  return statusId === null ? presence : { statusId };
}

/** A status counts as online or away wherever only the three words are known. @throws Refusal */
async function presenceOf(
  em: EntityManager,
  { presence, statusId }: PresenceChange,
): Promise<{ readonly presence: Presence; readonly statusId: string | null }> {
  if (presence != null) return { presence, statusId: null };
  const status = statusId && isId(statusId) ? await em.findOne(PresenceStatusEntity, { id: statusId }) : null;
  if (!status) throw refusal('UNKNOWN_REFERENCE', 'There is no such status in this workspace.', 'statusId');
  return { presence: status.allowsWork ? 'online' : 'away', statusId: status.id };
}
