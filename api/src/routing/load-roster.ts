import {
  type BusinessClock,
  type CustomStatus,
  type Presence,
  type ProficiencyOverride,
  type ProficiencyTable,
  presenceAt,
  type RoutingAgent,
  withProficiencies,
} from '@alur/engine';
import type { ChannelPresence } from '../agents/agent.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { closedSinceMs, nextShiftChangeMs, shiftClock } from './shift-times.ts';

/** How long a lost connection changes nothing where nothing is set, in milliseconds; as the database's own default. */
export const DEFAULT_GRACE_MS = 60_000;
/** Whoever holds an agent's socket says so this often, in milliseconds… */
export const HEARTBEAT_MS = 20_000;
/** …and who is silent for longer has lost it. */
const SILENCE_MS = 3 * HEARTBEAT_MS;

/** An agent as routing sees them, and what it is made from. */
export interface RosterAgent {
  readonly routing: RoutingAgent;
  readonly name: string;
  /** What they chose: one of the three words, or a status. */
  readonly chosen: Presence | CustomStatus;
  /** Since when, in milliseconds since 1970 UTC, as all instants here. */
  readonly presenceSinceMs: number;
  /** A socket of theirs is open; true for those who never had one. */
  readonly isConnected: boolean;
  /** When time alone may change how they count; null where it does not. */
  readonly nextChangeAtMs: number | null;
  readonly shift: BusinessClock | null;
  /** Since when they have been gone: offline, out of shift, or with a lost connection. Null: who is away comes back. */
  readonly leftAtMs: number | null;
  /** Whether they were gone when that was last looked at. */
  readonly hadLeft: boolean;
}

/** Everybody, at one instant. */
export interface Roster {
  /** By name. */
  readonly agents: readonly RosterAgent[];
  readonly graceMs: number;
}

/** What is loaded beside the usual. */
export interface RosterOptions {
  /** Since when each has had nothing to do, for queues that go by it. */
  readonly isIdleTimeNeeded?: boolean;
}

interface Row {
  readonly agents: readonly AgentRow[];
  readonly skills: readonly { readonly agent: string; readonly skill: string; readonly level: number }[];
  readonly teams: readonly { readonly agent: string; readonly team: string }[];
  readonly held: readonly HeldRow[];
  readonly statuses: readonly { readonly id: string; readonly works: boolean }[];
  readonly calendars: readonly { readonly id: string; readonly document: string }[];
  readonly settings: { readonly graceMs: number; readonly learned: ProficiencyTable | null } | null;
  readonly overrides: readonly ProficiencyOverride[];
  readonly idle: readonly { readonly agent: string; readonly sinceMs: number }[];
}

interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly presence: Presence;
  readonly statusId: string | null;
  readonly presenceSinceMs: number;
  readonly isConnected: boolean;
  readonly hasLeft: boolean;
  readonly lastSeenMs: number | null;
  readonly capacity: number;
  readonly languages: string[];
  readonly location: string | null;
  readonly shiftId: string | null;
  readonly channelTypes: string[] | null;
  readonly channelPresence: Readonly<Record<string, ChannelPresence>>;
  readonly channelCapacity: Readonly<Record<string, number>>;
  readonly lastAssignedMs: number | null;
}

interface HeldRow {
  readonly agent: string;
  readonly channel: string;
  readonly load: number;
  readonly count: number;
}

const MS = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const ALL = (rows: string) => `(select coalesce(json_agg(r), '[]') from (${rows}) r)`;

/**
 * One statement of plain scans, put together here: joined in SQL they cost several times as much on the embedded database.
 * An offer counts to the load of the agent it is held out to.
 */
