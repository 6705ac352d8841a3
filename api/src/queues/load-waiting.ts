import {
  type DeclineReason,
  declinedByAt,
  type Policy,
  type Priority,
  type Requirement,
  type WaitingTicket,
} from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { OFFERS } from '../runs/row-sets.ts';
import { offerOf } from '../runs/ticket-offers.ts';

/** A queue as far as giving its tickets away hangs on it. */
export interface WaitingQueue {
  readonly queueId: string;
  readonly queueName: string;
  readonly policy: Policy;
  /** How long an agent has to accept a ticket; null: it is assigned without asking. */
  readonly acceptWithinMs: number | null;
  /** After how long a ticket may be offered again to who let it time out; null: never. */
  readonly offerAgainAfterMs: number | null;
  readonly fairDrainMs: number;
}

/** Waiting tickets that are alike to the dispatcher but for their age and whom they prefer. */
export interface WaitingClass extends WaitingQueue {
  readonly requirement: Requirement;
  /** Stands for the requirement in the index. */
  readonly requirementKey: string;
  /** Units of capacity one of them costs. */
  readonly weight: number;
  readonly channelType: string;
  readonly priority: Priority;
  /** How soon one should be taken, in milliseconds from its entry. */
  readonly targetMs: number;
}

/** A waiting ticket and its queue. */
export interface Waiting {
  readonly ticket: WaitingTicket;
  readonly queue: WaitingQueue;
}

/** Tickets somebody has declined that are looked at in one round, oldest first. */
const APART_LIMIT = 500;

const TARGET = (entry: string) =>
  `(case ${entry}.priority when 'urgent' then q.target_urgent_ms when 'high' then q.target_high_ms
      when 'normal' then q.target_normal_ms else q.target_low_ms end)::float8`;

const QUEUE = `json_build_object('queueId', q.id, 'queueName', q.name, 'policy', q.policy,
  'acceptWithinMs', q.accept_within_ms, 'offerAgainAfterMs', q.offer_again_after_ms, 'fairDrainMs', q.fair_drain_ms)`;

/** The classes that wait, in the order of their queues' positions. Cost: an index probe per class, not per ticket. */
export async function loadWaitingClasses(em: EntityManager, workspaceId: string): Promise<WaitingClass[]> {
  const rows = await runStatement<{ queue: WaitingQueue; class: Omit<WaitingClass, keyof WaitingQueue> }>(
    em,
    `with recursive class as (
       (select queue_id, requirement_key, channel_type, weight, priority, requirement from queue_entry
        where workspace_id = $1 and apart is null
        order by queue_id, requirement_key, channel_type, weight, priority limit 1)
       union all
       select n.* from class c cross join lateral (
         select queue_id, requirement_key, channel_type, weight, priority, requirement from queue_entry e
         where e.workspace_id = $1 and e.apart is null
           and (e.queue_id, e.requirement_key, e.channel_type, e.weight, e.priority)
             > (c.queue_id, c.requirement_key, c.channel_type, c.weight, c.priority)
         order by queue_id, requirement_key, channel_type, weight, priority limit 1) n
     )
     select ${QUEUE} as queue,
            json_build_object('requirement', c.requirement, 'requirementKey', c.requirement_key, 'weight', c.weight,
              'channelType', c.channel_type, 'priority', c.priority, 'targetMs', ${TARGET('c')}) as class
     from class c join queue q on q.workspace_id = $1 and q.id = c.queue_id
     order by q.position, q.id`,
    [workspaceId],
  );
  return rows.map((row) => ({ ...row.queue, ...row.class }));
}

/** A class and how many of its tickets to read. */
export interface Wanted {
  readonly of: WaitingClass;
  readonly count: number;
}

const DUE_AT = `(select min(k.due_at) from ticket_clock k
  where k.workspace_id = $1 and k.ticket_id = e.ticket_id and k.is_running and k.due_at is not null)`;

/** Agents the ticket of entry `e` prefers, the first first; null where it prefers nobody. */
const PREFERRED = `case e.prefer
  when 'lastAgent' then (
    select json_agg(l.assignee_id) from (
      select o.assignee_id from ticket t
      join ticket o on o.workspace_id = $1 and o.contact_id = t.contact_id and o.id <> t.id and o.assignee_id is not null
      where t.workspace_id = $1 and t.id = e.ticket_id order by o.created_at desc, o.id desc limit 1) l)
  when 'accountOwner' then (
    select json_agg(c.account_owner_id) from ticket t join contact c on c.workspace_id = $1 and c.id = t.contact_id
    where t.workspace_id = $1 and t.id = e.ticket_id and c.account_owner_id is not null)
  when 'relatedTicket' then (
    select json_agg(r.assignee_id) from (
      select o.assignee_id from ticket t
      join ticket o on o.workspace_id = $1 and o.contact_id = t.contact_id and o.id <> t.id and o.assignee_id is not null
        and o.status in ('new', 'open', 'pending', 'on-hold')
      where t.workspace_id = $1 and t.id = e.ticket_id order by o.updated_at desc, o.id desc limit 5) r)
  end`;

const OWN = `'ticketId', e.ticket_id, 'queuedAtMs', (extract(epoch from e.queued_at) * 1000)::float8,
  'preferred', ${PREFERRED}`;

interface OwnParts {
  readonly ticketId: string;
  readonly queuedAtMs: number;
  readonly preferred: readonly string[] | null;
  readonly dueAtMs?: number | null;
}

