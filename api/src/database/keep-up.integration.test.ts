import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from './test-databases.test-support.ts';

describeOnBothEngines('upkeep', (engine) => {
  it('lets the planner know how large tables are, where nothing else would', async () => {
    const workspaceId = newId();
    await engine.database.inWorkspace(workspaceId, async (em) => {
      await em.execute(`insert into workspace (id, slug, name, time_zone) values (?, 'large', 'Large', 'UTC')`, [
        workspaceId,
      ]);
      await em.execute(
        `insert into team (workspace_id, id, name) select ?, gen_random_uuid(), 'Team ' || n from generate_series(1, 2000) n`,
        [workspaceId],
      );
    });
    await engine.database.keepUp();
    if (engine.kind === 'postgres') return;
    const known = await engine.database.inWorkspace(workspaceId, (em) =>
      em.execute(`select reltuples::int as rows from pg_class where relname = 'team'`),
    );
    expect(known).toEqual([{ rows: 2000 }]);
  });
});
