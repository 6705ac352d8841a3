import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { INCIDENT_CUSTOM_FIELDS } from '../incidents/incident-to-intake.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { ReplayRunner } from './replay-runner.ts';
import { solveTicket } from './solve-ticket.ts';

describeOnBothEngines('The demo replay', (engine) => {
  let desk: Desk;
  const runners: ReplayRunner[] = [];
  const failures: unknown[] = [];
  beforeAll(async () => {
    desk = await openDesk(engine.database);
    for (const { key, label, type } of INCIDENT_CUSTOM_FIELDS)
      await desk.rows(
        `insert into custom_field (workspace_id, id, key, label, type) values (?, gen_random_uuid(), ?, ?, ?)
         on conflict do nothing`,
        [desk.workspaceId, key, label, type],
      );
  });
  afterAll(() => {
    for (const runner of runners) runner.close();
  });

  /** As after a restart of the process: nothing is known but what the database holds. */
  const newRunner = () => {
    const { database, notices, acceptor } = desk.app;
    const runner = new ReplayRunner({
      database,
      notices,
      acceptor,
      clock: { nowMs: () => Date.now() },
      solve: (workspaceId, ticketId) => solveTicket(desk.app, workspaceId, ticketId),
      onError: (error) => failures.push(error),
    });
    runners.push(runner);
    return runner;
  };
  const count = async (where: string) => {
    const [row] = await desk.rows<{ count: number }>(`select count(*)::int as count from ticket where ${where}`);
    return row?.count ?? 0;
  };
  const until = async (condition: () => Promise<boolean>) => {
    for (let turn = 0; turn < 400; turn++) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Waited 20 s in vain');
  };

  it('is for demo workspaces only', async () => {
    const runner = newRunner();
    expect(await runner.state(desk.workspaceId)).toBeNull();
    await expect(runner.start(desk.workspaceId, 10)).rejects.toMatchObject({
      userErrors: [{ code: 'NOT_POSSIBLE_NOW' }],
    });
    await desk.rows('update workspace set is_demo = true');
    await expect(newRunner().start(desk.workspaceId, 0)).rejects.toMatchObject({
      userErrors: [{ code: 'OUT_OF_RANGE' }],
    });
  });

  it('feeds the log in order, solves what the log solved, and stops when told', async () => {
    const runner = newRunner();
    await runner.start(desk.workspaceId, 40_000);
    await until(async () => ((await runner.state(desk.workspaceId))?.fed ?? 0) >= 60);
    await until(async () => (await count(`status = 'solved'`)) > 0);
    const stopped = await runner.stop(desk.workspaceId);
    expect(stopped).toMatchObject({ isRunning: false, total: 1_200, speed: 40_000 });
    const numbers = await desk.rows<{ external_id: string; opened: string }>(
      `select external_id, custom_fields ->> 'opened_at' as opened from ticket order by number`,
    );
    const opened = numbers.map((row) => row.opened);
    expect(opened).toEqual([...opened].sort());
    expect(numbers.every(({ external_id }) => external_id.startsWith('replay-1-INC'))).toBe(true);
    expect(failures).toEqual([]);
  });

  it('goes on where it was left, doubling nothing, and solves what was left open', async () => {
    const before = await count('true');
    const runner = newRunner();
    const started = await runner.start(desk.workspaceId, 40_000);
    expect(started?.fed).toBe(before);
    await until(async () => (await count('true')) > before + 20);
    await runner.stop(desk.workspaceId);
    const [doubled] = await desk.rows('select external_id from ticket group by 1 having count(*) > 1');
    expect(doubled).toBeUndefined();
  });

  it('begins another round under new ids once the log is at its end', async () => {
    const [channel] = await desk.rows<{ channel_id: string }>('select channel_id from inbox limit 1');
    const [ticket] = await desk.rows<{ id: string }>('select id from ticket limit 1');
    const { loadExtract } = await import('../incidents/incident-data.ts');
    const ids = loadExtract().map(({ number }) => `replay-1-${number}`);
    await desk.rows(
      `insert into inbox (workspace_id, channel_id, external_id, ticket_id)
       select ?, ?, id, ? from json_array_elements_text(?::json) id on conflict do nothing`,
      [desk.workspaceId, channel?.channel_id, ticket?.id, JSON.stringify(ids)],
    );
    const runner = newRunner();
    expect(await runner.start(desk.workspaceId, 40_000)).toMatchObject({ fed: 0, isRunning: true });
    await until(async () => (await count(`external_id like 'replay-2-%'`)) > 0);
    await runner.stop(desk.workspaceId);
    expect(failures).toEqual([]);
  });
});
