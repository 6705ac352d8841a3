import { describe, expect, it } from 'vitest';
import { loadExtract, loadRoster, loadRouteTable } from './incident-data.ts';
import { incidentHistory } from './incident-history.ts';
import { channelType, incidentToIntake, ticketPriority, ticketStatus } from './incident-to-intake.ts';
import { type Incident, parseIncident, parseLogTime } from './parse-incident.ts';
import { firstGroup, learnRouteTable, routeCases, routeFor } from './route-table.ts';

const row = (over: Record<string, unknown> = {}) => ({
  number: 'INC1',
  opened_at: '2016-02-29T09:08:00',
  caller_id: 'Caller 5',
  contact_type: 'Phone',
  category: 'Category 26',
  subcategory: 'Subcategory 175',
  u_symptom: 'Symptom 311',
  location: 'Location 51',
  cmdb_ci: null,
  events: [entry()],
  ...over,
});
function entry(over: Record<string, unknown> = {}) {
  return {
    sys_updated_at: '2016-02-29T09:17:00',
    sys_updated_by: 'Updated by 1',
    incident_state: 'New',
    assignment_group: 'Group 70',
    assigned_to: null,
    impact: '2 - Medium',
    urgency: '2 - Medium',
    priority: '3 - Moderate',
    ...over,
  };
}
function parsed(input: unknown): Incident {
  const result = parseIncident(input);
  if (!result.ok) throw new Error(result.reason);
  return result.incident;
}

describe('a row of the log', () => {
  it('is read with its entries in order of time', () => {
    const incident = parsed(
      row({ events: [entry({ sys_updated_at: '2016-03-01T00:00:00', incident_state: 'Closed' }), entry()] }),
    );
    expect(incident.changes.map(({ state }) => state)).toEqual(['New', 'Closed']);
    expect(incident.openedAtMs).toBe(Date.UTC(2016, 1, 29, 9, 8));
  });

  it.each([
    [{ opened_at: '2016-02-30T00:00:00' }, 'opened_at', 'is not a time'],
    [{ opened_at: null }, 'opened_at', 'must be a time'],
    [{ number: '' }, 'number', 'is empty'],
    [{ events: [] }, 'events', 'has no entries'],
    [{ events: [{ sys_updated_at: 'x', incident_state: 'New' }] }, 'events.0.sys_updated_at', 'is not a time'],
    [{ category: 5 }, 'category', ''],
  ])('that is wrong (%o) is told by column', (over, column, reason) => {
    const result = parseIncident(row(over));
    expect(result).toMatchObject({ ok: false, column });
    expect(result.ok ? '' : result.reason).toContain(reason);
  });

  it.each([null, 7, 'text', [], {}])('that is no incident (%o) is told, never thrown', (input) => {
    expect(parseIncident(input).ok).toBe(false);
  });

  it('has times without a zone read as UTC', () => {
    expect(parseLogTime('2016-02-29 09:08')).toBe(Date.UTC(2016, 1, 29, 9, 8));
    expect(parseLogTime('2016-02-29T09:08:00Z')).toBe(Date.UTC(2016, 1, 29, 9, 8));
    expect(parseLogTime('29/2/2016')).toBeNull();
  });
});

describe('an incident as it came in', () => {
  const actor = { kind: 'api', id: null, name: 'Replay' } as const;

  it('carries what was known at intake, and nothing of what became of it', () => {
    const incident = parsed(
      row({
        events: [
          entry(),
          entry({ sys_updated_at: '2016-03-01T00:00:00', priority: '1 - Critical', incident_state: 'Closed' }),
        ],
        outcome: { assignment_group: 'Group 1' },
      }),
    );
    expect(incidentToIntake(incident, 'channel', { externalIdPrefix: 'replay-2-', actor })).toEqual({
      channelId: 'channel',
      externalId: 'replay-2-INC1',
      contact: { externalId: 'Caller 5', name: 'Caller 5' },
      subject: 'Category 26 / Subcategory 175: Symptom 311',
      message: null,
      priority: 'normal',
      category: 'Category 26',
      customFields: {
        subcategory: 'Subcategory 175',
        symptom: 'Symptom 311',
        location: 'Location 51',
        contact_type: 'Phone',
        impact: '2 - Medium',
        urgency: '2 - Medium',
        opened_at: '2016-02-29T09:08:00.000Z',
      },
      isAutomated: false,
      actor,
    });
  });

  it('has a subject also where nothing is known', () => {
    const incident = parsed(row({ category: null, subcategory: null, u_symptom: null, caller_id: null }));
    expect(incidentToIntake(incident, 'channel', { actor })).toMatchObject({
      subject: 'Uncategorised incident',
      contact: null,
    });
  });

  it('has its words translated to ours', () => {
    expect(['1 - Critical', '2 - High', '3 - Moderate', '4 - Low', null].map(ticketPriority)).toEqual([
      'urgent',
      'high',
      'normal',
      'low',
      'normal',
    ]);
    expect(
      ['New', 'Active', 'Awaiting User Info', 'Awaiting Vendor', 'Resolved', 'Closed', '-100'].map(ticketStatus),
    ).toEqual(['new', 'open', 'pending', 'on-hold', 'solved', 'closed', 'open']);
    expect(['Phone', 'Email', 'Self service', null].map(channelType)).toEqual([
      'phone',
      'email',
      'self-service',
      'phone',
    ]);
  });
});

