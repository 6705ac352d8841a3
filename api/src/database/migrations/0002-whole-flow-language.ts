import { Migration } from '@mikro-orm/migrations';
import { enableDirectoryReading, enableRowLevelSecurityOn } from '../row-level-security.ts';

/** What the whole flow language needs: runs that wait, time triggers, calendars, and more that is known of a ticket. */
export class WholeFlowLanguage extends Migration {
  override up(): void {
    for (const sql of CHANGES) this.addSql(sql);
    for (const sql of enableRowLevelSecurityOn(TENANT_TABLES)) this.addSql(sql);
    this.addSql(enableDirectoryReading('workspace_wake'));
  }
}

const TENANT_TABLES = [
  'calendar',
  'credential',
  'contact_attribute',
  'waiting_run',
  'trigger_firing',
  'ticket_timer',
  'workspace_wake',
  'sent_message',
];

const CHANGES = [
  // Opening hours, holidays and exceptions, as the engine's Calendar.
  `create table calendar (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    document jsonb not null,
    is_default boolean not null default false,
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create unique index calendar_one_default on calendar (workspace_id) where is_default`,
  // What calls to the outside identify themselves with: only the name is known so far.
  `create table credential (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id),
    unique (workspace_id, name)
  )`,
  `create table contact_attribute (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
    label text not null,
    type text not null check (type in ('text', 'number', 'boolean', 'date', 'option', 'set')),
    options text[] not null default '{}',
    primary key (workspace_id, id),
    unique (workspace_id, key)
  )`,

  `alter table contact
    add column attributes jsonb not null default '{}',
    add column followers integer check (followers >= 0),
    add column account_owner_id uuid,
    add foreign key (workspace_id, account_owner_id) references agent`,
  `alter table agent add column support_level smallint check (support_level between 1 and 5)`,
  `alter table team add column support_level smallint check (support_level between 1 and 5)`,
  // The answer to the latest survey; what the ladder of its route still holds (queue_plan).
  `alter table ticket
    add column first_opened_at timestamptz,
    add column last_customer_message_at timestamptz,
    add column last_agent_message_at timestamptz,
    add column survey_score smallint check (survey_score between 1 and 5),
    add column survey_comment text,
    add column survey_answered_at timestamptz,
    add column customer_offline_since timestamptz,
    add column queue_plan jsonb`,
  // The owner, too, is held by row-level security, and a migration has chosen no workspace.
  `alter table ticket no force row level security`,
  `alter table message no force row level security`,
  `update ticket t set
    last_customer_message_at = (select max(created_at) from message m where m.workspace_id = t.workspace_id
      and m.ticket_id = t.id and m.visibility = 'public' and m.author = 'customer'),
    last_agent_message_at = (select max(created_at) from message m where m.workspace_id = t.workspace_id
      and m.ticket_id = t.id and m.visibility = 'public' and m.author = 'agent')`,
  `alter table ticket force row level security`,
  `alter table message force row level security`,
  `create index ticket_contact_created on ticket (workspace_id, contact_id, created_at)`,
  `drop index ticket_contact`,

  `alter table run drop constraint run_outcome_check`,
  `alter table run
    add constraint run_outcome_check check (outcome in ('done', 'stopped', 'failed', 'waiting', 'cancelled')),
    add column continues uuid,
    add column started_by uuid`,
  `create index run_continues on run (workspace_id, continues) where continues is not null`,
  // Whether a trace says of every flow why it did not act, or only of those that did.
  `alter table trace add column is_complete boolean not null default true`,

  // A run that stays somewhere, under the id of the run that began it.
  `create table waiting_run (
    workspace_id uuid not null,
    run_id uuid not null,
    ticket_id uuid not null,
    flow_id uuid not null,
    version_id uuid not null,
    state jsonb not null,
    since timestamptz not null,
    due_at timestamptz,
    primary key (workspace_id, run_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade,
    foreign key (workspace_id, version_id) references flow_version
  )`,
  `create index waiting_run_ticket on waiting_run (workspace_id, ticket_id)`,
  `create index waiting_run_due on waiting_run (workspace_id, due_at) where due_at is not null`,
  // How often a time trigger has fired for a ticket, and in which episode last.
  `create table trigger_firing (
    workspace_id uuid not null,
    ticket_id uuid not null,
    flow_id uuid not null,
    trigger_node_id text not null,
    count integer not null,
    episode text,
    primary key (workspace_id, ticket_id, flow_id, trigger_node_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  // When a time trigger is to be asked about a ticket. An empty trigger: ask which of all are to be armed.
  `create table ticket_timer (
    workspace_id uuid not null,
    ticket_id uuid not null,
    flow_id uuid not null,
    trigger_node_id text not null,
    due_at timestamptz not null,
    episode text not null,
    primary key (workspace_id, ticket_id, flow_id, trigger_node_id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index ticket_timer_due on ticket_timer (workspace_id, due_at)`,
  // The earliest of a workspace's timers. Readable from the directory, so that one query finds every due workspace.
  `create table workspace_wake (
    workspace_id uuid primary key references workspace on delete cascade,
    due_at timestamptz not null
  )`,
  `create index workspace_wake_due on workspace_wake (due_at)`,
  // Messages flows caused, for the budgets per ticket and recipient.
  `create table sent_message (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    recipient text not null,
    at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, ticket_id) references ticket on delete cascade
  )`,
  `create index sent_message_ticket on sent_message (workspace_id, ticket_id, at)`,
];
