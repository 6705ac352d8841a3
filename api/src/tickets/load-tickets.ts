import type { CustomField, Firing } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { CONTACTS, ENTRIES, OFFERS, TICKETS, TIMERS, WAITING_RUNS } from '../runs/row-sets.ts';
import type { TicketAsFound } from '../runs/ticket-in-hand.ts';
import { firingKey } from '../runs/ticket-memory.ts';
import type { LoggedEvent } from '../sla/ticket-log.ts';
import type { CustomFields, MessageInHand } from './ticket-facts.ts';

/** Stored tickets with all that their facts are made from. */
export interface LoadedTickets {
  /** In no particular order; ids there is no ticket of are left out. */
  readonly tickets: readonly TicketAsFound[];
  readonly customFields: CustomFields;
  readonly contactAttributes: CustomFields;
  readonly fallbackQueueId: string | null;
}

interface Row {
  readonly tickets:
    | {
        ticket: unknown;
        contact: unknown;
        channel: TicketAsFound['channel'];
        entry: unknown;
        offers: unknown[] | null;
        message: MessageInHand | null;
        openTickets: number;
        waiting: unknown[] | null;
        firings: (Firing & { flowId: string; triggerNodeId: string })[] | null;
        sent: { recipient: string; atMs: number }[] | null;
        timers: unknown[] | null;
        log: (Omit<LoggedEvent, 'at'> & { at: string })[] | null;
      }[]
    | null;
  readonly custom_fields: { key: string; type: CustomField['type'] }[] | null;
  readonly contact_attributes: { key: string; type: CustomField['type'] }[] | null;
  readonly fallback_queue_id: string | null;
}

const LOAD = `
  select
    (select json_agg(json_build_object(
       'ticket', ${TICKETS.json('t')},
       'contact', ${CONTACTS.json('c')},
       'channel', json_build_object('type', ch.type, 'weight', ch.weight),
       'entry', case when e.ticket_id is null then null else ${ENTRIES.json('e')} end,
       'offers', (select json_agg(${OFFERS.json('o')} order by o.offered_at, o.id) from offer o
                  where o.workspace_id = $1 and o.ticket_id = t.id),
       'message', (select json_build_object('text', m.text, 'author', m.author, 'isFirst',
                     not exists (select from message f where f.workspace_id = $1 and f.ticket_id = t.id
                                   and f.visibility = 'public' and (f.created_at, f.id) < (m.created_at, m.id)))
                   from message m where m.workspace_id = $1 and m.ticket_id = t.id and m.visibility = 'public'
                   order by m.created_at desc, m.id desc limit 1),
       'openTickets', (select count(*) from ticket o where o.workspace_id = $1 and o.contact_id = t.contact_id
                         and o.status in ('new', 'open', 'pending', 'on-hold')),
       'waiting', (select json_agg(${WAITING_RUNS.json('w')} order by w.run_id) from waiting_run w
                   where w.workspace_id = $1 and w.ticket_id = t.id),
       'firings', (select json_agg(json_build_object('flowId', f.flow_id, 'triggerNodeId', f.trigger_node_id,
                                                     'count', f.count, 'episode', f.episode))
                   from trigger_firing f where f.workspace_id = $1 and f.ticket_id = t.id),
       'sent', (select json_agg(json_build_object('recipient', s.recipient,
                                                  'atMs', (extract(epoch from s.at) * 1000)::float8) order by s.at, s.id)
                from sent_message s where s.workspace_id = $1 and s.ticket_id = t.id
                  and s.at > $3::timestamptz - interval '1 hour'),
       'timers', (select json_agg(${TIMERS.json('d')}) from ticket_timer d
                  where d.workspace_id = $1 and d.ticket_id = t.id),
       'log', case when $4 then (
                select json_agg(json_build_object('type', l.type, 'actorKind', l.actor_kind, 'data', l.data, 'at', l.at)
                                order by l.sequence)
                from ticket_event l where l.workspace_id = $1 and l.ticket_id = t.id) end))
     from ticket t
     join contact c on c.workspace_id = $1 and c.id = t.contact_id
     join channel ch on ch.workspace_id = $1 and ch.id = t.channel_id
     left join queue_entry e on e.workspace_id = $1 and e.ticket_id = t.id
     where t.workspace_id = $1 and t.id = any($2::uuid[])) as tickets,
    (select json_agg(json_build_object('key', key, 'type', type) order by key)
     from custom_field where workspace_id = $1) as custom_fields,
    (select json_agg(json_build_object('key', key, 'type', type) order by key)
     from contact_attribute where workspace_id = $1) as contact_attributes,
    (select id from queue where workspace_id = $1 and is_fallback) as fallback_queue_id`;

/** Loads stored tickets, in one statement whatever their number; with their event logs only where clocks are read. */
export async function loadTickets(
  em: EntityManager,
  workspaceId: string,
  ids: readonly string[],
  now: Date,
  withLog: boolean,
): Promise<LoadedTickets> {
  const [row] = await runStatement<Row>(em, LOAD, [workspaceId, [...ids], now, withLog]);
  if (!row) throw new Error('A select without from gave no row.');
  return {
    tickets: (row.tickets ?? []).map(
      ({ ticket, contact, entry, offers, waiting, firings, sent, timers, log, ...rest }) => ({
        ...rest,
        ticket: TICKETS.read(ticket),
        contact: CONTACTS.read(contact),
        entry: entry === null ? null : ENTRIES.read(entry),
        offers: (offers ?? []).map((offer) => OFFERS.read(offer)),
        memory: {
          waiting: (waiting ?? []).map((run) => WAITING_RUNS.read(run)),
          firings: Object.fromEntries(
            (firings ?? []).map(({ flowId, triggerNodeId, ...firing }) => [firingKey(flowId, triggerNodeId), firing]),
          ),
          sent: sent ?? [],
          timers: (timers ?? []).map((timer) => TIMERS.read(timer)),
        },
        log: (log ?? []).map((event) => ({ ...event, at: new Date(event.at) })),
        isStored: true,
      }),
    ),
    customFields: new Map((row.custom_fields ?? []).map(({ key, type }) => [key, { type }])),
    contactAttributes: new Map((row.contact_attributes ?? []).map(({ key, type }) => [key, { type }])),
    fallbackQueueId: row.fallback_queue_id,
  };
}