const LOAD = `
  select
    ${ALL(`select id, name, presence, status_id as "statusId", ${MS('presence_since')} as "presenceSinceMs",
             is_connected as "isConnected", has_left as "hasLeft", ${MS('last_seen_at')} as "lastSeenMs", capacity, languages, location,
             shift_calendar_id as "shiftId", channel_types as "channelTypes", channel_presence as "channelPresence",
             channel_capacity as "channelCapacity", ${MS('last_assigned_at')} as "lastAssignedMs"
           from agent where workspace_id = $1 order by name, id`)} as agents,
    ${ALL('select agent_id as agent, skill_id as skill, level from agent_skill where workspace_id = $1')} as skills,
    ${ALL('select agent_id as agent, team_id as team from agent_team where workspace_id = $1')} as teams,
    ${ALL(`select h.agent, c.type as channel, sum(c.weight * h.count)::int as load, sum(h.tickets)::int as count from (
             select assignee_id as agent, channel_id, count(*) as count, count(*) as tickets from ticket
             where workspace_id = $1 and assignee_id is not null and status in ('new', 'open')
             group by assignee_id, channel_id
             union all
             select o.agent_id, t.channel_id, count(*), 0 from offer o
             join ticket t on t.workspace_id = $1 and t.id = o.ticket_id
             where o.workspace_id = $1 and o.state = 'offered' group by o.agent_id, t.channel_id) h
           join channel c on c.workspace_id = $1 and c.id = h.channel_id
           group by h.agent, c.type`)} as held,
    ${ALL('select id, allows_work as works from presence_status where workspace_id = $1')} as statuses,
    ${ALL(`select id, document::text as document from calendar where workspace_id = $1
             and id in (select shift_calendar_id from agent where workspace_id = $1)`)} as calendars,
    (select json_build_object('graceMs', grace_ms, 'learned', case when learns_proficiency then learned end)
     from routing_settings where workspace_id = $1) as settings,
    ${ALL(`select agent_id as "agentId", class_key as "classKey", proficiency from proficiency_override
           where workspace_id = $1`)} as overrides,
    case when $2 then ${ALL(`select assignee_id as agent, ${MS('max(solved_at)')} as "sinceMs" from ticket
           where workspace_id = $1 and assignee_id is not null and solved_at is not null
           group by assignee_id`)} else '[]' end as idle`;

/** Everybody of a workspace as they stand at an instant (milliseconds since 1970 UTC). One statement. */
export async function loadRoster(
  em: EntityManager,
  workspaceId: string,
  nowMs: number,
  { isIdleTimeNeeded = false }: RosterOptions = {},
): Promise<Roster> {
  const [row] = await runStatement<Row>(em, LOAD, [workspaceId, isIdleTimeNeeded]);
  if (!row) throw new Error('A select without from gave no row.');
  const graceMs = row.settings?.graceMs ?? DEFAULT_GRACE_MS;
  const beside = {
    skills: Map.groupBy(row.skills, ({ agent }) => agent),
    teams: Map.groupBy(row.teams, ({ agent }) => agent),
    held: Map.groupBy(row.held, ({ agent }) => agent),
    statuses: new Map(row.statuses.map(({ id, works }) => [id, { statusId: id, allowsWork: works }])),
    shifts: new Map(row.calendars.map(({ id, document }) => [id, shiftClock(document)])),
    idle: new Map(row.idle.map(({ agent, sinceMs }) => [agent, sinceMs])),
  };
  const agents = row.agents.map((agent) => rosterAgent(agent, beside, graceMs, nowMs));
  const known = withProficiencies(
    agents.map(({ routing }) => routing),
    row.settings?.learned ?? null,
    row.overrides,
  );
  return { graceMs, agents: agents.map((agent, at) => ({ ...agent, routing: known[at] ?? agent.routing })) };
}

interface Beside {
  readonly skills: ReadonlyMap<string, Row['skills']>;
  readonly teams: ReadonlyMap<string, Row['teams']>;
  readonly held: ReadonlyMap<string, readonly HeldRow[]>;
  readonly statuses: ReadonlyMap<string, CustomStatus>;
  readonly shifts: ReadonlyMap<string, BusinessClock>;
  readonly idle: ReadonlyMap<string, number>;
}

