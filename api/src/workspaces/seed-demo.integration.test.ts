import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../app.ts';
import { loadConfig } from '../config/config.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { createLog } from '../server/log.ts';
import { writeOperatorToken } from '../server/operator-token.ts';
import { ensureDemo } from './seed-demo.ts';

describeOnBothEngines('the demo workspace', (engine) => {
  const directory = mkdtempSync(join(tmpdir(), 'alur-demo-'));
  let app: App;

  beforeAll(() => {
    const config = loadConfig({ ALUR_DATA_DIR: directory, ALUR_LOG_LEVEL: 'silent' }, '/');
    app = createApp({ config, log: createLog('silent'), database: { ...engine.database, close: async () => {} } });
  });
  afterAll(async () => {
    await app.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('is made on an empty database, once', async () => {
    const first = await ensureDemo(app);
    expect(first.isDemo).toBe(true);
    expect(await ensureDemo(app)).toEqual(first);
    const [counts] = await app.database.inWorkspace(first.workspaceId, (em) =>
      em.execute(
        `select (select count(*)::int from user_account) as users, (select count(*)::int from agent where presence = 'online') > 100 as has_agents,
                (select count(*)::int from queue where is_fallback) as fallbacks, (select count(*)::int from flow where live_version_id is not null) as live_flows`,
      ),
    );
    expect(counts).toEqual({ users: 4, has_agents: true, fallbacks: 1, live_flows: 1 });
  });

  it('routes an incident to the group of its category, and an agent with the skill gets it', async () => {
    const { workspaceId } = await ensureDemo(app);
    const [channel] = await app.database.inWorkspace(workspaceId, (em) =>
      em.execute<{ id: string }[]>(`select id from channel where type = 'phone'`),
    );
    const { ticketId } = await app.acceptor.accept(workspaceId, {
      channelId: channel?.id ?? '',
      externalId: 'incident-1',
      contact: null,
      subject: 'Category 26',
      message: null,
      category: 'Category 26',
      customFields: { impact: '2 - Medium' },
      isAutomated: false,
      actor: { kind: 'api', id: null, name: null },
    });
    const look = () =>
      app.database.inWorkspace(workspaceId, (em) =>
        em.execute<{ queue: string; skilled: boolean | null }[]>(
          `select q.name as queue, exists (
             select from agent_skill s join skill k on k.id = s.skill_id
             where s.agent_id = t.assignee_id and k.name = q.name) as skilled
           from ticket t join queue q on q.id = t.queue_id where t.id = ?`,
          [ticketId],
        ),
      );
    await expect
      .poll(look, { timeout: 5_000 })
      .toEqual([{ queue: expect.stringMatching(/^Group \d+$/), skilled: true }]);
  });

  it('leaves a token for the tools that only this user can read, and keeps it while it works', async () => {
    const { workspaceId } = await ensureDemo(app);
    const path = join(directory, 'operator-token');
    await writeOperatorToken(app, workspaceId);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const token = readFileSync(path, 'utf8');
    await writeOperatorToken(app, workspaceId);
    expect(readFileSync(path, 'utf8')).toBe(token);
    const actor = await app.authenticator.authenticate({ authorization: `Bearer ${token.trim()}`, isSecure: true });
    expect(actor).toMatchObject({ workspaceId, role: 'admin' });
  });
});
