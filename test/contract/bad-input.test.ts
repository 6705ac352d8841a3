import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlurProcess, startAlur } from '../running/alur-process.ts';
import { ask, askOrThrow } from '../running/graphql-client.ts';

interface UserError {
  code: string;
  message: string;
  path: string[];
}
interface Payload {
  userErrors: UserError[];
  [field: string]: unknown;
}

const node = (id: string, kind: string, config: Record<string, unknown> = {}) => ({
  id,
  kind,
  position: { x: 0, y: 0 },
  config,
});
const edge = (id: string, from: string, port: string, to: string) => ({
  id,
  from: { node: from, port },
  to: { node: to },
});

describe('bad input is told what, where and how to mend, and loses nothing', () => {
  let alur: AlurProcess;
  let token: string;

  beforeAll(async () => {
    alur = await startAlur();
    token = alur.operatorToken();
  });
  afterAll(() => alur.dispose());

  const mutate = async (name: string, type: string, input: unknown, fields = ''): Promise<Payload> => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message path } } }`;
    const data = await askOrThrow<Record<string, Payload>>(alur.url, query, { input }, token);
    return data[name] as Payload;
  };

  const newFlow = async (document?: unknown) => {
    const payload = await mutate(
      'createFlow',
      'CreateFlowInput',
      { name: 'Under test', document },
      'flow { id draft { revision } }',
    );
    expect(payload.userErrors).toEqual([]);
    return payload.flow as { id: string; draft: { revision: number } };
  };

  it('a flow document that is none', async () => {
    const flow = await newFlow();
    const payload = await mutate('saveDraft', 'SaveDraftInput', {
      flowId: flow.id,
      revision: flow.draft.revision,
      document: { format: 1, nodes: 'none' },
    });
    expect(payload.userErrors[0]?.code).toBeTruthy();
    expect(payload.userErrors[0]?.message).toMatch(/nodes/);
  });

  it('an unknown kind and a condition on an unknown field stop a publish, each at its node', async () => {
    const flow = await newFlow({
      format: 1,
      nodes: [
        node('start', 'trigger.ticketCreated'),
        node('odd', 'action.sned'),
        node('if', 'filter.condition', { condition: { fact: 'ticket.colour', op: 'is', value: 'red' } }),
      ],
      edges: [edge('e1', 'start', 'then', 'if'), edge('e2', 'if', 'yes', 'odd')],
      notes: [],
    });
    const payload = await mutate(
      'publishFlow',
      'PublishFlowInput',
      { flowId: flow.id, revision: flow.draft.revision },
      'version { id } issues { code severity nodeId path message }',
    );
    expect(payload.version).toBeNull();
    const issues = payload.issues as { code: string; nodeId: string; message: string }[];
    expect(issues).toContainEqual(expect.objectContaining({ code: 'UNKNOWN_KIND', nodeId: 'odd' }));
    expect(issues).toContainEqual(expect.objectContaining({ code: 'UNKNOWN_FACT', nodeId: 'if' }));
    for (const issue of issues) expect(issue.message.length).toBeGreaterThan(15);
  });

  it('a stale draft revision is refused, and the newer draft stays', async () => {
    const flow = await newFlow();
    const document = (label: string) => ({
      format: 1,
      nodes: [{ ...node('start', 'trigger.ticketCreated'), label }],
      edges: [],
      notes: [],
    });
    const save = (label: string) =>
      mutate(
        'saveDraft',
        'SaveDraftInput',
        { flowId: flow.id, revision: flow.draft.revision, document: document(label) },
        'draft { revision } current { revision document }',
      );
    expect((await save('first')).userErrors).toEqual([]);
    const stale = await save('second');
    expect(stale.userErrors[0]?.code).toBe('STALE_REVISION');
    expect(JSON.stringify(stale.current)).toContain('first');
  });

  it('a duplicate external id is answered with the first ticket', async () => {
    const input = { subject: 'Twice', externalId: 'twice-1' };
    const first = await mutate('createTicket', 'CreateTicketInput', input, 'isDuplicate ticket { id }');
    const second = await mutate(
      'createTicket',
      'CreateTicketInput',
      { ...input, subject: 'Again' },
      'isDuplicate ticket { id subject }',
    );
    expect(first.isDuplicate).toBe(false);
    expect(second.isDuplicate).toBe(true);
    expect(second.ticket).toEqual({ ...(first.ticket as object), subject: 'Twice' });
  });

  it('a message of 5 MB is refused with its limit', async () => {
    const answer = await ask(
      alur.url,
      'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { userErrors { code } } }',
      { input: { subject: 'Long', message: 'x'.repeat(5 * 1024 * 1024) } },
      token,
    );
    expect(answer.status).toBe(413);
    expect(answer.errors[0]?.message).toMatch(/MB|KB|bytes/);
  });

  it('a message over its own limit but within the body limit is a user error', async () => {
    const payload = await mutate('createTicket', 'CreateTicketInput', {
      subject: 'Long',
      message: 'x'.repeat(600 * 1024),
    });
    expect(payload.userErrors[0]).toMatchObject({ path: expect.arrayContaining(['message']) });
  });

  it('text the database can not hold is a user error', async () => {
    const payload = await mutate('createTicket', 'CreateTicketInput', { subject: 'NUL \u0000 inside' });
    expect(payload.userErrors[0]).toMatchObject({ path: expect.arrayContaining(['subject']) });
  });

  it.each([
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0x71, 0xff, 0xfe, 0x22, 0x7d])],
    ['malformed JSON', Buffer.from('{"query": ')],
    ['an empty body', Buffer.from('')],
    ['JSON that is no operation', Buffer.from('[1,2]')],
  ])('%s is a 4xx with a code', async (_name, body) => {
    const response = await fetch(`${alur.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const answer = (await response.json()) as { errors: { message: string; extensions?: { code?: string } }[] };
    expect(answer.errors[0]?.extensions?.code).toBeTruthy();
  });

  it('is still well afterwards', async () => {
    expect((await fetch(`${alur.url}/readyz`)).status).toBe(200);
    expect(alur.output()).not.toMatch(/INTERNAL/);
  });
});
