import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { startTestServer, type TestServer, type TestWorkspace } from './test-server.test-support.ts';

describeOnBothEngines('the HTTP server', (engine) => {
  let server: TestServer;
  let workspace: TestWorkspace;
  let admin: Record<string, string>;

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    workspace = await server.addWorkspace('first');
    admin = { authorization: `Bearer ${workspace.tokens.admin}` };
  });
  afterAll(() => server.close());

  const send = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...admin, ...headers },
      body,
    });
    const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
    return { status: response.status, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
  };

  describe('a body that is no operation', () => {
    it.each([
      ['is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, 'MALFORMED_BODY'],
      ['is not JSON', '{"query": ', 400, 'MALFORMED_BODY'],
      ['is empty', '', 400, 'MALFORMED_BODY'],
      ['is a list', '[{"query":"{ viewer { user { id } } }"}]', 400, 'MALFORMED_BODY'],
      ['has no query', '{"variables":{}}', 400, 'MALFORMED_BODY'],
      ['has variables that are none', '{"query":"{ teams { id } }","variables":[1]}', 400, 'MALFORMED_BODY'],
      [
        'is nested too deeply',
        `{"query":"{ teams { id } }","variables":{"x":${'['.repeat(400)}${']'.repeat(400)}}}`,
        400,
        'MALFORMED_BODY',
      ],
      ['has a query that does not parse', '{"query":"{ teams { "}', 400, 'GRAPHQL_PARSE_FAILED'],
      ['asks for what there is not', '{"query":"{ nothing }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ])('that %s is refused with a code', async (_what, body, status, code) => {
      expect(await send(body)).toMatchObject({ status, code });
    });

    it('of another content type is refused, so that no foreign form can send one', async () => {
      expect(await send('{"query":"{ teams { id } }"}', { 'content-type': 'text/plain' })).toMatchObject({
        status: 415,
        code: 'UNSUPPORTED_MEDIA_TYPE',
      });
    });

    it.each([1.5, 5])('of %d MB is refused with the limit', async (megabytes) => {
      const body = JSON.stringify({ query: '{ teams { id } }', variables: { x: 'x'.repeat(megabytes * 1024 * 1024) } });
      expect(await send(body)).toMatchObject({
        status: 413,
        code: 'BODY_TOO_LARGE',
        message: expect.stringMatching(/1 MB/),
      });
    });

    it('of unknown length is refused once it is too long, and the answer arrives', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const chunked = request(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
        });
        chunked.once('response', (response) => resolve(response.resume().statusCode));
        chunked.once('error', reject);
        for (let megabyte = 0; megabyte < 4; megabyte++) chunked.write('x'.repeat(1024 * 1024));
        chunked.end();
      });
      expect(status).toBe(413);
    });
  });

  describe('an operation over a limit', () => {
    it.each([
      [
        'aliases',
        `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: teams { id }`).join(' ')} }`,
        'QUERY_TOO_COMPLEX',
      ],
      ['directives', `{ ${'teams @include(if: true) { id } '.repeat(60)} }`, 'QUERY_TOO_COMPLEX'],
      ['page size', '{ agents(first: 101) { totalCount } }', 'BAD_USER_INPUT'],
      ['tokens', `{ ${'viewer { user { id } } '.repeat(1_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ])('of %s', async (_limit, query, code) => {
      const answer = await server.ask(query, {}, admin);
      expect(answer.errors.map(({ extensions }) => extensions.code)).toContain(code);
      expect(answer.status).toBeLessThan(500);
    });
  });

  it('shows the schema to those who are signed in only', async () => {
    const introspection = '{ __schema { queryType { name } } }';
    expect((await server.ask(introspection)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await server.ask(introspection, {}, admin)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('answers ids of any form with what there is, never with a failure of ours', async () => {
    for (const id of ['', 'nonsense', '00000000-0000-0000-0000-000000000000', '\u0000', "'; drop table ticket; --"]) {
      const answer = await server.ask('query ($id: ID!) { agent(id: $id) { id } }', { id }, admin);
      expect(answer).toMatchObject({ status: 200, data: { agent: null }, errors: [] });
    }
  });

  it('says of a search for text that can not be stored what is wrong with it', async () => {
    const answer = await server.ask(
      'query ($text: String) { agents(search: $text) { totalCount } }',
      { text: 'a\u0000b' },
      admin,
    );
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is alive and ready', async () => {
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  describe('with an Idempotency-Key', () => {
    const create =
      'mutation ($name: String!) { createTeam(input: { name: $name }) { team { id } userErrors { code } } }';

    it('does a repeated mutation once and answers alike', async () => {
      const headers = { ...admin, 'idempotency-key': 'team-1' };
      const one = await server.ask(create, { name: 'Once' }, headers);
      const two = await server.ask(create, { name: 'Once' }, headers);
      expect(one.data).toMatchObject({ createTeam: { userErrors: [] } });
      expect(two.data).toEqual(one.data);
    });

    it('refuses another mutation under the same key', async () => {
      const headers = { ...admin, 'idempotency-key': 'team-2' };
      await server.ask(create, { name: 'First' }, headers);
      const other = await server.ask(create, { name: 'Second' }, headers);
      expect(other).toMatchObject({ status: 409, errors: [{ extensions: { code: 'CONFLICT' } }] });
    });

    it('tells the keys of different senders apart', async () => {
      const mine = await server.ask(create, { name: 'Mine' }, { ...admin, 'idempotency-key': 'shared' });
      const manager = { authorization: `Bearer ${workspace.tokens.manager}`, 'idempotency-key': 'shared' };
      const theirs = await server.ask(create, { name: 'Theirs' }, manager);
      expect(theirs.data).not.toEqual(mine.data);
    });
  });
});
