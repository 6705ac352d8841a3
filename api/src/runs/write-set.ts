import type { EntityManager } from '../database/database.ts';
import type { RowSet } from '../database/row-set.ts';
import { runStatement } from '../database/run-statement.ts';
import type { ClockRow } from '../sla/clock-rows.ts';
import type { LockedCounter } from './lock-workspace.ts';
import {
  AGENT_TURNS,
  ASSIGNMENTS,
  CLOCKS,
  CONTACTS,
  ENDED_RUNS,
  ENTRIES,
  EVENTS,
  FIRINGS,
  INBOX,
  MESSAGES,
  NOTICES,
  OFFERS,
  RUNS,
  SENT,
  TICKETS,
  TIMER_KEYS,
  TIMERS,
  TRACES,
  WAITING_RUNS,
} from './row-sets.ts';
import type {
  AgentTurnRow,
  AssignmentRow,
  ContactRow,
  EndedRunRow,
  EntryRow,
  EventRow,
  FiringRow,
  InboxRow,
  MessageRow,
  NoticeRow,
  OfferRow,
  RunRow,
  SentRow,
  TicketRow,
  TimerKeyRow,
  TimerRow,
  TraceRow,
  WaitingRow,
} from './rows.ts';

const UPDATE_CONTACTS = (n: number) =>
  `update contact t set ${CONTACTS.assignments('id', 'createdAt')} from ${CONTACTS.from(n)}
   where t.workspace_id = $1 and t.id = r.id`;

const UPDATE_TICKETS = (n: number) =>
  `update ticket t set ${TICKETS.assignments('id', 'number', 'externalId', 'channelId', 'contactId', 'createdAt')}
   from ${TICKETS.from(n)} where t.workspace_id = $1 and t.id = r.id`;

const PUT_ENTRIES = (n: number) =>
  `${ENTRIES.insert(n)} on conflict (workspace_id, ticket_id) do update set
     queue_id = excluded.queue_id, requirement = excluded.requirement, priority = excluded.priority,
     weight = excluded.weight, channel_type = excluded.channel_type, queued_at = excluded.queued_at,
     prefer = excluded.prefer, rung = excluded.rung, counts_from = excluded.counts_from,
     next_rung_at = excluded.next_rung_at, may_skip = excluded.may_skip, skip_asked_at = null, apart = excluded.apart`;

const PUT_OFFERS = (n: number) =>
  `${OFFERS.insert(n)} on conflict (workspace_id, id) do update set
     state = excluded.state, ended_at = excluded.ended_at, reason_id = excluded.reason_id`;

const REMOVE_ENTRIES = (n: number) =>
  `delete from queue_entry where workspace_id = $1 and ticket_id = any($${n}::uuid[])`;

const NOTIFY = (n: number) =>
  `insert into notification (workspace_id, id, user_id, ticket_id, text, at)
   select distinct on (r.notice, u.id) $1::uuid, gen_random_uuid(), u.id, r."ticketId", r.text, r.at
   from ${NOTICES.from(n)}
   join user_account u on u.workspace_id = $1 and u.is_active and case r.kind
     when 'agent' then u.agent_id = r."targetId"
     when 'team' then u.agent_id in (select agent_id from agent_team m where m.workspace_id = $1 and m.team_id = r."targetId")
     when 'level' then exists (
       select from agent a where a.workspace_id = $1 and a.id = u.agent_id and r.level = coalesce(a.support_level, (
         select max(l.support_level) from agent_team m
         join team l on l.workspace_id = $1 and l.id = m.team_id
         where m.workspace_id = $1 and m.agent_id = a.id)))
     else u.role in ('manager', 'admin') end
   where r."failedFlowId" is null or not exists (
     select from run f where f.workspace_id = $1 and f.ticket_id = r."ticketId" and f.flow_id = r."failedFlowId"
       and f.outcome = 'failed')`;

const NOTE_TURNS = (n: number) =>
  `update agent t set last_assigned_at = r.at from ${AGENT_TURNS.from(n)} where t.workspace_id = $1 and t.id = r."agentId"`;

