import { type GraphQLField, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { getMetadataStorage } from 'type-graphql';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { hasRole, ROLES, type Role } from '../access/actor.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { PUBLIC_FIELDS } from './authorize.ts';
import { exampleOperation, type IdFor } from './example-operation.test-support.ts';
import { buildGraphqlSchema } from './graphql-schema.ts';
import { startTestServer, type TestServer, type TestWorkspace } from './test-server.test-support.ts';

/** Stands in every name and text of the workspace that must stay unseen. */
const MARK = 'Confidential';
const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN'];

interface RootField {
  readonly root: OperationTypeNode;
  readonly name: string;
  readonly least: Role;
  readonly field: GraphQLField<unknown, unknown>;
}

const schema = buildGraphqlSchema();
const fields = rootFields(schema);

describeOnBothEngines('authorization', (engine) => {
  let server: TestServer;
  let own: TestWorkspace;
  let other: TestWorkspace;
  let idsOfOwn: Record<string, string>;
  const clients = new Map<Role, Client>();

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    own = await server.addWorkspace('own');
    other = await server.addWorkspace('other');
    idsOfOwn = await fill(server, own);
  });
  afterAll(async () => {
    for (const client of clients.values()) await client.dispose();
    await server.close();
  });

  const overHttp = async (operation: string, token: string | null) => {
    const { errors, data } = await server.ask(operation, {}, token ? { authorization: `Bearer ${token}` } : {});
    return { codes: errors.map(({ extensions }) => extensions.code ?? ''), text: JSON.stringify({ data, errors }) };
  };

  const overSocket = async (operation: string, role: Role, workspace: TestWorkspace) => {
    const client = clients.get(role) ?? socketClient(server.url, workspace.tokens[role]);
    if (workspace === own) clients.set(role, client);
    const answers = client.iterate({ query: operation });
    try {
      const { value } = await answers.next();
      const errors = (value?.errors ?? []) as { extensions?: { code?: string } }[];
      return { codes: errors.map(({ extensions }) => extensions?.code ?? ''), text: JSON.stringify(value) };
    } catch (error) {
      const errors = Array.isArray(error) ? (error as { extensions?: { code?: string } }[]) : [];
      return { codes: errors.map(({ extensions }) => extensions?.code ?? ''), text: JSON.stringify(errors) };
    } finally {
      await answers.return?.();
      if (workspace !== own) await client.dispose();
    }
  };

  it('covers every field of the roots', () => {
    expect(fields.length).toBeGreaterThan(40);
  });

  it('lets nobody open a socket who shows no credential', async () => {
    const client = socketClient(server.url, null);
    await expect(client.iterate({ query: '{ viewer { user { id } } }' }).next()).rejects.toMatchObject({ code: 4403 });
  });

  describe.each(fields.filter(({ root }) => root !== 'subscription'))('$root $name over HTTP', (rootField) => {
    const operation = exampleOperation(rootField.root, rootField.field);

    it('is refused to a stranger', async () => {
      expect((await overHttp(operation, null)).codes).toContain('UNAUTHENTICATED');
    });

    it.each(ROLES)('asks the role of %s', async (role) => {
      const { codes } = await overHttp(operation, own.tokens[role]);
      const refused = codes.filter((code) => REFUSALS.includes(code));
      // A field deep in an answer may ask more than the root; the root itself must not.
      if (hasRole(role, rootField.least)) expect(refused).toEqual([]);
      else expect(refused).toEqual(['FORBIDDEN']);
    });
  });

  describe.each(fields)('$root $name over a socket', (rootField) => {
    const operation = exampleOperation(rootField.root, rootField.field);
    const lesser = ROLES.filter((role) => !hasRole(role, rootField.least));

    it('is refused to every lesser role', async () => {
      for (const role of lesser) expect((await overSocket(operation, role, own)).codes).toEqual(['FORBIDDEN']);
    });
  });

  describe('another workspace', () => {
    const idFor: IdFor = (name, field) => idsOfOwn[`${field}.${name}`] ?? idsOfOwn[name];

    const everything =
      '{ teams { name } skills { name } queues { name } channels { name } users { name role isActive } apiTokens { name revokedAt } agents { nodes { name presence capacity } } flows { nodes { name state position draft { revision } } } tickets { nodes { subject status priority tags assignee { name } } } }';
    let before: string;
    beforeAll(async () => {
      before = (await overHttp(everything, own.tokens.admin)).text;
    });

    it.each(['ticket', 'flow', 'agent', 'contact', 'teams'])(
      'would see the mark by %s if it were this one, so that its absence means something',
      async (name) => {
        const { field } = fields.find((each) => each.root === 'query' && each.name === name) as RootField;
        expect(
          (await overHttp(exampleOperation(OperationTypeNode.QUERY, field, idFor), own.tokens.admin)).text,
        ).toContain(MARK);
      },
    );

    it.each(fields)('gets nothing by $root $name, whatever ids it sends', async ({ root, field }) => {
      const operation = exampleOperation(root, field, idFor);
      const { text } =
        root === 'subscription'
          ? await overSocket(operation, 'admin', other)
          : await overHttp(operation, other.tokens.admin);
      expect(text).not.toContain(MARK);
      expect(text).not.toContain('"INTERNAL"');
    });

    it('has changed nothing', async () => {
      expect((await overHttp(everything, own.tokens.admin)).text).toBe(before);
    });
  });
});

