import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from './test-databases.test-support.ts';

describeOnBothEngines('row-level security', (engine) => {
  const own = newId();
  const other = newId();

  const makeTeam = (workspaceId: string, name: string) =>
    engine.database.inWorkspace(workspaceId, async (em) => {
      await em.execute(`insert into workspace (id, slug, name, time_zone) values (?, ?, ?, 'UTC')`, [
        workspaceId,
        workspaceId,
        name,
      ]);
      await em.execute('insert into team (workspace_id, id, name) values (?, ?, ?)', [workspaceId, newId(), name]);
    });

  it('shows and changes only rows of the chosen workspace, also by SQL that asks for all', async () => {
    await makeTeam(own, 'Own');
    await makeTeam(other, 'Other');
    const seen = await engine.database.inWorkspace(own, async (em) => ({
      teams: await em.execute<{ name: string }[]>('select name from team'),
      workspaces: await em.execute('select id from workspace'),
      changed: await em.execute(`update team set name = name || '!' returning name`),
      removed: await em.execute('delete from team where workspace_id = ? returning id', [other]),
    }));
    expect(seen.teams).toEqual([{ name: 'Own' }]);
    expect(seen.workspaces).toEqual([{ id: own }]);
    expect(seen.changed).toEqual([{ name: 'Own!' }]);
    expect(seen.removed).toEqual([]);
  });

  it('refuses to write rows of another workspace', async () => {
    await expect(
      engine.database.inWorkspace(own, (em) =>
        em.execute('insert into team (workspace_id, id, name) values (?, ?, ?)', [other, newId(), 'Smuggled']),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('has a policy, forced on owners too, on every table that holds a workspace', async () => {
    const unprotected = await engine.database.inDirectory((em) =>
      em.execute(
        `select c.relname from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
           and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select from pg_policy p where p.polrelid = c.oid))`,
      ),
    );
    expect(unprotected).toEqual([]);
  });

  it('shows no rows of any workspace before one is chosen', async () => {
    const rows = await engine.database.inDirectory((em) => em.execute('select * from team'));
    expect(rows).toEqual([]);
  });
});
