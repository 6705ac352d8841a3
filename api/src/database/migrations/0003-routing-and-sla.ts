import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurityOn } from '../row-level-security.ts';

/** What routing and SLAs need in full: promises and clocks, statuses, shifts, offers, ladders, learned proficiency. */
export class RoutingAndSla extends Migration {
  override up(): void {
    for (const sql of CHANGES) this.addSql(sql);
    for (const sql of enableRowLevelSecurityOn(TENANT_TABLES)) this.addSql(sql);
  }
}

const TENANT_TABLES = [
  'sla_policy',
  'ticket_clock',
  'presence_status',
  'decline_reason',
  'offer',
  'routing_settings',
  'proficiency_override',
];

const CHANGES = [
  // What is promised to the tickets that meet a condition; targets as the engine's SlaTarget.
  `create table sla_policy (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    position integer not null,
    condition jsonb,
    targets jsonb not null,
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  // The current clock of each metric of a ticket, read off its log: written anew whenever the log, a policy or a calendar
  // changes, and never counted on. What time alone changes (at risk, breached) follows from the instants.
  `create table ticket_clock (
    workspace_id uuid not null,
    ticket_id uuid not null,
    metric text not null,
    episode integer not null,
    policy_id uuid,
    target_ms bigint,
    is_running boolean not null,
    started_at timestamptz not null,
    at_risk_at timestamptz,
    due_at timestamptz,
    breached_at timestamptz,
    fulfilled_at timestamptz,
    primary key (workspace_id, ticket_id, metric),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index ticket_clock_due on ticket_clock (workspace_id, due_at) where is_running`,

  // Presences of the workspace's own making, as lunch or training.
  `create table presence_status (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    allows_work boolean not null,
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  // Why an agent may decline an offer, and after how long it may come again (null: never).
  `create table decline_reason (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    offer_again_after_ms bigint check (offer_again_after_ms >= 0),
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  // A shift is a calendar. Presences per channel are statuses or the three words, by channel type.
  `alter table agent
    add column status_id uuid,
    add column last_seen_at timestamptz,
    add column location text,
    add column shift_calendar_id uuid,
    add column channel_types text[],
    add column channel_presence jsonb not null default '{}',
    add column channel_capacity jsonb not null default '{}',
    add foreign key (workspace_id, status_id) references presence_status,
    add foreign key (workspace_id, shift_calendar_id) references calendar`,
  `alter table queue drop constraint queue_policy_check`,
  `alter table queue
    add constraint queue_policy_check check (policy in ('balanced', 'priorityThenAge', 'dueFirst', 'roundRobin',
      'leastLoaded', 'longestIdle', 'firstIn')),
    add column accept_within_ms bigint check (accept_within_ms > 0),
    add column offer_again_after_ms bigint check (offer_again_after_ms >= 0),
    add column reroute text not null default 'keep' check (reroute in ('keep', 'onReply', 'atOnce')),
    add column fair_drain_ms bigint not null default 900000 check (fair_drain_ms >= 0)`,
  // A ticket's place on its ladder. entered_at is entry to the queue, whatever was offered or declined since.
  `alter table queue_entry
    add column channel_type text,
    add column ladder jsonb,
    add column rung integer not null default 0,
    add column counts_from timestamptz,
    add column next_rung_at timestamptz,
    add column prefer text check (prefer in ('lastAgent', 'accountOwner', 'relatedTicket'))`,
  `create index queue_entry_next_rung on queue_entry (workspace_id, next_rung_at) where next_rung_at is not null`,
  `create table offer (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    queue_id uuid not null,
    agent_id uuid not null,
    state text not null check (state in ('offered', 'accepted', 'declined', 'timedOut', 'withdrawn')),
    explanation jsonb not null,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    reason_id uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, agent_id) references agent on delete cascade,
    foreign key (workspace_id, reason_id) references decline_reason
  )`,
  `create index offer_ticket on offer (workspace_id, ticket_id, offered_at)`,
  `create unique index offer_one_at_a_time on offer (workspace_id, ticket_id) where state = 'offered'`,
  `create index offer_agent on offer (workspace_id, agent_id) where state = 'offered'`,
  `create index offer_expiry on offer (workspace_id, expires_at) where state = 'offered'`,
  // One row a workspace; absent: as the defaults say. learned is the engine's ProficiencyTable.
  `create table routing_settings (
    workspace_id uuid primary key references workspace on delete cascade,
    grace_ms bigint not null default 60000 check (grace_ms >= 0),
    learns_proficiency boolean not null default true,
    learned jsonb,
    learned_at timestamptz
  )`,
  `create table proficiency_override (
    workspace_id uuid not null,
    agent_id uuid not null,
    class_key text not null,
    proficiency double precision not null check (proficiency > 0 and proficiency <= 1),
    primary key (workspace_id, agent_id, class_key),
    foreign key (workspace_id, agent_id) references agent on delete cascade
  )`,
];
