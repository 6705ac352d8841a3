import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import type { Notice } from '../live/notices.ts';
import {
  cookieOf,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestWorkspace,
} from '../server/test-server.test-support.ts';

const CREATE = `mutation ($input: CreateAgentInput!) {
  createAgent(input: $input) {
    agent { id name presence capacity load openTickets languages skills { level skill { name } } teams { name agentCount } }
    userErrors { code path message }
  }
}`;
const UPDATE = CREATE.replaceAll('createAgent', 'updateAgent').replace('CreateAgentInput', 'UpdateAgentInput');
const PRESENCE = `mutation ($input: SetPresenceInput!) {
  setPresence(input: $input) { agent { id presence } userErrors { code path } }
}`;

interface Payload {
  readonly agent: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

describeOnBothEngines('setting up agents', (engine) => {
  let server: TestServer;
  let workspace: TestWorkspace;
  let manager: Record<string, string>;
  let skillId: string;
  let teamId: string;

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    workspace = await server.addWorkspace('first');
    manager = { authorization: `Bearer ${workspace.tokens.manager}` };
    const made = await server.ask(
      'mutation { createSkill(input: { name: "Billing" }) { skill { id } } createTeam(input: { name: "Care" }) { team { id } } }',
      {},
      manager,
    );
    const data = made.data as { createSkill: { skill: { id: string } }; createTeam: { team: { id: string } } };
    skillId = data.createSkill.skill.id;
    teamId = data.createTeam.team.id;
  });
  afterAll(() => server.close());

  const create = (input: object) => server.get<Payload>('createAgent', CREATE, { input }, manager);
  const update = (input: object) => server.get<Payload>('updateAgent', UPDATE, { input }, manager);

  it('adds an agent with skills, teams, languages and capacity', async () => {
    const input = {
      name: 'Agent A',
      capacity: 4,
      languages: ['id', 'en'],
      skills: [{ skillId, level: 3 }],
      teamIds: [teamId],
    };
    expect(await create(input)).toEqual({
      agent: {
        id: expect.any(String),
        name: 'Agent A',
        presence: 'OFFLINE',
        capacity: 4,
        load: 0,
        openTickets: 0,
        languages: ['id', 'en'],
        skills: [{ level: 3, skill: { name: 'Billing' } }],
        teams: [{ name: 'Care', agentCount: 1 }],
      },
      userErrors: [],
    });
  });

  it('replaces what is given and keeps the rest', async () => {
    const { agent } = await create({
      name: 'Agent B',
      capacity: 4,
      skills: [{ skillId, level: 3 }],
      teamIds: [teamId],
    });
    const changed = await update({ id: agent?.id, skills: [{ skillId, level: 5 }], teamIds: [] });
    expect(changed.agent).toMatchObject({
      name: 'Agent B',
      capacity: 4,
      skills: [{ level: 5, skill: { name: 'Billing' } }],
      teams: [],
    });
  });

