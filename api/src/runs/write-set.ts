import type { EntityManager } from '../database/database.ts';
import type { RowSet } from '../database/row-set.ts';
import { runStatement } from '../database/run-statement.ts';
import type { LockedCounter } from './lock-workspace.ts';
import {
  AGENT_TURNS,
  type AgentTurnRow,
  ASSIGNMENTS,
  type AssignmentRow,
  CONTACTS,
  type ContactRow,
  ENTRIES,
  type EntryRow,
  EVENTS,
  type EventRow,
  INBOX,
  type InboxRow,
  MESSAGES,
  type MessageRow,
  NOTICES,
  type NoticeRow,
  RUNS,
  type RunRow,
  TICKETS,
  type TicketRow,
  TRACES,
  type TraceRow,
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
     weight = excluded.weight, queued_at = excluded.queued_at`;

const REMOVE_ENTRIES = (n: number) =>
  `delete from queue_entry where workspace_id = $1 and ticket_id = any($${n}::uuid[])`;

const NOTIFY = (n: number) =>
  `insert into notification (workspace_id, id, user_id, ticket_id, text, at)
   select distinct on (r.notice, u.id) $1::uuid, gen_random_uuid(), u.id, r."ticketId", r.text, r.at
   from ${NOTICES.from(n)}
   join user_account u on u.workspace_id = $1 and u.is_active and case r.kind
     when 'agent' then u.agent_id = r."targetId"
     when 'team' then u.agent_id in (select agent_id from agent_team m where m.workspace_id = $1 and m.team_id = r."targetId")
     else u.role in ('manager', 'admin') end`;

const NOTE_TURNS = (n: number) =>
  `update agent t set last_assigned_at = r.at from ${AGENT_TURNS.from(n)} where t.workspace_id = $1 and t.id = r."agentId"`;

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
  readonly traces: TraceRow[] = [];
  readonly runs: RunRow[] = [];
  readonly assignments: AssignmentRow[] = [];
  readonly events: EventRow[] = [];
  readonly notices: NoticeRow[] = [];
  readonly agentTurns: AgentTurnRow[] = [];

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
    addRows(this.traces, TRACES.insert);
    addRows(this.runs, RUNS.insert);
    addRows(this.assignments, ASSIGNMENTS.insert);
    addRows(this.events, EVENTS.insert);
    addRows(this.notices, NOTIFY);
    addRows(this.agentTurns, NOTE_TURNS);
    if (parts.length === 0) return;
    await runStatement(
      em,
      `with ${parts.join(',\n')}
       update workspace_counter set last_ticket_number = $2, last_event_sequence = $3 where workspace_id = $1`,
      parameters,
    );
  }
}
