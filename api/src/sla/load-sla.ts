import { type Calendar, type Condition, compileSla, type Sla, type SlaTarget } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

interface Row {
  readonly time_zone: string;
  readonly policies:
    | { id: string; name: string; position: number; condition: Condition | null; targets: readonly SlaTarget[] }[]
    | null;
  readonly calendars: { id: string; document: Calendar; isDefault: boolean }[] | null;
}

/** A workspace's SLA policies, ready to read clocks by; null where it has none. One statement. */
export async function loadSla(em: EntityManager, workspaceId: string): Promise<Sla | null> {
  const row = await loadRow(em, workspaceId);
  return row?.policies ? slaOf(row) : null;
}

/** The same, also for a workspace without policies: its clocks run, held to nothing. */
export async function loadClockReader(em: EntityManager, workspaceId: string): Promise<Sla> {
  const row = await loadRow(em, workspaceId);
  if (!row) throw new Error(`There is no workspace ${workspaceId}.`);
  return slaOf(row);
}

async function loadRow(em: EntityManager, workspaceId: string): Promise<Row | undefined> {
  const [row] = await runStatement<Row>(
    em,
    `select time_zone,
       (select json_agg(json_build_object('id', id, 'name', name, 'position', position, 'condition', condition,
                                          'targets', targets)) from sla_policy where workspace_id = $1) as policies,
       (select json_agg(json_build_object('id', id, 'document', document, 'isDefault', is_default))
        from calendar where workspace_id = $1) as calendars
     from workspace where id = $1`,
    [workspaceId],
  );
  return row;
}

function slaOf({ policies, calendars: all, time_zone }: Row): Sla {
  const calendars = all ?? [];
  return compileSla({
    policies: policies ?? [],
    calendars: Object.fromEntries(calendars.map(({ id, document }) => [id, document])),
    defaultCalendarId: calendars.find(({ isDefault }) => isDefault)?.id ?? null,
    timeZone: time_zone,
  });
}