function rootFields(built: GraphQLSchema): RootField[] {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const metadata = [
    { root: OperationTypeNode.QUERY, type: built.getQueryType(), of: queries },
    { root: OperationTypeNode.MUTATION, type: built.getMutationType(), of: mutations },
    { root: OperationTypeNode.SUBSCRIPTION, type: built.getSubscriptionType(), of: subscriptions },
  ];
  return metadata.flatMap(({ root, type, of }) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => {
      if (PUBLIC_FIELDS.includes(`${type?.name}.${field.name}`)) return [];
      const roles = of.find(({ schemaName }) => schemaName === field.name)?.roles as Role[] | undefined;
      return [{ root, name: field.name, least: roles?.[0] ?? 'admin', field }];
    }),
  );
}

function socketClient(url: string, token: string | null): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
}

/** Puts one of each thing into a workspace, marked; gives their ids by the names arguments call them. */
async function fill(server: TestServer, { id: workspaceId, tokens }: TestWorkspace): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const make = async (name: string, input: object, thing: string) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const operation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${thing} { id } userErrors { message } } }`;
    const payload = await server.get<Record<string, { id: string } | null>>(name, operation, { input }, headers);
    if (!payload[thing]) throw new Error(JSON.stringify(payload));
    return payload[thing].id;
  };
  const team = await make('createTeam', { name: `${MARK} team` }, 'team');
  const skill = await make('createSkill', { name: `${MARK} skill` }, 'skill');
  const agent = await make(
    'createAgent',
    { name: `${MARK} agent`, skills: [{ skillId: skill, level: 3 }], teamIds: [team] },
    'agent',
  );
  const queue = await make('createQueue', { name: `${MARK} queue` }, 'queue');
  const channel = await make('createChannel', { name: `${MARK} channel`, type: 'email' }, 'channel');
  await make('createCustomField', { key: 'secret', label: `${MARK} field`, type: 'TEXT' }, 'customField');
  const user = await make(
    'createUser',
    { email: 'someone@own.example', name: `${MARK} user`, password: 'correct horse battery', role: 'VIEWER' },
    'user',
  );
  const flow = await make('createFlow', { name: `${MARK} flow` }, 'flow');
  const contact = { name: `${MARK} contact`, email: 'customer@own.example' };
  const ticket = await make(
    'createTicket',
    { subject: `${MARK} subject`, message: `${MARK} text`, contact, category: MARK },
    'ticket',
  );
  const notification = newId();
  const importId = newId();
  const contactId = await server.app.database.inWorkspace(workspaceId, async (em) => {
    await em.execute('insert into notification (workspace_id, id, user_id, text, at) values (?, ?, ?, ?, now())', [
      workspaceId,
      notification,
      user,
      `${MARK} notice`,
    ]);
    await em.execute(`insert into import (workspace_id, id, file_name, format) values (?, ?, ?, 'csv')`, [
      workspaceId,
      importId,
      `${MARK}.csv`,
    ]);
    const [row] = await em.execute<{ id: string }[]>('select contact_id as id from ticket where id = ?', [ticket]);
    return row?.id ?? '';
  });
  return {
    teamId: team,
    teamIds: team,
    skillId: skill,
    agentId: agent,
    queueId: queue,
    channelId: channel,
    flowId: flow,
    ticketId: ticket,
    importId,
    'agent.id': agent,
    'updateAgent.id': agent,
    'updateTeam.id': team,
    'updateQueue.id': queue,
    'updateUser.id': user,
    'contact.id': contactId,
    'ticket.id': ticket,
    'updateTicket.id': ticket,
    'assignTicket.id': ticket,
    'ticketUpdated.id': ticket,
    'flow.id': flow,
    'updateFlow.id': flow,
    'moveFlow.id': flow,
    'import.id': importId,
    'readNotification.id': notification,
  };
}
