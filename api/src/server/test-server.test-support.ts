import { v7 as newId } from 'uuid';
import type { Role } from '../access/actor.ts';
import { insertApiToken } from '../access/api-tokens.ts';
import { hashPassword } from '../access/password.ts';
import { UserEntity } from '../access/user.entity.ts';
import { type App, createApp } from '../app.ts';
import { loadConfig } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import { buildGraphqlSchema } from './graphql-schema.ts';
import { type Pages, startHttpServer } from './http-server.ts';
import { createLog } from './log.ts';

/** The password of every user of a test workspace. */
export const TEST_PASSWORD = 'correct horse battery';

/** A server on a free port, over a given database, for one suite. */
export interface TestServer {
  readonly app: App;
  readonly url: string;
  /** A workspace with a fallback queue, an API channel, and for each role a user (`<role>@<slug>.example`) and a token. */
  addWorkspace(slug: string): Promise<TestWorkspace>;
  ask(operation: string, variables?: object, headers?: Record<string, string>): Promise<TestAnswer>;
  /** The value of a root field, of an operation that must succeed. */
  get<T>(field: string, operation: string, variables?: object, headers?: Record<string, string>): Promise<T>;
  close(): Promise<void>;
}

export interface TestWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly tokenIds: Readonly<Record<Role, string>>;
}

export interface TestAnswer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code?: string } }[];
  readonly cookie: string | null;
}

const NO_PAGES: Pages = { designer: '/nonexistent', graphiql: '/nonexistent' };

/** Starts a server; the suite closes the database itself. */
export async function startTestServer(database: Database, pages: Pages = NO_PAGES): Promise<TestServer> {
  const config = loadConfig({ PORT: '0', ALUR_DATA_DIR: '/nonexistent', ALUR_LOG_LEVEL: 'silent' }, '/');
  // The suite owns the database and may open another server on it.
  const app = createApp({ config, log: createLog('silent'), database: { ...database, close: async () => {} } });
  const server = await startHttpServer(app, buildGraphqlSchema(), pages);
  const url = `http://127.0.0.1:${server.port}`;
  const ask: TestServer['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<TestAnswer>;
    return { status: response.status, data, errors, cookie: response.headers.get('set-cookie') };
  };
  return {
    app,
    url,
    addWorkspace: (slug) => addWorkspace(app, slug),
    ask,
    async get<T>(field: string, operation: string, variables?: object, headers?: Record<string, string>) {
      const { data, errors } = await ask(operation, variables, headers);
      if (errors.length > 0 || !data) throw new Error(JSON.stringify(errors));
      return data[field] as T;
    },
    async close() {
      await server.close(1_000);
      await app.close();
    },
  };
}

const ROLES: readonly Role[] = ['viewer', 'agent', 'manager', 'admin'];

async function addWorkspace(app: App, slug: string): Promise<TestWorkspace> {
  const id = newId();
  const now = new Date(app.clock.nowMs());
  const passwordHash = await hashPassword(TEST_PASSWORD);
  const tokens: [Role, string][] = [];
  const tokenIds: [Role, string][] = [];
  await app.database.inWorkspace(id, async (em) => {
    em.create(WorkspaceEntity, { id, slug, name: slug, timeZone: 'UTC', isDemo: false, createdAt: now });
    await em.flush();
    await em.execute('insert into workspace_counter (workspace_id) values (?)', [id]);
    await em.execute(`insert into channel (workspace_id, id, name, type) values (?, ?, 'API', 'api')`, [id, newId()]);
    await em.execute(`insert into queue (workspace_id, id, name, is_fallback) values (?, ?, 'Fallback', true)`, [
      id,
      newId(),
    ]);
    for (const role of ROLES) {
      em.create(UserEntity, {
        id: newId(),
        workspaceId: id,
        email: `${role}@${slug}.example`,
        name: `Test ${role}`,
        passwordHash,
        role,
        locale: 'en',
        agentId: null,
        isActive: true,
        createdAt: now,
      });
      const { token, secret } = await insertApiToken(em, {
        workspaceId: id,
        name: role,
        role,
        expiresAt: null,
        createdBy: null,
        createdAt: now,
      });
      tokens.push([role, secret]);
      tokenIds.push([role, token.id]);
    }
    await em.flush();
  });
  return {
    id,
    slug,
    tokens: Object.fromEntries(tokens) as Record<Role, string>,
    tokenIds: Object.fromEntries(tokenIds) as Record<Role, string>,
  };
}

/** The `Cookie` header to send after a `Set-Cookie`. */
export function cookieOf(setCookie: string | null): string {
  return setCookie?.split(';')[0] ?? '';
}
