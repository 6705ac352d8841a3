import type { EntityManager } from '../database/database.ts';
import { ownedList } from '../database/page-loader.ts';
import { runStatement } from '../database/run-statement.ts';
import { EVENTS, MESSAGES, RUNS, TICKETS } from '../runs/row-sets.ts';
import type { MessageRow, RunRow, TicketRow } from '../runs/rows.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { lookAtTickets, type TicketLook } from './look-at-tickets.ts';

/** Tickets by id. */
export const ticketById: LoaderDefinition<string, TicketRow> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ row: unknown }>(
      em,
      `select ${TICKETS.json('t')} as row from ticket t
       where t.workspace_id = current_setting('alur.workspace_id')::uuid and t.id = any($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ row }) => TICKETS.read(row)).map((ticket) => [ticket.id, ticket]));
  },
};

/** A ticket's messages, oldest first. */
export const messagesOfTicket = ownedList({
  table: 'message',
  keysOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  rows: MESSAGES,
  owner: 'ticket_id',
  order: [
    ['created_at', 'timestamptz'],
    ['id', 'uuid'],
  ],
});

/** A ticket's part of the log, oldest first. */
export const eventsOfTicket = ownedList({
  table: 'ticket_event',
  keysOf: ({ sequence }) => [sequence],
  rows: EVENTS,
  owner: 'ticket_id',
  order: [['sequence', 'bigint']],
});

/** A ticket's runs, newest first. */
export const runsOfTicket = ownedList({
  table: 'run',
  keysOf: ({ at, id }) => [at.toISOString(), id],
  rows: RUNS,
  owner: 'ticket_id',
  order: [
    ['at', 'timestamptz'],
    ['id', 'uuid'],
  ],
  isDescending: true,
});

/** A contact's tickets, newest first. */
export const ticketsOfContact = ownedList({
  table: 'ticket',
  keysOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  rows: TICKETS,
  owner: 'contact_id',
  order: [
    ['created_at', 'timestamptz'],
    ['id', 'uuid'],
  ],
  isDescending: true,
});

/** What is known of a ticket, by `lookKey`: the instant is part of the key. */
export const lookAtTicket: LoaderDefinition<string, TicketLook> = {
  async loadMany(em, keys) {
    const asked = keys.map((key) => JSON.parse(key) as [string, number]);
    const workspaceId = await workspaceOf(em);
    const found = new Map<string, TicketLook>();
    for (const [nowMs, alike] of Map.groupBy(asked, ([, at]) => at)) {
      const ids = [...new Set(alike.map(([id]) => id))];
      for (const [id, look] of await lookAtTickets(em, workspaceId, ids, nowMs)) found.set(lookKey(id, nowMs), look);
    }
    return found;
  },
};

/** The key of a ticket at an instant, in milliseconds since 1970 UTC. */
export function lookKey(ticketId: string, nowMs: number): string {
  return JSON.stringify([ticketId, nowMs]);
}

/** The workspace chosen by the open transaction. */
export async function workspaceOf(em: EntityManager): Promise<string> {
  const [row] = await runStatement<{ id: string }>(em, `select current_setting('alur.workspace_id') as id`, []);
  if (!row?.id) throw new Error('The transaction has chosen no workspace.');
  return row.id;
}

/** Ids of tickets by number. */
export const ticketIdByNumber: LoaderDefinition<number, string> = {
  async loadMany(em, numbers) {
    const rows = await runStatement<{ id: string; number: number }>(
      em,
      `select id, number from ticket
       where workspace_id = current_setting('alur.workspace_id')::uuid and number = any($1::integer[])`,
      [[...numbers]],
    );
    return new Map(rows.map(({ id, number }) => [number, id]));
  },
};

/** Messages by id. */
export const messageById: LoaderDefinition<string, MessageRow> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ row: unknown }>(
      em,
      `select ${MESSAGES.json('m')} as row from message m
       where m.workspace_id = current_setting('alur.workspace_id')::uuid and m.id = any($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ row }) => MESSAGES.read(row)).map((message) => [message.id, message]));
  },
};

/** Runs by id. */
export const runById: LoaderDefinition<string, RunRow> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ row: unknown }>(
      em,
      `select ${RUNS.json('r')} as row from run r
       where r.workspace_id = current_setting('alur.workspace_id')::uuid and r.id = any($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ row }) => RUNS.read(row)).map((run) => [run.id, run]));
  },
};
