import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { startTestServer, type TestServer } from '../server/test-server.test-support.ts';

const ERRORS = 'userErrors { code path }';

describeOnBothEngines('setting up routing', (engine) => {
  let server: TestServer;
  let manager: Record<string, string>;

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    const { tokens } = await server.addWorkspace('routing');
    manager = { authorization: `Bearer ${tokens.manager}` };
  });
  afterAll(() => server.close());

  const put = <T>(field: string, type: string, what: string, input: object) =>
    server.get<T>(
      field,
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${what} ${ERRORS} } }`,
      { input },
      manager,
    );
  const made = async (field: string, type: string, thing: string, input: object) =>
    (await put<Record<string, { id: string }>>(field, type, `${thing} { id }`, input))[thing]?.id ?? '';

  it('gives agents shifts, a place, channels and statuses of the workspace’s own', async () => {
    const week = { timeZone: 'Asia/Jakarta', weekly: [{ weekday: 1, from: '08:00', to: '16:00' }] };
    const shiftCalendarId = await made('createCalendar', 'CreateCalendarInput', 'calendar', { name: 'Early', ...week });
    const statusId = await made('putPresenceStatus', 'PutPresenceStatusInput', 'presenceStatus', {
      name: 'Training',
      allowsWork: false,
    });
    const place = {
      supportLevel: 2,
      location: 'Surabaya',
      shiftCalendarId,
      channelTypes: ['chat'],
      channelCapacity: [{ channelType: 'chat', units: 3 }],
    };
    const id = await made('createAgent', 'CreateAgentInput', 'agent', { name: 'Agent', ...place });
    const fields =
      'agent { supportLevel location shiftCalendarId channelTypes channelCapacity { channelType units } statusId presence }';
    expect(await put('setPresence', 'SetPresenceInput', fields, { agentId: id, statusId })).toEqual({
      agent: { ...place, statusId, presence: 'AWAY' },
      userErrors: [],
    });
    const away = { supportLevel: 0, location: '', shiftCalendarId: '', channelTypes: [], channelCapacity: [] };
    expect(await put('updateAgent', 'UpdateAgentInput', fields, { id, ...away })).toMatchObject({
      agent: { supportLevel: null, location: null, shiftCalendarId: null, channelTypes: null, channelCapacity: [] },
    });
    expect(await put('deletePresenceStatus', 'RoutingWordIdInput', 'deletedId', { id: statusId })).toMatchObject({
      deletedId: null,
      userErrors: [{ code: 'NOT_POSSIBLE_NOW' }],
    });
    expect(await put('setPresence', 'SetPresenceInput', fields, { agentId: id, presence: 'ONLINE' })).toMatchObject({
      agent: { statusId: null, presence: 'ONLINE' },
    });
    expect(await put('deletePresenceStatus', 'RoutingWordIdInput', 'deletedId', { id: statusId })).toMatchObject({
      deletedId: statusId,
    });
    expect(
      await put('updateAgent', 'UpdateAgentInput', 'agent { id }', { id, shiftCalendarId: statusId, supportLevel: 9 }),
    ).toMatchObject({ agent: null, userErrors: [{ code: 'OUT_OF_RANGE', path: ['input', 'supportLevel'] }] });
  });

  it('sets cells of the skills matrix, all or none', async () => {
    const skillId = await made('createSkill', 'CreateSkillInput', 'skill', { name: 'Refunds' });
    const first = await made('createAgent', 'CreateAgentInput', 'agent', { name: 'First' });
    const second = await made('createAgent', 'CreateAgentInput', 'agent', { name: 'Second' });
    const cells = (...levels: [string, number][]) =>
      put<{ agents: { name: string; skills: { level: number }[] }[]; userErrors: object[] }>(
        'setSkillLevels',
        'SetSkillLevelsInput',
        'agents { name skills { level } }',
        { levels: levels.map(([agentId, level]) => ({ agentId, skillId, level })) },
      );
    expect((await cells([first, 3], [second, 5])).agents).toEqual([
      { name: 'First', skills: [{ level: 3 }] },
      { name: 'Second', skills: [{ level: 5 }] },
    ]);
    expect((await cells([first, 0], [second, 4])).agents).toEqual([
      { name: 'First', skills: [] },
      { name: 'Second', skills: [{ level: 4 }] },
    ]);
    expect(await cells([second, 1], [skillId, 2])).toMatchObject({
      agents: [],
      userErrors: [{ code: 'UNKNOWN_REFERENCE' }],
    });
    expect((await cells([second, 6])).userErrors).toMatchObject([{ code: 'OUT_OF_RANGE' }]);
    expect((await cells([first, 1])).agents).toEqual([{ name: 'First', skills: [{ level: 1 }] }]);
  });

  it('sets the policy of a queue, offers, re-routing and fair drain, and takes them back', async () => {
    const id = await made('createQueue', 'CreateQueueInput', 'queue', { name: 'Queue' });
    const fields = 'queue { policy acceptWithin offerAgainAfter reroute fairDrain }';
    const rules = {
      policy: 'LONGEST_IDLE',
      acceptWithin: 'PT30S',
      offerAgainAfter: 'PT5M',
      reroute: 'ON_REPLY',
      fairDrain: 'PT10M',
    };
    expect(await put('updateQueue', 'UpdateQueueInput', fields, { id, ...rules })).toEqual({
      queue: rules,
      userErrors: [],
    });
    expect(
      await put('updateQueue', 'UpdateQueueInput', fields, { id, acceptWithin: 'PT0S', offerAgainAfter: 'PT0S' }),
    ).toMatchObject({ queue: { acceptWithin: null, offerAgainAfter: null, policy: 'LONGEST_IDLE' } });
    expect(await put('updateQueue', 'UpdateQueueInput', fields, { id, acceptWithin: 'P2D' })).toMatchObject({
      queue: null,
      userErrors: [{ code: 'OUT_OF_RANGE', path: ['input', 'acceptWithin'] }],
    });
  });

  it('keeps reasons to decline', async () => {
    const reason = { name: 'Not my field', offerAgainAfter: null };
    const id = await made('putDeclineReason', 'PutDeclineReasonInput', 'declineReason', reason);
    await put('putDeclineReason', 'PutDeclineReasonInput', 'declineReason { id }', {
      id,
      name: 'In a call',
      offerAgainAfter: 'PT10M',
    });
    expect(await server.get('declineReasons', '{ declineReasons { name offerAgainAfter } }', {}, manager)).toEqual([
      { name: 'In a call', offerAgainAfter: 'PT10M' },
    ]);
    expect(
      await put('putDeclineReason', 'PutDeclineReasonInput', 'declineReason { id }', { name: 'In a call' }),
    ).toMatchObject({ userErrors: [{ code: 'TAKEN' }] });
  });
});
