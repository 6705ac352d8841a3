/**
 * Real data: an incident log of a company outside this project (UCI 498, CC BY 4.0), reproduced by the engine.
 * - Service targets: two policies and a calendar against the company's own verdict (`made_sla`). Bars: 99.93 % of the
 *   Moderate incidents that keep their priority, 99.5 % of the Low ones.
 * - Routing: a flow with a decision table from category and subcategory, made from the first 80 % by time, against the
 *   first group people gave the rest to. Bar: 78 %.
 */
import {
  type Calendar,
  checkFlow,
  compileFlow,
  compileSla,
  currentClock,
  hasErrors,
  linkProgram,
  type References,
  runEvent,
  type SlaEvent,
  type SlaPolicy,
} from '@alur/engine';
import { incidentCustomFields, ticketPriority } from '../../api/src/incidents/incident-to-intake.ts';
import type { Incident } from '../../api/src/incidents/parse-incident.ts';
import { firstGroup, learnRouteTable, type RouteLearning } from '../../api/src/incidents/route-table.ts';
import { demoFlow } from '../../api/src/workspaces/demo-flow.ts';
import { figuresOf, figuresText } from './figures.bench-support.ts';
import { type JudgedIncident, loadIncidentLog } from './incident-log.bench-support.ts';

const HOUR_MS = 3_600_000;
const REPETITIONS = 5;
const BARS = { moderate: 0.9993, low: 0.995, firstGroup: 0.78 };

/** Monday to Friday, 14:00 to 23:00 on the clock of the log, which names no zone; no holidays. */
const SERVICE_HOURS: Calendar = {
  timeZone: 'UTC',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '14:00', to: '23:00' })),
  holidays: [],
  exceptions: [],
};

const POLICIES: readonly SlaPolicy[] = [
  {
    id: 'low',
    name: 'Low',
    position: 1,
    condition: { fact: 'ticket.priority', op: 'is', value: 'low' },
    targets: [{ metric: 'totalResolution', byPriority: { low: 497.5 * HOUR_MS }, calendarId: null }],
  },
  {
    id: 'moderate',
    name: 'Moderate',
    position: 2,
    condition: { fact: 'ticket.priority', op: 'is', value: 'normal' },
    targets: [{ metric: 'totalResolution', byPriority: { normal: 62 * HOUR_MS }, calendarId: 'service' }],
  },
];

/**
 * An incident's log as its company's target sees it: the target ends when the incident is closed, so a resolved one
 * still waits for the customer, and nothing pauses it.
 */
function slaEvents({ openedAtMs, changes: [first, ...others] }: Incident): readonly SlaEvent[] {
  const facts = (entry: typeof first) => ({
    'ticket.status': statusOf(entry.state),
    'ticket.priority': ticketPriority(entry.priority),
  });
  return [
    { type: 'created', atMs: openedAtMs, by: 'agent', facts: { ...facts(first), 'ticket.status': 'new' } },
    ...[first, ...others].map(
      (entry): SlaEvent => ({
        type: 'changed',
        atMs: Math.max(entry.atMs, openedAtMs),
        by: 'agent',
        facts: facts(entry),
      }),
    ),
  ];
}

function statusOf(state: string): string {
  if (state === 'Closed') return 'solved';
  return state === 'Resolved' ? 'pending' : 'open';
}

interface Agreement {
  readonly agreed: number;
  readonly of: number;
}

function measureSla(incidents: readonly JudgedIncident[]): { readonly low: Agreement; readonly moderate: Agreement } {
  const sla = compileSla({
    policies: POLICIES,
    calendars: { service: SERVICE_HOURS },
    defaultCalendarId: 'service',
    timeZone: 'UTC',
  });
  const counts = { low: { agreed: 0, of: 0 }, normal: { agreed: 0, of: 0 } };
  for (const { incident, madeSla } of incidents) {
    const priorities = new Set(incident.changes.map(({ priority }) => priority));
    const [priority] = [...priorities].map(ticketPriority);
    if (priorities.size !== 1 || (priority !== 'low' && priority !== 'normal')) continue;
    const log = slaEvents(incident);
    const clock = currentClock(sla.read(log, log.at(-1)?.atMs ?? 0), 'totalResolution');
    counts[priority].of += 1;
    if ((clock?.state !== 'breached') === madeSla) counts[priority].agreed += 1;
  }
  return { low: counts.low, moderate: counts.normal };
}

/** Every category and subcategory that was seen goes to the group it went to most; nothing is left to choose. */
const WHOLE_TABLE: RouteLearning = { fields: 2, minSeen: 1, minGain: 1 };

