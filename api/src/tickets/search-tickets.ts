import type { SlaMetric, SlaState } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { runStatement } from '../database/run-statement.ts';
import { waitStateSql } from '../queues/wait-state.ts';
import { TICKETS } from '../runs/row-sets.ts';
import type { TicketRow } from '../runs/rows.ts';
import { type Connection, type PageArgs, toConnection } from '../server/connection.ts';
import { isId } from '../server/input-check.ts';
import { type KeyType, typedPageOf } from '../server/typed-page.ts';
import { clockStateSql } from '../sla/clock-state.ts';

/** Which tickets to list: all parts must hold; an absent or empty part holds always. */
export interface TicketFilter {
  readonly status?: readonly string[] | null;
  readonly priority?: readonly string[] | null;
  readonly queueIds?: readonly string[] | null;
  readonly teamIds?: readonly string[] | null;
  readonly assigneeIds?: readonly string[] | null;
  readonly isUnassigned?: boolean | null;
  readonly category?: readonly string[] | null;
  readonly channelIds?: readonly string[] | null;
  /** Any clock, or that of `metric`, stands like this now. */
  readonly sla?: { readonly state: readonly SlaState[]; readonly metric?: SlaMetric | null } | null;
  /** How the wait stands against the target of its queue. */
  readonly wait?: readonly ('atRisk' | 'breached')[] | null;
  readonly createdAfter?: Date | null;
  readonly createdBefore?: Date | null;
}

export interface TicketOrder {
  readonly field: 'createdAt' | 'updatedAt' | 'number' | 'priority';
  readonly direction: 'asc' | 'desc';
}

export interface TicketSearch extends PageArgs {
  readonly search?: string | null;
  readonly filter?: TicketFilter | null;
  readonly orderBy?: TicketOrder | null;
}

interface OrderKeys {
  readonly columns: readonly (readonly [sql: string, type: KeyType])[];
  keysOf(ticket: TicketRow): (string | number)[];
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

const ORDERS: Readonly<Record<TicketOrder['field'], OrderKeys>> = {
  createdAt: {
    columns: [
      ['t.created_at', 'timestamptz'],
      ['t.id', 'uuid'],
    ],
    keysOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  },
  updatedAt: {
    columns: [
      ['t.updated_at', 'timestamptz'],
      ['t.id', 'uuid'],
    ],
    keysOf: ({ updatedAt, id }) => [updatedAt.toISOString(), id],
  },
  number: { columns: [['t.number', 'integer']], keysOf: ({ number }) => [number] },
  priority: {
    columns: [
      [`array_position(array['low', 'normal', 'high', 'urgent'], t.priority)`, 'integer'],
      ['t.number', 'integer'],
    ],
    keysOf: ({ priority, number }) => [PRIORITIES.indexOf(priority) + 1, number],
  },
};

/** SQL conditions with bound parameters, `$1` being the workspace. */
class Conditions {
  readonly parameters: unknown[];
  readonly #parts: string[] = ['t.workspace_id = $1::uuid'];

  readonly #nowMs: number;
  #now: string | null = null;

  constructor(workspaceId: string, nowMs: number) {
    this.parameters = [workspaceId];
    this.#nowMs = nowMs;
  }

  /** The present instant as SQL. */
  now(): string {
    this.#now ??= `${this.bind(new Date(this.#nowMs))}::timestamptz`;
    return this.#now;
  }

  /** Binds a value and gives its placeholder. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  add(sql: string): void {
    this.#parts.push(sql);
  }

  oneOf(column: string, values: readonly string[] | null | undefined): void {
    if (values?.length) this.add(`${column} = any(${this.bind([...values])}::text[])`);
  }

  /** Ids that can't be ids match nothing. */
  oneOfIds(column: string, ids: readonly string[] | null | undefined): void {
    if (ids?.length) this.add(`${column} = any(${this.bind(ids.filter(isId))}::uuid[])`);
  }

