import type { CustomField } from '@alur/engine';
import type { KnownContact } from '../contacts/contact-book.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { CONTACTS } from '../runs/row-sets.ts';
import type { Intake } from './intake.ts';
import type { CustomFields } from './ticket-facts.ts';

export interface Channel {
  readonly id: string;
  readonly type: string;
  /** Units of capacity one of its tickets costs. */
  readonly weight: number;
}

/** What a batch of intakes meets in the database. */
export interface Surroundings {
  readonly contacts: readonly KnownContact[];
  /** Tickets made earlier by the same deliveries, by `inboxKey`. */
  readonly delivered: ReadonlyMap<string, { readonly ticketId: string; readonly ticketNumber: number }>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Where tickets go that name no channel; null if the workspace has none for the API. */
  readonly apiChannelId: string | null;
  readonly customFields: CustomFields;
  readonly contactAttributes: CustomFields;
  readonly fallbackQueueId: string | null;
}

/** What makes two deliveries the same one. */
export function inboxKey(channelId: string, externalId: string): string {
  return `${channelId} ${externalId}`;
}

interface Row {
  readonly delivered: { channelId: string; externalId: string; ticketId: string; ticketNumber: number }[] | null;
  readonly contacts: { contact: unknown; openTickets: number }[] | null;
  readonly channels: Channel[] | null;
  readonly custom_fields: { key: string; type: CustomField['type'] }[] | null;
  readonly contact_attributes: { key: string; type: CustomField['type'] }[] | null;
  readonly api_channel_id: string | null;
  readonly fallback_queue_id: string | null;
}

const API_CHANNEL = `(select id from channel where workspace_id = $1 and type = 'api' order by name, id limit 1)`;

const LOAD = `
  select
    (select json_agg(json_build_object('channelId', i.channel_id, 'externalId', i.external_id,
                                       'ticketId', i.ticket_id, 'ticketNumber', t.number))
     from json_to_recordset($2::json) as k("channelId" uuid, "externalId" text)
     join inbox i on i.workspace_id = $1 and i.channel_id = coalesce(k."channelId", ${API_CHANNEL}) and i.external_id = k."externalId"
     join ticket t on t.workspace_id = $1 and t.id = i.ticket_id) as delivered,
    (select json_agg(json_build_object('contact', ${CONTACTS.json('c')},
                                       'openTickets', (select count(*) from ticket t
                                                       where t.workspace_id = $1 and t.contact_id = c.id
                                                         and t.status in ('new', 'open', 'pending', 'on-hold'))))
     from (select * from contact where workspace_id = $1 and external_id = any($3::text[])
           union
           select * from contact where workspace_id = $1 and lower(email) = any($4::text[])) c) as contacts,
    (select json_agg(json_build_object('id', id, 'type', type, 'weight', weight))
     from channel where workspace_id = $1) as channels,
    (select json_agg(json_build_object('key', key, 'type', type) order by key)
     from custom_field where workspace_id = $1) as custom_fields,
    (select json_agg(json_build_object('key', key, 'type', type) order by key)
     from contact_attribute where workspace_id = $1) as contact_attributes,
    ${API_CHANNEL} as api_channel_id,
    (select id from queue where workspace_id = $1 and is_fallback) as fallback_queue_id`;

/** Loads what a batch of intakes meets, in one statement whatever its size. */
export async function loadSurroundings(
  em: EntityManager,
  workspaceId: string,
  intakes: readonly Intake[],
): Promise<Surroundings> {
  const keys = intakes.flatMap(({ channelId, externalId }) => (externalId === null ? [] : [{ channelId, externalId }]));
  const externalIds = new Set(intakes.flatMap(({ contact }) => contact?.externalId ?? []));
  const emails = new Set(intakes.flatMap(({ contact }) => contact?.email?.toLowerCase() ?? []));
  const [row] = await runStatement<Row>(em, LOAD, [workspaceId, JSON.stringify(keys), [...externalIds], [...emails]]);
  if (!row) throw new Error('A select without from gave no row.');
  return {
    delivered: new Map((row.delivered ?? []).map((entry) => [inboxKey(entry.channelId, entry.externalId), entry])),
    contacts: (row.contacts ?? []).map(({ contact, openTickets }) => ({
      contact: CONTACTS.read(contact),
      openTickets,
    })),
    channels: new Map((row.channels ?? []).map((channel) => [channel.id, channel])),
    customFields: new Map((row.custom_fields ?? []).map(({ key, type }) => [key, { type }])),
    contactAttributes: new Map((row.contact_attributes ?? []).map(({ key, type }) => [key, { type }])),
    apiChannelId: row.api_channel_id,
    fallbackQueueId: row.fallback_queue_id,
  };
}
