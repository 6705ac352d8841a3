import type { CustomField, FlowReference, Reference, References } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

interface Row {
  readonly queues: Reference[] | null;
  readonly teams: Reference[] | null;
  readonly agents: Reference[] | null;
  readonly skills: Reference[] | null;
  readonly channels: (Reference & { type: string })[] | null;
  readonly custom_fields: CustomField[] | null;
  readonly contact_attributes: CustomField[] | null;
  readonly calendars: Reference[] | null;
  readonly credentials: Reference[] | null;
  readonly sla_policies: Reference[] | null;
  readonly flows: FlowReference[] | null;
  readonly categories: string[] | null;
  readonly tags: string[] | null;
}

const NAMED = (table: string) =>
  `(select json_agg(json_build_object('id', id, 'name', name) order by name) from ${table} where workspace_id = $1)`;

const KEYED = (table: string) =>
  `(select json_agg(json_build_object('key', key, 'label', label, 'type', type, 'options', options) order by key)
    from ${table} where workspace_id = $1)`;

/**
 * Everything of a workspace that flows may refer to, each list by name, in one statement. Categories and tags are those
 * of the newest 2,000 tickets, at most 200 of each: they are offered, never required.
 */
export async function loadReferences(em: EntityManager, workspaceId: string): Promise<References> {
  const [row] = await runStatement<Row>(
    em,
    `with recent as (select category, tags from ticket where workspace_id = $1 order by created_at desc, id desc limit 2000)
     select ${NAMED('queue')} as queues, ${NAMED('team')} as teams, ${NAMED('agent')} as agents,
            ${NAMED('skill')} as skills,
            (select json_agg(json_build_object('id', id, 'name', name, 'type', type) order by name)
             from channel where workspace_id = $1) as channels,
            ${KEYED('custom_field')} as custom_fields, ${KEYED('contact_attribute')} as contact_attributes,
            ${NAMED('calendar')} as calendars, ${NAMED('credential')} as credentials, ${NAMED('sla_policy')} as sla_policies,
            (select json_agg(json_build_object('id', id, 'name', name, 'isLive', live_version_id is not null) order by name, id)
             from flow where workspace_id = $1 and deleted_at is null) as flows,
            (select json_agg(category order by category)
             from (select distinct category from recent where category is not null order by category limit 200) c) as categories,
            (select json_agg(tag order by tag)
             from (select distinct unnest(tags) as tag from recent order by tag limit 200) t) as tags`,
    [workspaceId],
  );
  return {
    queues: row?.queues ?? [],
    teams: row?.teams ?? [],
    agents: row?.agents ?? [],
    skills: row?.skills ?? [],
    channels: row?.channels ?? [],
    customFields: row?.custom_fields ?? [],
    contactAttributes: row?.contact_attributes ?? [],
    calendars: row?.calendars ?? [],
    credentials: row?.credentials ?? [],
    slaPolicies: row?.sla_policies ?? [],
    flows: row?.flows ?? [],
    categories: row?.categories ?? [],
    tags: row?.tags ?? [],
  };
}
