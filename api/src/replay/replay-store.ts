import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { channelType } from '../incidents/incident-to-intake.ts';
import type { ReplayItem } from './replay-plan.ts';

/** What a replay finds of its tickets in a workspace. */
export interface ReplayGround {
  /** Counts from 1: the incidents are fed again under new external ids once a round is complete. */
  readonly round: number;
  /** Tickets of the round, by incident number. */
  readonly fed: ReadonlyMap<string, { readonly ticketId: string; readonly isSettled: boolean }>;
  /** Tickets of the round before that are not settled. */
  readonly leftOver: readonly string[];
  /** Channel ids by type; every type of the log has one. */
  readonly channels: ReadonlyMap<string, string>;
}

/** What the external ids of a round's tickets begin with. */
export function roundPrefix(round: number): string {
  return `replay-${round}-`;
}

/** Where the replay of a workspace stands. @returns null if the workspace has no channel to feed by. */
export async function findGround(
  em: EntityManager,
  workspaceId: string,
  items: readonly ReplayItem[],
): Promise<ReplayGround | null> {
  const rows = await runStatement<{ id: string; type: string }>(
    em,
    `select id, type from channel where workspace_id = $1
     order by case type when 'api' then 1 when 'import' then 2 else 0 end, name`,
    [workspaceId],
  );
  const [fallback] = rows;
  if (!fallback) return null;
  const types = new Set(items.map(({ incident }) => channelType(incident.contactType)));
  const channels = new Map([...types].map((type) => [type, (rows.find((row) => row.type === type) ?? fallback).id]));
  let before = new Map<string, Fed>();
  for (let round = 1; ; round++) {
    const fed = await fedIn(em, workspaceId, round, items, [...new Set(channels.values())]);
    if (fed.size >= items.length) {
      before = fed;
      continue;
    }
    const leftOver = [...before.values()].filter(({ isSettled }) => !isSettled).map(({ ticketId }) => ticketId);
    return { round, fed, leftOver, channels };
  }
}

interface Fed {
  readonly ticketId: string;
  readonly isSettled: boolean;
}

async function fedIn(
  em: EntityManager,
  workspaceId: string,
  round: number,
  items: readonly ReplayItem[],
  channelIds: readonly string[],
): Promise<Map<string, Fed>> {
  const prefix = roundPrefix(round);
  const rows = await runStatement<{ externalId: string; ticketId: string; isSettled: boolean }>(
    em,
    `select i.external_id as "externalId", t.id as "ticketId", t.status in ('solved', 'closed') as "isSettled"
     from inbox i join ticket t on t.workspace_id = i.workspace_id and t.id = i.ticket_id
     where i.workspace_id = $1 and i.channel_id = any($2::uuid[]) and i.external_id = any($3::text[])`,
    [workspaceId, channelIds, items.map(({ incident }) => prefix + incident.number)],
  );
  return new Map(rows.map(({ externalId, ...fed }) => [externalId.slice(prefix.length), fed]));
}

/** Brings the people of the log to work. */
export async function bringOnline(
  em: EntityManager,
  workspaceId: string,
  names: readonly string[],
  now: Date,
): Promise<void> {
  await runStatement(
    em,
    `update agent set presence = 'online', presence_since = $3::timestamptz
     where workspace_id = $1 and name = any($2::text[]) and presence <> 'online'`,
    [workspaceId, [...names], now.toISOString()],
  );
}
