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
  'agent_presence',
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
  // A shift is a calendar. Presences per channel are statuses or the three words, by channel type. An agent is connected
  // while a socket of theirs is open; whoever holds it says so again and again, in last_seen_at.
  `alter table agent
    add column status_id uuid,
    add column is_connected boolean not null default false,
    add column has_left boolean not null default false,
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
  // A ticket's place on its ladder; the targets themselves are the ticket's queue_plan. What is offered now, or was
  // declined by somebody, stands apart: the others of its class are alike but for their age.
  `alter table queue_entry
    add column channel_type text not null,
    add column prefer text check (prefer in ('lastAgent', 'accountOwner', 'relatedTicket')),
    add column rung integer not null default 0,
    add column counts_from timestamptz,
    add column next_rung_at timestamptz,
    add column may_skip boolean not null default false,
    add column skip_asked_at timestamptz,
    add column apart text check (apart in ('offered', 'declined'))`,
  `drop index queue_entry_class`,
  `create index queue_entry_class on queue_entry
    (workspace_id, queue_id, requirement_key, channel_type, weight, priority, queued_at) where apart is null`,
  `create index queue_entry_apart on queue_entry (workspace_id, queued_at) where apart = 'declined'`,
  `create index queue_entry_next_rung on queue_entry (workspace_id, next_rung_at) where next_rung_at is not null`,
  `create index queue_entry_may_skip on queue_entry (workspace_id, skip_asked_at) where may_skip`,
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
  // Who was there when: written by the database itself, whoever changes a presence.
  `create table agent_presence (
    workspace_id uuid not null,
    id bigint generated always as identity,
    agent_id uuid not null,
    presence text not null,
    at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, agent_id) references agent on delete cascade
  )`,
  `create index agent_presence_agent on agent_presence (workspace_id, agent_id, at)`,
  `create function note_presence() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' or new.presence is distinct from old.presence then
      insert into agent_presence (workspace_id, agent_id, presence, at)
      values (new.workspace_id, new.id, new.presence, new.presence_since);
    end if;
    return null;
  end $$`,
  `create trigger agent_presence_noted after insert or update of presence on agent
   for each row execute function note_presence()`,
];
