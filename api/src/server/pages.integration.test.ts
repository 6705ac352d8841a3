import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { EXAMPLES } from '../../graphiql/examples.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { DEMO_PASSWORD, ensureDemo } from '../workspaces/seed-demo.ts';
import { cookieOf, startTestServer, type TestServer } from './test-server.test-support.ts';

describeOnBothEngines('GraphiQL', (engine) => {
  let server: TestServer;
  let cookie: string;

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    await ensureDemo(server.app);
  });
  afterAll(() => server.close());

  it('begins with signing in to the demo, as its start prints', async () => {
    const [signIn = ''] = EXAMPLES;
    expect(signIn).toContain(DEMO_PASSWORD);
    const answer = await server.ask(signIn);
    expect(answer.data).toMatchObject({ signIn: { viewer: { workspace: { name: 'Demo' } }, userErrors: [] } });
    cookie = cookieOf(answer.cookie);
  });

  it.each(named(EXAMPLES.slice(1).filter((example) => !isLive(example))))('runs %s', async (_name, example) => {
    const { data, errors } = await server.ask(example, {}, { cookie });
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/"userErrors":\[\{/);
  });

  it.each(named(EXAMPLES.filter(isLive)))('streams %s', async (_name, example) => {
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocol: string) {
          super(url, protocol, { headers: { cookie } });
        }
      },
      retryAttempts: 0,
    });
    const { value } = await client.iterate({ query: example }).next();
    expect(value?.errors).toBeUndefined();
    expect(value?.data).toMatchObject({ ticketEvents: { cursor: expect.any(String) } });
    await client.dispose();
  });
});

const isLive = (example: string) => example.startsWith('subscription');

function named(examples: readonly string[]): (readonly [string, string])[] {
  return examples.map((example) => [/(query|mutation|subscription) (\w+)/.exec(example)?.[2] ?? '', example] as const);
}

describe('pages', () => {
  const directory = mkdtempSync(join(tmpdir(), 'alur-pages-'));

  describeOnBothEngines('of the designer and of GraphiQL', (engine) => {
    let server: TestServer;

    beforeAll(async () => {
      for (const page of ['designer', 'graphiql']) {
        mkdirSync(join(directory, page, 'assets'), { recursive: true });
        writeFileSync(join(directory, page, 'index.html'), `<title>${page}</title>`);
        writeFileSync(join(directory, page, 'assets', 'main-1a2b3c.js'), '1');
      }
      server = await startTestServer(engine.database, {
        designer: join(directory, 'designer'),
        graphiql: join(directory, 'graphiql'),
      });
    });
    afterAll(async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    });

    it.each([
      ['/', 'designer'],
      ['/flows/0192-some-id', 'designer'],
      ['/graphiql', 'graphiql'],
    ])('%s is the page of %s, asked for anew each time', async (path, page) => {
      const response = await fetch(server.url + path);
      expect(await response.text()).toContain(`<title>${page}</title>`);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    });

    it.each(['/assets/main-1a2b3c.js', '/graphiql/assets/main-1a2b3c.js'])('%s is kept for a year', async (path) => {
      const response = await fetch(server.url + path);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    });

    it.each([
      '/assets/missing.js',
      '/missing.js',
      '/.env',
      '/assets/..%2f..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%00.txt',
    ])('%s is not found, and nothing is told of the disk', async (path) => {
      const response = await fetch(server.url + path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toContain(directory);
    });

    it('allows nothing foreign to run, frame or connect', async () => {
      const { headers } = await fetch(server.url);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'"])
        expect(policy.split('; ')).toContain(rule);
      expect(policy).not.toContain('*');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    });
  });
});
