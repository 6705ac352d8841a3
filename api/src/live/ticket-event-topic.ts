import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { EVENTS } from '../runs/row-sets.ts';
import type { EventRow } from '../runs/rows.ts';
import { apiError } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { TicketEventObject } from '../tickets/ticket-event.object.ts';
import { LiveSource, type LogPart, type LogTopic, type Position } from './live-topic.ts';

@InputType({ description: 'Which events; those that fit all that is given.' })
export class TicketEventFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this ticket.' })
  ticketId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of tickets that were in this queue after the event.' })
  queueId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Of these types, for example assigned; at most 20.' })
  types?: string[] | null;
}

@ObjectType('TicketEventBatch', { description: 'Events in the order of the log.' })
export class TicketEventBatchObject {
  @Field(() => String, { description: 'Pass it as `after` when reconnecting.' })
  cursor!: string;

  @Field(() => [TicketEventObject], { description: 'Oldest first; may be empty.' })
  events!: readonly TicketEventObject[];
}

/** Entries read at once. */
const PART = 1_000;
/** What a joiner who has seen nothing is given. */
const NEWEST = 20;
/** How far back newest entries are looked for: a rare type must not cost a walk through the whole log. */
const LOOK_BACK = 20_000;
const CATCH_UP_LOOK_BACK = 200_000;

/**
 * What a subscription to the log watches.
 *
 * @param after the cursor of the last batch a subscriber got; null: none.
 * @throws BAD_USER_INPUT
 */
export function ticketEventSource(where: TicketEventFilterInput | null, after: string | null): LiveSource {
  const filter = filterOf(where);
  if (after !== null && !/^\d{1,18}$/.test(after))
    throw apiError('BAD_USER_INPUT', '`after` must be the `cursor` of a batch, as it was given.');
  return new LiveSource(`ticketEvents ${JSON.stringify(filter)}`, topicOf(filter), after);
}

interface Filter {
  readonly ticketId: string | null;
  readonly queueId: string | null;
  readonly types: readonly string[] | null;
}

function filterOf(where: TicketEventFilterInput | null): Filter {
  const { ticketId = null, queueId = null, types = null } = where ?? {};
  for (const [name, id] of Object.entries({ ticketId, queueId }))
    if (id !== null && !isId(id)) throw apiError('BAD_USER_INPUT', `\`where.${name}\` is no id.`);
  if (types !== null && (types.length > 20 || types.some((type) => !/^[A-Za-z]{1,40}$/.test(type))))
    throw apiError('BAD_USER_INPUT', '`where.types` must be at most 20 types of events, for example assigned.');
  return { ticketId, queueId, types: types === null ? null : [...new Set(types)].sort() };
}

function topicOf(filter: Filter): LogTopic<TicketEventBatchObject> {
  return {
    kind: 'log',
    intervalMs: 100,
    refreshMs: 5_000,
    concerns: ({ about, ids }) =>
      about === 'tickets' && (filter.ticketId === null || ids === undefined || ids.includes(filter.ticketId)),
    end: (app, { workspaceId }) => app.database.inWorkspace(workspaceId, (em) => endOfLog(em, workspaceId)),
    read: (app, { workspaceId }, { after, upTo, isCatchUp }) =>
      app.database.inWorkspace(workspaceId, async (em) => {
        const end = upTo ?? (await endOfLog(em, workspaceId));
        return isCatchUp
          ? readNewest(em, workspaceId, filter, after, end)
          : readOn(em, workspaceId, filter, after, end);
      }),
  };
}

/** Everything up to here is committed: sequences are given out under the counter's lock. */
async function endOfLog(em: EntityManager, workspaceId: string): Promise<Position> {
  const [row] = await runStatement<{ last_event_sequence: string }>(
    em,
    'select last_event_sequence from workspace_counter where workspace_id = $1',
    [workspaceId],
  );
  return row?.last_event_sequence ?? '0';
}

async function readOn(
  em: EntityManager,
  workspaceId: string,
  filter: Filter,
  after: Position | null,
  end: Position,
): Promise<LogPart<TicketEventBatchObject>> {
  const events = await select(em, workspaceId, filter, { after: after ?? end, upTo: end, order: 'asc', limit: PART });
  const isComplete = events.length < PART;
  const position = isComplete ? end : (events.at(-1)?.sequence ?? end);
  return { root: { cursor: position, events }, count: events.length, position, isComplete };
}

async function readNewest(
  em: EntityManager,
  workspaceId: string,
  filter: Filter,
  after: Position | null,
  end: Position,
): Promise<LogPart<TicketEventBatchObject>> {
  const lookBack = after === null ? LOOK_BACK : CATCH_UP_LOOK_BACK;
  const earliest = filter.ticketId === null ? BigInt(end) - BigInt(lookBack) : 0n;
  const from = after === null || BigInt(after) < earliest ? earliest : BigInt(after);
  const limit = after === null ? NEWEST : PART;
  const events = await select(em, workspaceId, filter, { after: String(from), upTo: end, order: 'desc', limit });
  events.reverse();
  return { root: { cursor: end, events }, count: events.length, position: end, isComplete: true };
}

async function select(
  em: EntityManager,
  workspaceId: string,
  { ticketId, queueId, types }: Filter,
  range: { after: Position; upTo: Position; order: 'asc' | 'desc'; limit: number },
): Promise<TicketEventObject[]> {
  const parameters: unknown[] = [workspaceId, range.after, range.upTo];
  const also = (value: unknown, sql: (n: number) => string) => {
    if (value === null) return '';
    parameters.push(value);
    return ` and ${sql(parameters.length)}`;
  };
  const filters =
    also(ticketId, (n) => `e.ticket_id = $${n}::uuid`) +
    also(queueId, (n) => `e.queue_id = $${n}::uuid`) +
    also(types, (n) => `e.type = any($${n}::text[])`);
  const rows = await runStatement<{ row: unknown }>(
    em,
    `select ${EVENTS.json('e')} as row from ticket_event e
     where e.workspace_id = $1 and e.sequence > $2::bigint and e.sequence <= $3::bigint${filters}
     order by e.sequence ${range.order} limit ${range.limit}`,
    parameters,
  );
  return rows.map(({ row }) => eventToObject(EVENTS.read(row)));
}

function eventToObject({ sequence, ...event }: EventRow): TicketEventObject {
  return { ...event, sequence: String(sequence) };
}
