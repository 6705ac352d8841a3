import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { WAITING_RUNS } from './row-sets.ts';
import type { WaitingRow } from './rows.ts';

/** What waits of runs, by the id of the run that began. */
export const waitOfRun: LoaderDefinition<string, WaitingRow> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ row: unknown }>(
      em,
      `select ${WAITING_RUNS.json('w')} as row from waiting_run w
       where w.workspace_id = current_setting('alur.workspace_id')::uuid and w.run_id = any($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ row }) => WAITING_RUNS.read(row)).map((wait) => [wait.runId, wait]));
  },
};

/** The runs that are what runs did after they had waited, oldest first, by the id of the run that began. */
export const continuationsOfRun: LoaderDefinition<string, readonly string[]> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ began_as: string; ids: string[] }>(
      em,
      `select continues as began_as, json_agg(id order by at, id) as ids from run
       where workspace_id = current_setting('alur.workspace_id')::uuid and continues = any($1::uuid[])
       group by continues`,
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.began_as, row.ids]));
  },
};

/** A run that waits, and the version it waits in. */
export interface WaitingNow {
  readonly wait: WaitingRow;
  readonly flowName: string;
  readonly versionNumber: number;
}

/** The runs of some tickets that wait now, oldest first. */
export async function loadWaitingNow(
  em: EntityManager,
  workspaceId: string,
  ticketIds: readonly string[],
): Promise<WaitingNow[]> {
  const rows = await runStatement<{ row: unknown; name: string; number: number }>(
    em,
    `select ${WAITING_RUNS.json('w')} as row, f.name, v.number
     from waiting_run w
     join flow_version v on v.workspace_id = w.workspace_id and v.id = w.version_id
     join flow f on f.workspace_id = w.workspace_id and f.id = w.flow_id
     where w.workspace_id = $1 and w.ticket_id = any($2::uuid[]) order by w.run_id`,
    [workspaceId, [...ticketIds]],
  );
  return rows.map(({ row, name, number }) => ({
    wait: WAITING_RUNS.read(row),
    flowName: name,
    versionNumber: number,
  }));
}