  it('tells all that is wrong at once, each at its place', async () => {
    const input = {
      name: ' ',
      capacity: -1,
      languages: ['en', 'no language'],
      skills: [{ skillId: newId(), level: 9 }],
    };
    const { agent, userErrors } = await create(input);
    expect(agent).toBeNull();
    expect(userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['REQUIRED', 'input.name'],
      ['OUT_OF_RANGE', 'input.capacity'],
      ['INVALID', 'input.languages.1'],
      ['OUT_OF_RANGE', 'input.skills.0.level'],
    ]);
  });

  it('refuses a name that is taken and a skill that is not there, and stores nothing', async () => {
    expect((await create({ name: 'Agent A' })).userErrors).toMatchObject([{ code: 'TAKEN', path: ['input', 'name'] }]);
    const refused = await create({ name: 'Agent C', skills: [{ skillId: newId(), level: 1 }] });
    expect(refused.userErrors).toMatchObject([{ code: 'UNKNOWN_REFERENCE', path: ['input', 'skills'] }]);
    const { totalCount } = await server.get<{ totalCount: number }>(
      'agents',
      '{ agents(search: "agent c") { totalCount } }',
      {},
      manager,
    );
    expect(totalCount).toBe(0);
  });

  it('lets agents set their own presence, managers that of anybody, and tells those who watch', async () => {
    const notices: Notice[] = [];
    const unsubscribe = server.app.notices.subscribe((notice) => notices.push(notice));
    const own = (await create({ name: 'Agent D' })).agent?.id ?? '';
    const foreign = (await create({ name: 'Agent E' })).agent?.id ?? '';
    const admin = { authorization: `Bearer ${workspace.tokens.admin}` };
    const email = 'works@first.example';
    const user = { email, name: 'Agent D', password: TEST_PASSWORD, role: 'AGENT', agentId: own };
    await server.ask(
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { userErrors { code } } }',
      { input: user },
      admin,
    );
    const signedIn = await server.ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { agent { name } } } } }',
      { input: { email, password: TEST_PASSWORD } },
    );
    expect(signedIn.data).toEqual({ signIn: { viewer: { user: { agent: { name: 'Agent D' } } } } });
    const headers = { cookie: cookieOf(signedIn.cookie) };
    notices.length = 0;
    const set = (input: object, as: Record<string, string>) => server.ask(PRESENCE, { input }, as);
    expect((await set({ presence: 'ONLINE' }, headers)).data?.setPresence).toEqual({
      agent: { id: own, presence: 'ONLINE' },
      userErrors: [],
    });
    expect(notices).toContainEqual({ workspaceId: workspace.id, about: 'agents', ids: [own] });
    expect((await set({ agentId: foreign, presence: 'ONLINE' }, headers)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await set({ agentId: foreign, presence: 'AWAY' }, manager)).data?.setPresence).toMatchObject({
      agent: { presence: 'AWAY' },
    });
    expect((await set({ presence: 'ONLINE' }, manager)).data?.setPresence).toMatchObject({
      userErrors: [{ code: 'REQUIRED' }],
    });
    unsubscribe();
  });

  it('reads pages both ways without gap or double', async () => {
    const names = (await pageThrough('first', 'after')).join();
    expect(names).toBe([...(await pageThrough('last', 'before'))].reverse().join());
    expect(names.split(',').length).toBeGreaterThanOrEqual(4);
  });

  async function pageThrough(size: 'first' | 'last', cursor: 'after' | 'before'): Promise<string[]> {
    const names: string[] = [];
    for (let at: string | null = null, more = true; more; ) {
      const query = `query ($at: String) { agents(${size}: 2, ${cursor}: $at) {
        nodes { name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
      const page: {
        nodes: { name: string }[];
        pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
      } = await server.get('agents', query, { at }, manager);
      const forward = size === 'first';
      const found = page.nodes.map(({ name }) => name);
      names.push(...(forward ? found : found.reverse()));
      at = forward ? page.pageInfo.endCursor : page.pageInfo.startCursor;
      more = forward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
    }
    return names;
  }
});

describeOnBothEngines('reading a page of agents', (engine) => {
  let server: TestServer;
  let transactions = 0;
  /** What the counted request does, and nothing that timers or other requests do beside it. */
  const counted = new AsyncLocalStorage<boolean>();
  const mark = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    counted.enterWith(request.headers['x-counted'] === 'yes');
  };

  beforeAll(async () => {
    server = await startTestServer({
      ...engine.database,
      inWorkspace: <T>(id: string, work: Parameters<typeof engine.database.inWorkspace<T>>[1]) => {
        if (counted.getStore()) transactions++;
        return engine.database.inWorkspace(id, work);
      },
    });
    subscribe('http.server.request.start', mark);
  });
  afterAll(async () => {
    unsubscribe('http.server.request.start', mark);
    await server.close();
  });

  it('takes as many transactions for fifty agents as for one', async () => {
    const { id, tokens } = await server.addWorkspace('counted');
    const headers = { authorization: `Bearer ${tokens.manager}` };
    const query = '{ agents { nodes { load openTickets skills { level } teams { agentCount } } } }';
    const list = async () => {
      // Who asks is believed for a moment: it must not pass between the two.
      const { clock } = server.app;
      const still = vi.spyOn(clock, 'nowMs').mockReturnValue(clock.nowMs());
      await server.ask('{ viewer { user { id } } }', {}, headers);
      transactions = 0;
      await server.ask(query, {}, { ...headers, 'x-counted': 'yes' });
      still.mockRestore();
      return transactions;
    };
    const add = (count: number) =>
      engine.database.inWorkspace(id, (em) =>
        em.execute(
          `insert into agent (workspace_id, id, name)
           select ?, gen_random_uuid(), gen_random_uuid()::text from generate_series(1, ?)`,
          [id, count],
        ),
      );
    await add(1);
    const forOne = await list();
    expect(forOne).toBeGreaterThan(0);
    await add(49);
    expect(await list()).toBe(forOne);
  });
});