/** A workspace with a queue and a skill for each group. */
function referencesFor(groups: readonly string[]): References {
  const named = groups.map((group) => ({ id: group, name: group }));
  const fields = ['subcategory', 'impact'].map((key) => ({ key, label: key, type: 'text' as const, options: [] }));
  return {
    queues: named,
    teams: [],
    agents: [],
    skills: named,
    channels: [],
    customFields: fields,
    contactAttributes: [],
    calendars: [],
    credentials: [],
    slaPolicies: [],
    flows: [],
    categories: [],
    tags: [],
  };
}

function measureRouting(
  incidents: readonly JudgedIncident[],
): Agreement & { readonly rows: number; readonly usPerTicket: string } {
  const cut = Math.floor(incidents.length * 0.8);
  const table = learnRouteTable(
    incidents.slice(0, cut).map(({ incident }) => incident),
    WHOLE_TABLE,
  );
  const groups = [...new Set([...table.rows.map(({ group }) => group), table.otherwise])].sort();
  const flow = demoFlow(table, new Map(groups.map((group) => [group, { queueId: group, skillId: group }])));
  const issues = checkFlow(flow, referencesFor(groups));
  if (hasErrors(issues)) throw new Error(`The flow has errors: ${JSON.stringify(issues)}`);
  const program = linkProgram([
    compileFlow(flow, { flowId: 'table', versionId: 'table-1', position: 1, stopOnMatch: false }),
  ]);
  const tickets = incidents.slice(cut).flatMap(({ incident }) => {
    const group = firstGroup(incident);
    return group === null ? [] : [{ group, facts: intakeFacts(incident), ticketId: incident.number }];
  });
  const queueFor = ({ facts, ticketId }: (typeof tickets)[number]) => {
    const event = { type: 'ticketCreated', ticketId, actor: { kind: 'api' } } as const;
    const context = { nowMs: 0, seed: ticketId, timeZone: 'UTC', considerations: 'acting' } as const;
    return runEvent(program, event, facts, context).effects.find(({ type }) => type === 'enqueue');
  };
  const agreed = tickets.filter((ticket) => {
    const effect = queueFor(ticket);
    return effect?.type === 'enqueue' && effect.queueId === ticket.group;
  }).length;
  const times = Array.from({ length: REPETITIONS }, () => {
    const { user } = process.cpuUsage();
    for (const ticket of tickets) queueFor(ticket);
    return (process.cpuUsage().user - user) / tickets.length;
  });
  return { agreed, of: tickets.length, rows: table.rows.length, usPerTicket: figuresText(figuresOf(times), 1) };
}

/** What is known of an incident when it comes in. */
function intakeFacts(incident: Incident): Record<string, string | null> {
  const custom = Object.entries(incidentCustomFields(incident)).map(([key, value]) => [`ticket.custom.${key}`, value]);
  return { 'ticket.category': incident.category, ...Object.fromEntries(custom) };
}

/** Says a share and whether it reaches its bar; a bar of null is not judged. */
function report(name: string, { agreed, of }: Agreement, bar: number | null): boolean {
  const share = agreed / of;
  const isMet = bar === null || share >= bar;
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`;
  const verdict = bar === null ? 'too few to judge' : `bar ${percent(bar)}: ${isMet ? 'met' : 'MISSED'}`;
  console.log(`  ${name}: ${percent(share)} (${agreed} of ${of}); ${verdict}`);
  return isMet;
}

const { source, incidents, isWhole } = loadIncidentLog();
console.log(`  ${incidents.length} incidents: ${source}`);
const sla = measureSla(incidents);
const routing = measureRouting(incidents);
const slaTimes = Array.from({ length: REPETITIONS }, () => {
  const { user } = process.cpuUsage();
  measureSla(incidents);
  return (process.cpuUsage().user - user) / incidents.length;
});
const isMet = [
  report('Moderate incidents judged as their company did', sla.moderate, BARS.moderate),
  report('Low incidents judged as their company did', sla.low, BARS.low),
  report('First group picked by the flow, last 20 %', routing, isWhole ? BARS.firstGroup : null),
];
console.log(`  reading a ticket's clocks: ${figuresText(figuresOf(slaTimes), 1)} us CPU`);
console.log(`  running the flow (a table of ${routing.rows} rows): ${routing.usPerTicket} us CPU a ticket`);
console.log(JSON.stringify({ bench: 'real-data', incidents: incidents.length, sla, firstGroup: routing, bars: BARS }));
process.exit(isMet.every(Boolean) ? 0 : 1);
