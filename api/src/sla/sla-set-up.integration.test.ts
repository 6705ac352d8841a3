import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { startTestServer, type TestServer } from '../server/test-server.test-support.ts';

const CALENDAR = 'calendar { id name isDefault timeZone holidays { date name } exceptions { date } }';
const POLICY = 'slaPolicy { id name position condition targets { metric low urgent calendarId } }';

interface Errors {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
type CalendarAnswer = Errors & { readonly calendar: { readonly id: string; readonly isDefault: boolean } | null };
type PolicyAnswer = Errors & { readonly slaPolicy: { readonly id: string; readonly name: string } | null };

describeOnBothEngines('setting up calendars and SLA policies', (engine) => {
  let server: TestServer;
  let manager: Record<string, string>;

  beforeAll(async () => {
    server = await startTestServer(engine.database);
    const { tokens } = await server.addWorkspace('sla');
    manager = { authorization: `Bearer ${tokens.manager}` };
  });
  afterAll(() => server.close());

  const mutate = <T>(field: string, type: string, what: string, input: object) =>
    server.get<T & Errors>(
      field,
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${what} userErrors { code path } } }`,
      { input },
      manager,
    );
  const week = [{ weekday: 1, from: '09:00', to: '17:00' }];
  const createCalendar = (input: object) =>
    mutate<CalendarAnswer>('createCalendar', 'CreateCalendarInput', CALENDAR, {
      timeZone: 'Asia/Jakarta',
      weekly: week,
      ...input,
    });
  const createPolicy = (input: object) =>
    mutate<PolicyAnswer>('createSlaPolicy', 'CreateSlaPolicyInput', POLICY, input);

  it('makes the first calendar the workspace’s own, and another one when told', async () => {
    const first = await createCalendar({ name: 'Office' });
    expect(first.calendar?.isDefault).toBe(true);
    const second = await createCalendar({ name: 'Night', isDefault: true });
    expect(second.calendar?.isDefault).toBe(true);
    expect(await server.get('calendars', '{ calendars { name isDefault } }', {}, manager)).toEqual([
      { name: 'Night', isDefault: true },
      { name: 'Office', isDefault: false },
    ]);
    const gone = (id: string | undefined) => mutate('deleteCalendar', 'CalendarIdInput', 'deletedId', { id });
    expect(await gone(second.calendar?.id)).toMatchObject({ userErrors: [{ code: 'NOT_POSSIBLE_NOW' }] });
    expect(await gone(first.calendar?.id)).toMatchObject({ deletedId: first.calendar?.id });
  });

  it('says what is wrong with hours, and where', async () => {
    const bad = await createCalendar({
      name: 'Bad',
      timeZone: 'Mars/Base',
      weekly: [
        { weekday: 1, from: '17:00', to: '09:00' },
        { weekday: 2, from: '9', to: '17:00' },
      ],
    });
    expect(bad.calendar).toBeNull();
    expect(bad.userErrors.map(({ code, path }) => [code, path.slice(0, 3).join('.')])).toEqual([
      ['UNKNOWN_TIME_ZONE', 'input.timeZone'],
      ['ENDS_BEFORE_START', 'input.weekly.0'],
      ['BAD_TIME', 'input.weekly.1'],
    ]);
    expect((await createCalendar({ name: 'Night' })).userErrors).toMatchObject([{ code: 'TAKEN' }]);
  });

  it('takes holidays from a file, each once', async () => {
    const { calendar } = await createCalendar({ name: 'Jakarta', holidays: [{ date: '2026-08-17', name: 'Merdeka' }] });
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20200817',
      'RRULE:FREQ=YEARLY',
      'SUMMARY:Kemerdekaan',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const input = { calendarId: calendar?.id, ics, fromYear: 2026, toYear: 2027 };
    const answer = await mutate('importHolidays', 'ImportHolidaysInput', `${CALENDAR} added`, input);
    expect(answer).toMatchObject({
      added: 1,
      calendar: {
        holidays: [
          { date: '2026-08-17', name: 'Merdeka' },
          { date: '2027-08-17', name: 'Kemerdekaan' },
        ],
      },
    });
    expect(
      await mutate('importHolidays', 'ImportHolidaysInput', 'added', { ...input, ics: 'no calendar' }),
    ).toMatchObject({ added: null, userErrors: [{ code: 'INVALID', path: ['input', 'ics'] }] });
  });

  it('keeps policies in order, and what their clocks are held to', async () => {
    const [calendar] = await server.get<{ id: string }[]>('calendars', '{ calendars { id } }', {}, manager);
    const target = { metric: 'FIRST_REPLY', low: 'PT8H', urgent: 'PT30M', calendarId: calendar?.id };
    const gold = await createPolicy({
      name: 'Gold',
      condition: { fact: 'contact.isVip', op: 'is', value: true },
      targets: [target],
    });
    expect(gold.slaPolicy).toMatchObject({ position: 0, targets: [target] });
    const rest = await createPolicy({ name: 'Everybody', targets: [{ metric: 'TOTAL_RESOLUTION', low: 'P2D' }] });
    expect(rest.slaPolicy).toMatchObject({
      position: 1,
      condition: null,
      targets: [{ metric: 'TOTAL_RESOLUTION', low: 'PT48H', urgent: null, calendarId: null }],
    });
    const input = { id: rest.slaPolicy?.id, position: 0, name: 'All' };
    await mutate('updateSlaPolicy', 'UpdateSlaPolicyInput', POLICY, input);
    const names = () => server.get('slaPolicies', '{ slaPolicies { name position } }', {}, manager);
    expect(await names()).toEqual([
      { name: 'All', position: 0 },
      { name: 'Gold', position: 1 },
    ]);
    await mutate('deleteSlaPolicy', 'SlaPolicyIdInput', 'deletedId', { id: rest.slaPolicy?.id });
    expect(await names()).toEqual([{ name: 'Gold', position: 0 }]);
    const { references } = (await server.ask('{ references { slaPolicies calendars } }', {}, manager)).data as {
      references: { slaPolicies: { name: string }[]; calendars: object[] };
    };
    expect(references.slaPolicies.map(({ name }) => name)).toEqual(['Gold']);
    expect(references.calendars.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'a condition on a fact there is none of',
      { condition: { fact: 'ticket.colour', op: 'is', value: 'x' } },
      'UNKNOWN_FACT',
    ],
    ['an empty condition', { condition: { all: [] } }, 'EMPTY_CONDITION'],
    ['a length nobody knows', { targets: [{ metric: 'FIRST_REPLY', low: 'P1M' }] }, 'INVALID'],
    ['a calendar there is none of', { targets: [{ metric: 'FIRST_REPLY', calendarId: 'x' }] }, 'UNKNOWN_REFERENCE'],
  ])('refuses %s', async (_what, input, code) => {
    const answer = await createPolicy({ name: 'Bad', targets: [], ...input });
    expect(answer.slaPolicy).toBeNull();
    expect(answer.userErrors.map((error) => error.code)).toEqual([code]);
  });
});