function rosterAgent(row: AgentRow, beside: Beside, graceMs: number, nowMs: number): RosterAgent {
  const { id, presence, statusId, isConnected: isSaidConnected, lastSeenMs, location, channelTypes } = row;
  const chosen = beside.statuses.get(statusId ?? '') ?? presence;
  const isConnected = lastSeenMs === null || (isSaidConnected && nowMs - lastSeenMs < SILENCE_MS);
  const shift = beside.shifts.get(row.shiftId ?? '') ?? null;
  const now = presenceAt({ chosen, lastSeenAtMs: isConnected ? null : lastSeenMs, graceMs, shift, nowMs });
  const held = beside.held.get(id) ?? [];
  const idleSinceMs = beside.idle.get(id);
  const routing: RoutingAgent = {
    agentId: id,
    presence: now.presence,
    ...(now.onShift !== undefined && { onShift: now.onShift }),
    channelPresence: channelPresences(row.channelPresence, beside.statuses),
    ...(channelTypes && { channelTypes }),
    capacity: row.capacity,
    load: held.reduce((sum, { load }) => sum + load, 0),
    channelCapacity: row.channelCapacity,
    channelLoad: Object.fromEntries(held.map(({ channel, load }) => [channel, load])),
    openTickets: held.reduce((sum, { count }) => sum + count, 0),
    skills: Object.fromEntries((beside.skills.get(id) ?? []).map(({ skill, level }) => [skill, level])),
    languages: row.languages,
    teamIds: (beside.teams.get(id) ?? []).map(({ team }) => team),
    ...(location !== null && { location }),
    lastAssignedAtMs: row.lastAssignedMs,
    ...(idleSinceMs !== undefined && { idleSinceMs }),
    onlineSinceMs: row.presenceSinceMs,
  };
  const lostAtMs = isConnected || lastSeenMs === null ? null : lastSeenMs + graceMs;
  return {
    routing,
    name: row.name,
    chosen,
    presenceSinceMs: row.presenceSinceMs,
    isConnected,
    nextChangeAtMs: nextChangeAtMs(now.graceEndsAtMs, isConnected ? lastSeenMs : null, graceMs, shift, nowMs),
    shift,
    leftAtMs: leftAtMs(chosen, row.presenceSinceMs, lostAtMs, shift, nowMs),
    hadLeft: row.hasLeft,
  };
}

/** The end of the grace, the moment a connection nobody speaks for any more is lost, or the shift's begin or end. */
function nextChangeAtMs(
  graceEndsAtMs: number | null,
  heardOfMs: number | null,
  graceMs: number,
  shift: BusinessClock | null,
  nowMs: number,
): number | null {
  const silentAtMs = heardOfMs === null ? null : heardOfMs + Math.max(SILENCE_MS, graceMs);
  const instants = [graceEndsAtMs, silentAtMs, shift && nextShiftChangeMs(shift, nowMs)].filter((at) => at !== null);
  return instants.length > 0 ? Math.min(...instants) : null;
}

function leftAtMs(
  chosen: RosterAgent['chosen'],
  sinceMs: number,
  lostAtMs: number | null,
  shift: BusinessClock | null,
  nowMs: number,
): number | null {
  const instants: number[] = [];
  if (chosen === 'offline') instants.push(sinceMs);
  else if (lostAtMs !== null && lostAtMs <= nowMs) instants.push(lostAtMs);
  if (shift && !shift.isOpenAt(nowMs)) instants.push(closedSinceMs(shift, nowMs));
  return instants.length > 0 ? Math.min(...instants) : null;
}

/** A status that is gone says nothing. */
function channelPresences(stored: AgentRow['channelPresence'], statuses: Beside['statuses']) {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([type, presence]) => {
      const known = typeof presence === 'string' ? presence : statuses.get(presence.statusId);
      return known ? [[type, known] as const] : [];
    }),
  );
}
