import { afterAll, beforeAll, expect, it } from 'vitest';
import WebSocket from 'ws';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import {
  cookieOf,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestWorkspace,
} from '../server/test-server.test-support.ts';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { viewer { user { name role } workspace { slug } } userErrors { code path } }
}`;
const VIEWER = '{ viewer { user { id name } workspace { slug } } }';

describeOnBothEngines('signing in', (engine) => {
  let server: TestServer;
  let first: TestWorkspace;

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    first = await server.addWorkspace('first');
  });
  afterAll(() => server.close());

  const signIn = (email: string, password = TEST_PASSWORD, headers: Record<string, string> = {}) =>
    server.ask(SIGN_IN, { input: { email, password, workspace: 'first' } }, headers);
  const userIn = async (cookie: string) => (await server.ask(VIEWER, {}, { cookie })).data?.viewer;
  const admin = () => ({ authorization: `Bearer ${first.tokens.admin}` });

  it('needs no workspace while there is one, whatever the case of the address', async () => {
    const answer = await server.ask(SIGN_IN, { input: { email: 'Manager@First.Example', password: TEST_PASSWORD } });
    expect(answer.data).toEqual({
      signIn: {
        viewer: { user: { name: 'Test manager', role: 'MANAGER' }, workspace: { slug: 'first' } },
        userErrors: [],
      },
    });
    expect(answer.cookie).toMatch(/^__Host-alur_session=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    expect(await userIn(cookieOf(answer.cookie))).toMatchObject({ user: { name: 'Test manager' } });
  });

  it('asks for the workspace where there are several', async () => {
    await server.addWorkspace('second');
    const answer = await server.ask(SIGN_IN, { input: { email: 'agent@first.example', password: TEST_PASSWORD } });
    expect(answer.data?.signIn).toEqual({
      viewer: null,
      userErrors: [{ code: 'WORKSPACE_NEEDED', path: ['input', 'workspace'] }],
    });
  });

  it('tells a wrong password, an unknown address and an unknown workspace alike', async () => {
    const answers = [
      await signIn('agent@first.example', 'not the password'),
      await signIn('nobody@first.example'),
      await server.ask(SIGN_IN, {
        input: { email: 'agent@first.example', password: TEST_PASSWORD, workspace: 'nowhere' },
      }),
      await server.ask(SIGN_IN, {
        input: { email: 'agent@first.example', password: TEST_PASSWORD, workspace: 'second' },
      }),
    ];
    for (const { data, cookie } of answers) {
      expect(data?.signIn).toEqual({ viewer: null, userErrors: [{ code: 'WRONG_CREDENTIALS', path: ['input'] }] });
      expect(cookie).toBeNull();
    }
  });

  it('keeps an address waiting after too many failures', async () => {
    for (let failure = 0; failure < 20; failure++) server.app.signInLimit.failed('127.0.0.1');
    const answer = await signIn('agent@first.example');
    expect(answer.errors[0]?.extensions.code).toBe('RATE_LIMITED');
    // Of another server, whose counts begin anew.
    await server.close();
    server = await startTestServer(engine.database);
  });

  it('ends the session at signing out, and the session of before at signing in again', async () => {
    const one = cookieOf((await signIn('agent@first.example')).cookie);
    const two = cookieOf((await signIn('agent@first.example', TEST_PASSWORD, { cookie: one })).cookie);
    expect(two).not.toBe(one);
    expect(await userIn(one)).toBeNull();
    const out = await server.ask('mutation { signOut { isSignedOut } }', {}, { cookie: two });
    expect(out.cookie).toMatch(/Max-Age=0/);
    expect(await userIn(two)).toBeNull();
  });

  it('ends sessions when the password changes, the role changes, or the user is switched off', async () => {
    const change = 'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { code message } } }';
    for (const changes of [{ password: 'another password 1' }, { role: 'VIEWER' }, { isActive: false }]) {
      const email = `${Object.keys(changes)[0]?.toLowerCase()}@first.example`;
      const { user } = await server.get<{ user: { id: string } }>(
        'createUser',
        'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code } } }',
        { input: { email, name: 'Short-lived', password: TEST_PASSWORD, role: 'AGENT' } },
        admin(),
      );
      const cookie = cookieOf((await signIn(email)).cookie);
      expect(await userIn(cookie)).toMatchObject({ user: { id: user.id } });
      const changed = await server.ask(change, { input: { id: user.id, ...changes } }, admin());
      expect(changed.data?.updateUser).toEqual({ userErrors: [] });
      expect(await userIn(cookie)).toBeNull();
    }
  });

  it('keeps the last admin', async () => {
    const users = await server.get<{ id: string; role: string }[]>('users', '{ users { id role } }', {}, admin());
    const id = users.find(({ role }) => role === 'ADMIN')?.id;
    const answer = await server.ask(
      'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id } userErrors { code path } } }',
      { input: { id, role: 'VIEWER' } },
      admin(),
    );
    expect(answer.data?.updateUser).toEqual({
      user: null,
      userErrors: [{ code: 'LAST_ADMIN', path: ['input', 'role'] }],
    });
  });

  it('closes the sockets of a revoked token within 5 s', async () => {
    const { token, secret } = await server.get<{ token: { id: string; prefix: string }; secret: string }>(
      'createApiToken',
      'mutation { createApiToken(input: { name: "Short-lived", role: VIEWER }) { token { id prefix } secret } }',
      {},
      admin(),
    );
    expect(secret).toMatch(/^alur_/);
    expect(secret.endsWith(token.prefix.slice(-6))).toBe(true);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } }));
    const [acknowledged] = await new Promise<[Buffer]>((resolve) =>
      socket.once('message', (data: Buffer) => resolve([data])),
    );
    expect(String(acknowledged)).toContain('connection_ack');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    const revokedAt = performance.now();
    await server.ask(
      'mutation ($id: ID!) { revokeApiToken(id: $id) { token { revokedAt } } }',
      { id: token.id },
      admin(),
    );
    expect(await closed).toBe(4403);
    expect(performance.now() - revokedAt).toBeLessThan(5_000);
    const after = await server.ask('{ teams { id } }', {}, { authorization: `Bearer ${secret}` });
    expect(after.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses sockets and requests that pages of other origins open with the cookie', async () => {
    const cookie = cookieOf((await signIn('viewer@first.example')).cookie);
    const foreign = await server.ask(VIEWER, {}, { cookie, origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect(foreign.errors[0]?.extensions.code).toBe('FOREIGN_ORIGIN');
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie, origin: 'https://elsewhere.example' },
    });
    const refused = await new Promise<string>((resolve) => socket.once('error', (error) => resolve(error.message)));
    expect(refused).toContain('403');
  });
});