const PUT_WAITING = (n: number) =>
  `${WAITING_RUNS.insert(n)} on conflict (workspace_id, run_id) do update set
     state = excluded.state, since = excluded.since, due_at = excluded.due_at`;
const REMOVE_WAITING = (n: number) => `delete from waiting_run where workspace_id = $1 and run_id = any($${n}::uuid[])`;
const END_RUNS = (n: number) =>
  `update run t set outcome = r.outcome from ${ENDED_RUNS.from(n)}
   where t.workspace_id = $1 and (t.id = r."runId" or t.continues = r."runId") and t.outcome = 'waiting'`;
const PUT_CLOCKS = (n: number) =>
  `${CLOCKS.insert(n)} on conflict (workspace_id, ticket_id, metric) do update set
     episode = excluded.episode, policy_id = excluded.policy_id, target_ms = excluded.target_ms,
     is_running = excluded.is_running, started_at = excluded.started_at, at_risk_at = excluded.at_risk_at,
     due_at = excluded.due_at, breached_at = excluded.breached_at, fulfilled_at = excluded.fulfilled_at`;
/** Clocks of these tickets that are held to nothing any more. */
const REMOVE_CLOCKS = (n: number) =>
  `delete from ticket_clock t using json_to_recordset($${n}::json) as r("ticketId" uuid, metrics json)
   where t.workspace_id = $1 and t.ticket_id = r."ticketId"
     and not t.metric in (select json_array_elements_text(r.metrics))`;
const PUT_FIRINGS = (n: number) =>
  `${FIRINGS.insert(n)} on conflict (workspace_id, ticket_id, flow_id, trigger_node_id) do update set
     count = excluded.count, episode = excluded.episode`;
const PUT_TIMERS = (n: number) =>
  `${TIMERS.insert(n)} on conflict (workspace_id, ticket_id, flow_id, trigger_node_id) do update set
     due_at = excluded.due_at, episode = excluded.episode`;
const REMOVE_TIMERS = (n: number) =>
  `delete from ticket_timer t using ${TIMER_KEYS.from(n)}
   where t.workspace_id = $1 and t.ticket_id = r."ticketId" and t.flow_id = r."flowId"
     and t.trigger_node_id = r."triggerNodeId"`;
const REMOVE_ATTEMPTS = (n: number) =>
  `delete from timer_attempt where workspace_id = $1 and ticket_id = any($${n}::uuid[])`;
const WAKE_AT = (n: number) =>
  `insert into workspace_wake as w (workspace_id, due_at) values ($1::uuid, $${n}::timestamptz)
   on conflict (workspace_id) do update set due_at = least(w.due_at, excluded.due_at)`;

/**
 * Everything one transaction is going to write, gathered in memory and written by one statement, whatever the number of
 * tickets. Only final values are written: a ticket that moved through three queues is written once.
 */
export class WriteSet {
  readonly newContacts: ContactRow[] = [];
  readonly contacts: ContactRow[] = [];
  readonly newTickets: TicketRow[] = [];
  readonly tickets: TicketRow[] = [];
  readonly inbox: InboxRow[] = [];
  readonly messages: MessageRow[] = [];
  readonly entries: EntryRow[] = [];
  /** Ids of tickets that wait no more. */
  readonly endedEntries: string[] = [];
  readonly offers: OfferRow[] = [];
  readonly traces: TraceRow[] = [];
  readonly runs: RunRow[] = [];
  readonly assignments: AssignmentRow[] = [];
  readonly events: EventRow[] = [];
  readonly notices: NoticeRow[] = [];
  readonly agentTurns: AgentTurnRow[] = [];
  readonly waitingRuns: WaitingRow[] = [];
  /** Ids of runs that wait no more. */
  readonly endedWaits: string[] = [];
  readonly endedRuns: EndedRunRow[] = [];
  readonly firings: FiringRow[] = [];
  readonly timers: TimerRow[] = [];
  readonly endedTimers: TimerKeyRow[] = [];
  /** Ids of tickets for which what was due has been done. */
  readonly endedAttempts: string[] = [];
  readonly sent: SentRow[] = [];
  readonly #clocks: ClockRow[] = [];
  /** Tickets whose clocks are written, with the metrics they have. */
  readonly #clocked: { readonly ticketId: string; readonly metrics: readonly string[] }[] = [];

