import type { Presence, RoutingAgent } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { FactNeed } from '../flows/read-version.ts';
import { loadRoster, type Roster } from '../routing/load-roster.ts';

/** What is known of a contact's earlier tickets. */
export interface ContactHistory {
  /** Tickets made in the last 7, 30 and 90 days. */
  readonly ticketsLast7Days: number;
  readonly ticketsLast30Days: number;
  readonly ticketsLast90Days: number;
  /** Who had the newest of them that somebody had. */
  readonly lastAgentId: string | null;
  /** 1 to 5. */
  readonly lastCsat: number | null;
}

/** Whether an agent takes tickets. */
export interface PresenceNow {
  readonly presence: Presence;
  /** Since when they have been gone: offline, out of shift, or with a lost connection; null: they are there, or away. */
  readonly leftAtMs: number | null;
}

/** What facts are made from beside the ticket itself; each part is there only where some flow reads it. */
export interface Circumstances {
  /** By contact id. */
  readonly history?: ReadonlyMap<string, ContactHistory>;
  /** By agent id. */
  readonly presence?: ReadonlyMap<string, PresenceNow>;
  readonly agents?: readonly RoutingAgent[];
  /** Waiting tickets by queue id. */
  readonly waiting?: ReadonlyMap<string, number>;
}

const DAY = 86_400_000;

/** Loads what is needed, one statement for each need or two; none where there is no need. */
export async function loadCircumstances(
  em: EntityManager,
  workspaceId: string,
  needs: ReadonlySet<FactNeed>,
  contactIds: readonly string[],
  now: Date,
): Promise<Circumstances> {
  const roster = needs.has('presence') || needs.has('queues') ? await loadRoster(em, workspaceId, now.getTime()) : null;
  return {
    ...(needs.has('contactHistory') && { history: await loadHistory(em, workspaceId, contactIds, now) }),
    ...(roster && needs.has('presence') && { presence: presenceOf(roster) }),
    ...(roster &&
      needs.has('queues') && {
        agents: roster.agents.map(({ routing }) => routing),
        waiting: await loadWaiting(em, workspaceId),
      }),
  };
}

/** A status counts as online or away: facts know the three words only. */
function presenceOf({ agents }: Roster): Map<string, PresenceNow> {
  return new Map(
    agents.map(({ routing: { agentId, presence }, leftAtMs }) => {
      const word = typeof presence === 'string' ? presence : presence.allowsWork ? 'online' : 'away';
      return [agentId, { presence: word, leftAtMs }];
    }),
  );
}

async function loadHistory(
  em: EntityManager,
  workspaceId: string,
  contactIds: readonly string[],
  now: Date,
): Promise<Map<string, ContactHistory>> {
  const since = (days: number) => new Date(now.getTime() - days * DAY);
  const rows = await runStatement<ContactHistory & { id: string }>(
    em,
    `select k.id, h."ticketsLast7Days", h."ticketsLast30Days", h."ticketsLast90Days",
            (select assignee_id from ticket t where t.workspace_id = $1 and t.contact_id = k.id and assignee_id is not null
             order by created_at desc, t.id desc limit 1) as "lastAgentId",
            (select survey_score from ticket t
             where t.workspace_id = $1 and t.contact_id = k.id and survey_answered_at is not null
             order by survey_answered_at desc, t.id desc limit 1) as "lastCsat"
     from unnest($2::uuid[]) as k(id) cross join lateral (
       select count(*) filter (where created_at > $3::timestamptz)::int as "ticketsLast7Days",
              count(*) filter (where created_at > $4::timestamptz)::int as "ticketsLast30Days",
              count(*)::int as "ticketsLast90Days"
       from ticket t where t.workspace_id = $1 and t.contact_id = k.id and created_at > $5::timestamptz) h`,
    [workspaceId, [...new Set(contactIds)], since(7), since(30), since(90)],
  );
  return new Map(rows.map(({ id, ...history }) => [id, history]));
}

async function loadWaiting(em: EntityManager, workspaceId: string): Promise<Map<string, number>> {
  const rows = await runStatement<{ queue_id: string; count: number }>(
    em,
    'select queue_id, count(*)::int as count from queue_entry where workspace_id = $1 group by queue_id',
    [workspaceId],
  );
  return new Map(rows.map(({ queue_id, count }) => [queue_id, count]));
}
