import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity } from '../row-level-security.ts';

/**
 * The first schema. Every table carries the workspace, leads its keys with it and is under row-level security.
 * Composite foreign keys keep references inside one workspace.
 */
export class FirstSchema extends Migration {
  override up(): void {
    for (const table of TABLES) this.addSql(table);
    for (const sql of enableRowLevelSecurity(TENANT_TABLES)) this.addSql(sql);
  }
}

const TENANT_TABLES = [
  'workspace_counter',
  'user_account',
  'session',
  'api_token',
  'team',
  'skill',
  'agent',
  'agent_skill',
  'agent_team',
  'channel',
  'queue',
  'custom_field',
  'contact',
  'flow',
  'flow_version',
  'ticket',
  'queue_entry',
  'inbox',
  'message',
  'trace',
  'run',
  'assignment',
  'ticket_event',
  'notification',
  'import',
  'import_row_error',
  'idempotency_key',
];

const TABLES = [
  // The directory: readable before a workspace is chosen, so that a sign-in can find its workspace by slug.
  `create table workspace (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    time_zone text not null,
    is_demo boolean not null default false,
    created_at timestamptz not null default now()
  )`,

  // Locked first by every transaction that writes tickets: it orders a workspace's events by commit.
  // flows_revision grows whenever what is live changes, so that no process runs a stale program.
  `create table workspace_counter (
    workspace_id uuid primary key references workspace on delete cascade,
    last_ticket_number integer not null default 0,
    last_event_sequence bigint not null default 0,
    flows_revision bigint not null default 0
  )`,

  `create table agent (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    presence text not null default 'offline' check (presence in ('online', 'away', 'offline')),
    presence_since timestamptz not null default now(),
    capacity integer not null default 6 check (capacity between 0 and 1000),
    languages text[] not null default '{}',
    last_assigned_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create table user_account (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    email text not null,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('admin', 'manager', 'agent', 'viewer')),
    locale text not null default 'en' check (locale in ('en', 'id')),
    agent_id uuid,
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id),
    foreign key (workspace_id, agent_id) references agent
  )`,
  `create unique index user_account_email on user_account (workspace_id, lower(email))`,
  `create table session (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    user_id uuid not null,
    token_hash bytea not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash),
    foreign key (workspace_id, user_id) references user_account on delete cascade
  )`,
  `create table api_token (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    prefix text not null,
    token_hash bytea not null,
    role text not null check (role in ('admin', 'manager', 'agent', 'viewer')),
    created_by uuid,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash)
  )`,

  `create table team (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create table skill (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create table agent_skill (
    workspace_id uuid not null,
    agent_id uuid not null,
    skill_id uuid not null,
    level integer not null check (level between 1 and 5),
    primary key (workspace_id, agent_id, skill_id),
    foreign key (workspace_id, agent_id) references agent on delete cascade,
    foreign key (workspace_id, skill_id) references skill on delete cascade
  )`,
  `create table agent_team (
    workspace_id uuid not null,
    agent_id uuid not null,
    team_id uuid not null,
    primary key (workspace_id, agent_id, team_id),
    foreign key (workspace_id, agent_id) references agent on delete cascade,
    foreign key (workspace_id, team_id) references team on delete cascade
  )`,
  `create index agent_team_team on agent_team (workspace_id, team_id)`,
  `create table channel (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    type text not null,
    weight integer not null default 1 check (weight between 1 and 100),
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create table queue (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    policy text not null default 'balanced' check (policy in ('balanced', 'priorityThenAge')),
    ticket_limit integer not null default 1000 check (ticket_limit > 0),
    target_low_ms bigint not null default 14400000,
    target_normal_ms bigint not null default 3600000,
    target_high_ms bigint not null default 900000,
    target_urgent_ms bigint not null default 300000,
    is_fallback boolean not null default false,
    position integer not null default 0,
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create unique index queue_one_fallback on queue (workspace_id) where is_fallback`,
  `create table custom_field (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
    label text not null,
    type text not null check (type in ('text', 'number', 'boolean', 'date', 'option', 'set')),
    options text[] not null default '{}',
    primary key (workspace_id, id),
    unique (workspace_id, key)
  )`,
  `create table contact (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    external_id text,
    name text not null,
    email text,
    phone text,
    tags text[] not null default '{}',
    is_vip boolean not null default false,
    language text,
    country text,
    city text,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id)
  )`,
  `create unique index contact_external_id on contact (workspace_id, external_id)`,
  `create unique index contact_email on contact (workspace_id, lower(email))`,

  `create table flow (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    position integer not null,
    stop_on_match boolean not null default false,
    live_version_id uuid,
    draft jsonb not null,
    draft_revision integer not null default 1,
    draft_saved_at timestamptz not null default now(),
    draft_saved_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (workspace_id, id)
  )`,
  `create table flow_version (
    workspace_id uuid not null,
    id uuid not null,
    flow_id uuid not null,
    number integer not null,
    document jsonb not null,
    note text not null default '',
    published_at timestamptz not null default now(),
    published_by uuid,
    rolled_back_from uuid,
    primary key (workspace_id, id),
    unique (workspace_id, flow_id, number),
    foreign key (workspace_id, flow_id) references flow
  )`,
  `alter table flow add foreign key (workspace_id, live_version_id) references flow_version (workspace_id, id)`,

  `create table ticket (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    number integer not null,
    external_id text,
    subject text not null,
    status text not null default 'new' check (status in ('new', 'open', 'pending', 'on-hold', 'solved', 'closed')),
    priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
    severity text check (severity in ('minor', 'moderate', 'major', 'critical')),
    level integer not null default 1 check (level between 1 and 5),
    category text,
    tags text[] not null default '{}',
    language text,
    sentiment text check (sentiment in ('negative', 'neutral', 'positive')),
    custom_fields jsonb not null default '{}',
    channel_id uuid not null,
    contact_id uuid not null,
    team_id uuid,
    assignee_id uuid,
    queue_id uuid,
    queued_at timestamptz,
    queue_requirement jsonb,
    reopen_count integer not null default 0,
    transfer_count integer not null default 0,
    reply_count integer not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    assigned_at timestamptz,
    solved_at timestamptz,
    closed_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, number),
    foreign key (workspace_id, channel_id) references channel,
    foreign key (workspace_id, contact_id) references contact,
    foreign key (workspace_id, team_id) references team,
    foreign key (workspace_id, assignee_id) references agent,
    foreign key (workspace_id, queue_id) references queue
  )`,
  `create index ticket_created on ticket (workspace_id, created_at, id)`,
  `create index ticket_updated on ticket (workspace_id, updated_at, id)`,
  `create index ticket_contact on ticket (workspace_id, contact_id)`,
  `create index ticket_held on ticket (workspace_id, assignee_id) where status in ('new', 'open')`,
  // Covers all the board counts of tickets being worked on or waiting.
  `create index ticket_in_queue on ticket (workspace_id, queue_id, assignee_id, channel_id) where status in ('new', 'open')`,
  `create index ticket_solved_by on ticket (workspace_id, assignee_id, solved_at) where solved_at is not null`,
  `create index ticket_search on ticket using gin (to_tsvector('simple', subject || ' ' || coalesce(external_id, '')))`,

  // The tickets that wait: one row while a ticket is in a queue without an agent.
  `create table queue_entry (
    workspace_id uuid not null,
    ticket_id uuid not null,
    queue_id uuid not null,
    requirement jsonb not null,
    requirement_key text not null generated always as (md5(requirement::text)) stored,
    priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
    weight integer not null,
    queued_at timestamptz not null,
    primary key (workspace_id, ticket_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, queue_id) references queue
  )`,
  // Tickets alike to the dispatcher stand together, oldest first: it jumps from class to class, however many wait.
  `create index queue_entry_class on queue_entry
    (workspace_id, queue_id, requirement_key, weight, priority, queued_at)`,

  // What has been accepted: a second message with the same id in one channel ends here.
  `create table inbox (
    workspace_id uuid not null references workspace on delete cascade,
    channel_id uuid not null,
    external_id text not null,
    ticket_id uuid not null,
    message_id uuid,
    received_at timestamptz not null default now(),
    primary key (workspace_id, channel_id, external_id)
  )`,
  `create table message (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    author text not null check (author in ('customer', 'agent', 'bot')),
    author_id uuid,
    author_name text not null,
    visibility text not null check (visibility in ('public', 'internal')),
    text text not null,
    is_automated boolean not null default false,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index message_ticket on message (workspace_id, ticket_id, created_at, id)`,

  // Why flows did or did not act on one accepted event.
  `create table trace (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    event_type text not null,
    considerations jsonb not null,
    stops jsonb not null default '[]',
    at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index trace_ticket on trace (workspace_id, ticket_id, at)`,
  `create table run (
    workspace_id uuid not null,
    id uuid not null,
    trace_id uuid not null,
    ticket_id uuid not null,
    flow_id uuid not null,
    version_id uuid not null,
    event_type text not null,
    outcome text not null check (outcome in ('done', 'stopped', 'failed')),
    acted boolean not null,
    steps jsonb not null,
    edge_ids text[] not null,
    at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index run_ticket on run (workspace_id, ticket_id, at)`,
  `create index run_version on run (workspace_id, version_id, at)`,
  // Why the dispatcher gave a ticket to an agent.
  `create table assignment (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    queue_id uuid not null,
    agent_id uuid not null,
    explanation jsonb not null,
    at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index assignment_ticket on assignment (workspace_id, ticket_id, at)`,

  // The append-only log everything measured is derived from; sequence is commit order within the workspace.
  `create table ticket_event (
    workspace_id uuid not null,
    sequence bigint not null,
    id uuid not null,
    ticket_id uuid not null,
    type text not null,
    actor_kind text not null,
    actor_id uuid,
    actor_name text,
    queue_id uuid,
    data jsonb not null default '{}',
    run_id uuid,
    at timestamptz not null,
    primary key (workspace_id, sequence),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index ticket_event_ticket on ticket_event (workspace_id, ticket_id, sequence)`,
  `create index ticket_event_type on ticket_event (workspace_id, type, at)`,

  `create table notification (
    workspace_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    ticket_id uuid,
    text text not null,
    at timestamptz not null,
    read_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, user_id) references user_account on delete cascade
  )`,
  `create index notification_user on notification (workspace_id, user_id, at)`,
  `create table import (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    file_name text not null,
    format text not null check (format in ('csv', 'ndjson')),
    started_by uuid,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    accepted integer not null default 0,
    duplicates integer not null default 0,
    rejected integer not null default 0,
    primary key (workspace_id, id)
  )`,
  `create table import_row_error (
    workspace_id uuid not null,
    import_id uuid not null,
    line integer not null,
    column_name text,
    reason text not null,
    primary key (workspace_id, import_id, line),
    foreign key (workspace_id, import_id) references import on delete cascade
  )`,
  // Answers kept for 24 hours, so that a repeated request with the same key is answered alike and done once.
  `create table idempotency_key (
    workspace_id uuid not null references workspace on delete cascade,
    key text not null,
    request_hash bytea not null,
    response jsonb,
    created_at timestamptz not null default now(),
    primary key (workspace_id, key)
  )`,
];