describe('the history of an incident', () => {
  it('tells each change once, with the values before and after', () => {
    const { events } = incidentHistory(
      parsed(
        row({
          events: [
            entry({ assigned_to: 'Resolver 1' }),
            entry({ sys_updated_at: '2016-02-29T09:20:00', assigned_to: 'Resolver 1' }),
            entry({
              sys_updated_at: '2016-02-29T10:00:00',
              assigned_to: 'Resolver 1',
              assignment_group: 'Group 24',
              changed: { category: 'Category 53', knowledge: true },
            }),
          ],
        }),
      ),
    );
    expect(events.map(({ type, changes }) => [type, changes])).toEqual([
      ['created', {}],
      [
        'assigned',
        { 'ticket.team': { from: null, to: 'Group 70' }, 'ticket.assignee': { from: null, to: 'Resolver 1' } },
      ],
      ['assigned', { 'ticket.team': { from: 'Group 70', to: 'Group 24' } }],
      ['updated', { 'ticket.category': { from: 'Category 26', to: 'Category 53' } }],
    ]);
  });

  it('lets nothing happen before the incident was opened', () => {
    const { events } = incidentHistory(parsed(row({ events: [entry({ sys_updated_at: '2016-02-29T08:00:00' })] })));
    expect(new Set(events.map(({ atMs }) => atMs))).toEqual(new Set([Date.UTC(2016, 1, 29, 9, 8)]));
  });
});

describe('the shipped data', () => {
  const extract = loadExtract();
  const table = loadRouteTable();
  const roster = loadRoster();

  it('holds the first incidents of the log in order, without their outcome', () => {
    expect(extract).toHaveLength(1_200);
    const times = extract.map(({ openedAtMs }) => openedAtMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(JSON.stringify(extract)).not.toContain('closed_code');
  });

  it('routes to groups in which somebody works', () => {
    const staffed = new Set(roster.people.flatMap(({ groups }) => groups.map(({ group }) => group)));
    expect(
      [...new Set([...table.rows.map(({ group }) => group), table.otherwise])].filter((group) => !staffed.has(group)),
    ).toEqual([]);
    expect(new Set(roster.groups)).toEqual(staffed);
  });

  it('agrees with people more often than always naming the largest group, and its cases decide as its rows do', () => {
    const known = extract.filter((incident) => firstGroup(incident) !== null);
    const agreed = known.filter((incident) => routeFor(table, incident) === firstGroup(incident)).length;
    const largest = known.filter((incident) => firstGroup(incident) === table.otherwise).length;
    expect(agreed).toBeGreaterThan(largest);
    const cases = routeCases(table);
    for (const incident of extract) {
      const found = cases.find(({ anyOf }) =>
        anyOf.some((key) =>
          (['category', 'subcategory', 'symptom', 'location'] as const).every(
            (field) => key[field] === undefined || key[field] === incident[field],
          ),
        ),
      );
      expect(found?.group ?? table.otherwise).toBe(routeFor(table, incident));
    }
  });
});

it('a table is learned from the first group alone, whatever the order of the incidents', () => {
  const incident = (number: string, category: string, group: string, last = group) =>
    parsed(
      row({
        number,
        category,
        events: [
          entry({ assignment_group: group }),
          entry({ assignment_group: last, sys_updated_at: '2016-03-01T00:00:00' }),
        ],
      }),
    );
  const incidents = [
    ...Array.from({ length: 20 }, (_, index) => incident(`A${index}`, 'Printers', 'Desk', 'Elsewhere')),
    ...Array.from({ length: 10 }, (_, index) => incident(`B${index}`, 'Network', 'Lines', 'Desk')),
  ];
  const table = learnRouteTable(incidents);
  expect(table).toEqual(learnRouteTable([...incidents].reverse()));
  expect(table.otherwise).toBe('Desk');
  expect(table.rows).toEqual([{ category: 'Network', group: 'Lines', seen: 10, agreed: 10 }]);
});

it('a table may look at fewer fields and take in every row that gains anything', () => {
  const incident = (subcategory: string, location: string, group: string) =>
    parsed(row({ subcategory, location, events: [entry({ assignment_group: group })] }));
  const incidents = [
    ...Array.from({ length: 20 }, () => incident('Paper', 'North', 'Desk')),
    ...Array.from({ length: 10 }, () => incident('Paper', 'South', 'South desk')),
    incident('Toner', 'North', 'Stores'),
  ];
  const whole = learnRouteTable(incidents, { fields: 2, minSeen: 1, minGain: 1 });
  expect(whole.rows).toMatchObject([{ subcategory: 'Toner', group: 'Stores', seen: 1 }]);
  expect(whole.rows.every(({ location }) => location === undefined)).toBe(true);
  expect(learnRouteTable(incidents).rows).toMatchObject([{ location: 'South', group: 'South desk' }]);
});
