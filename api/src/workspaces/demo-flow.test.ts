import {
  checkFlow,
  compileFlow,
  type Facts,
  FLOW_LIMITS,
  type Flow,
  linkProgram,
  parseFlow,
  type References,
  runEvent,
} from '@alur/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadExtract, loadRoster, loadRouteTable } from '../incidents/incident-data.ts';
import { INCIDENT_CUSTOM_FIELDS, incidentToIntake } from '../incidents/incident-to-intake.ts';
import { routeFor } from '../incidents/route-table.ts';
import { demoFlow, mainRoutes } from './demo-flow.ts';

const table = mainRoutes(loadRouteTable());
const roster = loadRoster();
const groups = new Map(roster.groups.map((name) => [name, { queueId: `queue of ${name}`, skillId: `skill ${name}` }]));
const references: References = {
  queues: [...groups.values()].map(({ queueId }) => ({ id: queueId, name: queueId })),
  skills: [...groups.values()].map(({ skillId }) => ({ id: skillId, name: skillId })),
  teams: [],
  agents: [],
  channels: [],
  customFields: INCIDENT_CUSTOM_FIELDS.map((field) => ({ ...field, options: [] })),
  contactAttributes: [],
  calendars: [],
  credentials: [],
  slaPolicies: [],
  flows: [],
  categories: [],
  tags: [],
};

describe('the demo flow', () => {
  let flow: Flow;
  beforeAll(() => {
    flow = demoFlow(table, groups);
  });

  it('passes the check without a remark', () => {
    expect(checkFlow(flow, references)).toEqual([]);
  });

  it('can be stored: it is what is read back from its JSON, well within the limits', () => {
    const text = JSON.stringify(flow);
    expect(parseFlow(JSON.parse(text))).toEqual({ ok: true, flow });
    expect(text.length).toBeLessThan(FLOW_LIMITS.bytes / 2);
  });

  it('is small enough to be read on one screen', () => {
    expect(flow.nodes.length).toBeLessThanOrEqual(16);
  });

  it('lays no node on another', () => {
    const places = flow.nodes.map(({ position }) => `${position.x},${position.y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('puts every incident of the extract into the queue the table names', () => {
    const program = linkProgram([
      compileFlow(flow, { flowId: 'demo', versionId: 'demo 1', position: 0, stopOnMatch: false }),
    ]);
    const context = { nowMs: 0, seed: '', timeZone: 'UTC' };
    for (const incident of loadExtract()) {
      const intake = incidentToIntake(incident, 'channel', { actor: { kind: 'api', id: null, name: null } });
      const facts: Record<string, Facts[string]> = { 'ticket.category': intake.category ?? null };
      for (const [key, value] of Object.entries(intake.customFields ?? {}))
        facts[`ticket.custom.${key}`] = value as string;
      delete facts['ticket.custom.opened_at'];
      const { effects } = runEvent(
        program,
        { type: 'ticketCreated', ticketId: '1', actor: { kind: 'api' } },
        facts,
        context,
      );
      const queues = effects.flatMap((effect) => (effect.type === 'enqueue' ? [effect.queueId] : []));
      expect({ number: incident.number, queues }).toEqual({
        number: incident.number,
        queues: [`queue of ${routeFor(table, incident)}`],
      });
    }
  });

  it('leaves tickets alone that are no incidents', () => {
    const program = linkProgram([
      compileFlow(flow, { flowId: 'demo', versionId: 'demo 1', position: 0, stopOnMatch: false }),
    ]);
    const facts = { 'ticket.subject': 'Where is my parcel?', 'ticket.category': 'Shipping' };
    const event = { type: 'ticketCreated', ticketId: '1', actor: { kind: 'customer' } } as const;
    expect(runEvent(program, event, facts, { nowMs: 0, seed: '', timeZone: 'UTC' }).effects).toEqual([]);
  });
});