  get sql(): string {
    return this.#parts.join(' and ');
  }
}

/** A page of tickets; the newest first if no order is asked for. `totalCount` is counted only when it is read. */
export async function searchTickets(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  { search, filter, orderBy, ...args }: TicketSearch,
): Promise<Connection<TicketRow> & { readonly totalCount: Promise<number> }> {
  const { columns, keysOf } = ORDERS[orderBy?.field ?? 'createdAt'];
  const page = typedPageOf(
    args,
    columns.map(([, type]) => type),
  );
  const isDown = ((orderBy?.direction ?? 'desc') === 'desc') !== page.isBackward;
  const conditions = conditionsOf(new Conditions(workspaceId, clock.nowMs()), search, filter);
  const [countSql, countParameters] = [conditions.sql, [...conditions.parameters]];
  if (page.cursor) {
    const values = page.cursor.map((value, index) => `${conditions.bind(value)}::${columns[index]?.[1]}`);
    conditions.add(`(${columns.map(([sql]) => sql).join(', ')}) ${isDown ? '<' : '>'} (${values.join(', ')})`);
  }
  const order = columns.map(([sql]) => `${sql} ${isDown ? 'desc' : 'asc'}`).join(', ');
  const limit = conditions.bind(page.count + 1);
  const rows = await database.inWorkspace(workspaceId, (em) =>
    runStatement<{ row: unknown }>(
      em,
      `select ${TICKETS.json('t')} as row from ticket t where ${conditions.sql} order by ${order} limit ${limit}`,
      conditions.parameters,
    ),
  );
  const connection = toConnection(
    page,
    rows.map(({ row }) => TICKETS.read(row)),
    keysOf,
  );
  return {
    ...connection,
    get totalCount() {
      return database.inWorkspace(workspaceId, async (em) => {
        const [row] = await runStatement<{ count: number }>(
          em,
          `select count(*)::int as count from ticket t where ${countSql}`,
          countParameters,
        );
        return row?.count ?? 0;
      });
    },
  };
}

function conditionsOf(
  conditions: Conditions,
  search: string | null | undefined,
  filter: TicketFilter | null | undefined,
): Conditions {
  if (search?.trim()) conditions.add(searchSql(search.trim(), conditions));
  if (!filter) return conditions;
  conditions.oneOf('t.status', filter.status);
  conditions.oneOf('t.priority', filter.priority);
  conditions.oneOf('t.category', filter.category);
  conditions.oneOfIds('t.queue_id', filter.queueIds);
  conditions.oneOfIds('t.team_id', filter.teamIds);
  conditions.oneOfIds('t.assignee_id', filter.assigneeIds);
  conditions.oneOfIds('t.channel_id', filter.channelIds);
  if (filter.sla) {
    const metric = filter.sla.metric ? `and k.metric = ${conditions.bind(filter.sla.metric)}::text` : '';
    conditions.add(`exists (select from ticket_clock k where k.workspace_id = $1 and k.ticket_id = t.id ${metric}
      and ${clockStateSql(conditions.now())} = any(${conditions.bind([...filter.sla.state])}::text[]))`);
  }
  if (filter.wait?.length)
    conditions.add(`exists (select from queue_entry e join queue q on q.workspace_id = $1 and q.id = e.queue_id
      where e.workspace_id = $1 and e.ticket_id = t.id
        and ${waitStateSql(conditions.now())} = any(${conditions.bind([...filter.wait])}::text[]))`);
  if (filter.isUnassigned != null) conditions.add(`t.assignee_id is ${filter.isUnassigned ? '' : 'not'} null`);
  if (filter.createdAfter)
    conditions.add(`t.created_at > ${conditions.bind(filter.createdAfter.toISOString())}::timestamptz`);
  if (filter.createdBefore)
    conditions.add(`t.created_at < ${conditions.bind(filter.createdBefore.toISOString())}::timestamptz`);
  return conditions;
}

/** The longest search that is looked at, in characters. */
const SEARCH_LENGTH = 200;

/**
 * `#12` is the ticket of that number. Anything else: words of the subject or external id by their beginnings, a number,
 * a delivery's external id, a contact's name or e-mail.
 */
function searchSql(search: string, conditions: Conditions): string {
  const text = search.slice(0, SEARCH_LENGTH).replaceAll('\0', '').toWellFormed();
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const isNumber = number && `t.number = ${conditions.bind(Number(number))}::integer`;
  if (isNumber && text.startsWith('#')) return isNumber;
  const like = conditions.bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const ways = [
    `t.contact_id in (select c.id from contact c where c.workspace_id = $1 and (c.name ilike ${like} or c.email ilike ${like}))`,
    `t.id in (select i.ticket_id from channel c
              join inbox i on i.workspace_id = $1 and i.channel_id = c.id and i.external_id = ${conditions.bind(text)}
              where c.workspace_id = $1)`,
  ];
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > 0)
    ways.push(
      `to_tsvector('simple', t.subject || ' ' || coalesce(t.external_id, '')) @@
       to_tsquery('simple', ${conditions.bind(words.map((word) => `'${word}':*`).join(' & '))})`,
    );
  if (isNumber) ways.push(isNumber);
  return `(${ways.join(' or ')})`;
}