  /** All clocks of a ticket; those it had before and has no more are removed. */
  putClocks(ticketId: string, clocks: readonly ClockRow[]): void {
    this.#clocks.push(...clocks);
    this.#clocked.push({ ticketId, metrics: clocks.map(({ metric }) => metric) });
  }

  /** The earliest instant at which something written here is due: a run, a timer, a rung, an offer; null: nothing is. */
  get wakeAt(): Date | null {
    let wakeAt: Date | null = null;
    const note = (dueAt: Date | null) => {
      if (dueAt !== null && (wakeAt === null || dueAt < wakeAt)) wakeAt = dueAt;
    };
    for (const { dueAt } of this.waitingRuns) note(dueAt);
    for (const { dueAt } of this.timers) note(dueAt);
    for (const { nextRungAt } of this.entries) note(nextRungAt);
    for (const { state, expiresAt } of this.offers) if (state === 'offered') note(expiresAt);
    return wakeAt;
  }

  /** A run that began to wait in this transaction has come to its end in it. */
  tellEnd(runId: string, outcome: RunRow['outcome']): void {
    for (const [index, run] of this.runs.entries())
      if (run.outcome === 'waiting' && (run.id === runId || run.continues === runId))
        this.runs[index] = { ...run, outcome };
  }

  /** Writes all of it and the counter; nothing else may touch the workspace's tickets since the counter was locked. */
  async write(em: EntityManager, workspaceId: string, counter: LockedCounter): Promise<void> {
    const parameters: unknown[] = [workspaceId, counter.ticketNumber, counter.eventSequence];
    const parts: string[] = [];
    const add = (rows: readonly unknown[], sql: (n: number) => string, parameter: unknown) => {
      if (rows.length === 0) return;
      parameters.push(parameter);
      parts.push(`w${parts.length} as (${sql(parameters.length)})`);
    };
    const addRows = <T>(rows: readonly T[], sql: RowSet<T>['insert']) => add(rows, sql, JSON.stringify(rows));
    addRows(this.newContacts, CONTACTS.insert);
    addRows(this.contacts, UPDATE_CONTACTS);
    addRows(this.newTickets, TICKETS.insert);
    addRows(this.tickets, UPDATE_TICKETS);
    addRows(this.inbox, INBOX.insert);
    addRows(this.messages, MESSAGES.insert);
    addRows(this.entries, PUT_ENTRIES);
    add(this.endedEntries, REMOVE_ENTRIES, this.endedEntries);
    addRows(this.offers, PUT_OFFERS);
    addRows(this.traces, TRACES.insert);
    addRows(this.runs, RUNS.insert);
    addRows(this.assignments, ASSIGNMENTS.insert);
    addRows(this.events, EVENTS.insert);
    addRows(this.notices, NOTIFY);
    addRows(this.agentTurns, NOTE_TURNS);
    addRows(this.waitingRuns, PUT_WAITING);
    add(this.endedWaits, REMOVE_WAITING, this.endedWaits);
    addRows(this.endedRuns, END_RUNS);
    addRows(this.firings, PUT_FIRINGS);
    addRows(this.timers, PUT_TIMERS);
    addRows(this.endedTimers, REMOVE_TIMERS);
    add(this.endedAttempts, REMOVE_ATTEMPTS, this.endedAttempts);
    addRows(this.sent, SENT.insert);
    addRows(this.#clocked, REMOVE_CLOCKS);
    addRows(this.#clocks, PUT_CLOCKS);
    const { wakeAt } = this;
    if (wakeAt) add([wakeAt], WAKE_AT, wakeAt);
    if (parts.length === 0) return;
    await runStatement(
      em,
      `with ${parts.join(',\n')}
       update workspace_counter set last_ticket_number = $2, last_event_sequence = $3 where workspace_id = $1`,
      parameters,
    );
  }
}