/**
 * The tickets of each wanted class whose turn comes first: the oldest, in queues that go by due times those due first.
 * Cost: the tickets read; in queues that go by due times, those that wait.
 */
export async function loadFirst(
  em: EntityManager,
  workspaceId: string,
  wanted: readonly Wanted[],
): Promise<readonly (Waiting & { readonly queue: WaitingClass })[]> {
  if (wanted.length === 0) return [];
  const inClass = `e.workspace_id = $1 and e.apart is null and e.queue_id = w."queueId" and e.requirement_key = w.key
    and e.channel_type = w.channel and e.weight = w.weight and e.priority = w.priority`;
  const dueAt = `coalesce(d.at, e.queued_at + w."targetMs" * interval '1 millisecond')`;
  const rows = await runStatement<{ place: number; own: OwnParts }>(
    em,
    `select w.place, e.own
     from json_to_recordset($2::json) as w(place int, "queueId" uuid, key text, channel text, weight int, priority text,
       "targetMs" float8, "isByDue" boolean, count int)
     cross join lateral (
       (select json_build_object(${OWN}) as own from queue_entry e
        where not w."isByDue" and ${inClass} order by e.queued_at limit w.count)
       union all
       (select json_build_object(${OWN}, 'dueAtMs', (extract(epoch from ${dueAt}) * 1000)::float8) as own
        from queue_entry e cross join lateral (select ${DUE_AT} as at) d
        where w."isByDue" and ${inClass} order by ${dueAt}, e.queued_at limit w.count)) e`,
    [
      workspaceId,
      JSON.stringify(
        wanted.map(({ of, count }, place) => ({
          place,
          count,
          queueId: of.queueId,
          key: of.requirementKey,
          channel: of.channelType,
          weight: of.weight,
          priority: of.priority,
          targetMs: of.targetMs,
          isByDue: of.policy === 'dueFirst',
        })),
      ),
    ],
  );
  return rows.flatMap(({ place, own }) => {
    const of = wanted[place]?.of;
    if (!of) return [];
    const { priority, targetMs, requirement, weight, channelType } = of;
    return [{ queue: of, ticket: waitingTicket(own, { priority, targetMs, requirement, weight, channelType }) }];
  });
}

type Alike = Pick<WaitingTicket, 'priority' | 'targetMs' | 'requirement' | 'weight'> & { readonly channelType: string };

function waitingTicket({ ticketId, queuedAtMs, preferred, dueAtMs }: OwnParts, alike: Alike): WaitingTicket {
  return {
    ...alike,
    ticketId,
    queuedAtMs,
    ...(dueAtMs != null && { dueAtMs }),
    ...(preferred && { preferredAgentIds: preferred }),
  };
}

/** The waiting tickets that somebody has declined and nobody is offered now, each with who must not get it. */
export function loadApart(em: EntityManager, workspaceId: string, nowMs: number): Promise<readonly Waiting[]> {
  return loadWaiting(em, workspaceId, `e.apart = 'declined' order by e.queued_at limit ${APART_LIMIT}`, [], nowMs);
}

/** Those of the tickets that wait, offered or not, as the dispatcher sees them. */
export function loadWaitingTickets(
  em: EntityManager,
  workspaceId: string,
  ticketIds: readonly string[],
  nowMs: number,
): Promise<readonly Waiting[]> {
  return loadWaiting(em, workspaceId, 'e.ticket_id = any($2::uuid[])', [[...ticketIds]], nowMs);
}

async function loadWaiting(
  em: EntityManager,
  workspaceId: string,
  where: string,
  parameters: readonly unknown[],
  nowMs: number,
): Promise<readonly Waiting[]> {
  const rows = await runStatement<{ queue: WaitingQueue; own: OwnParts; alike: Alike; offers: unknown[] | null }>(
    em,
    `select ${QUEUE} as queue,
            json_build_object(${OWN}, 'dueAtMs', (extract(epoch from ${DUE_AT}) * 1000)::float8) as own,
            json_build_object('priority', e.priority, 'requirement', e.requirement, 'weight', e.weight,
              'channelType', e.channel_type, 'targetMs', ${TARGET('e')}) as alike,
            (select json_agg(${OFFERS.json('o')} order by o.offered_at, o.id) from offer o
             where o.workspace_id = $1 and o.ticket_id = e.ticket_id) as offers
     from queue_entry e join queue q on q.workspace_id = $1 and q.id = e.queue_id
     where e.workspace_id = $1 and ${where}`,
    [workspaceId, ...parameters],
  );
  const reasons = rows.some(({ offers }) => offers !== null) ? await loadReasons(em, workspaceId) : [];
  return rows.map(({ queue, own, alike, offers }) => {
    const made = (offers ?? []).map((offer) => offerOf(OFFERS.read(offer)));
    const declinedBy = declinedByAt(made, reasons, queue.offerAgainAfterMs, nowMs);
    return { queue, ticket: { ...waitingTicket(own, alike), ...(declinedBy.length > 0 && { declinedBy }) } };
  });
}

async function loadReasons(em: EntityManager, workspaceId: string): Promise<readonly DeclineReason[]> {
  return runStatement<DeclineReason>(
    em,
    'select id, offer_again_after_ms::float8 as "offerAgainAfterMs" from decline_reason where workspace_id = $1',
    [workspaceId],
  );
}
