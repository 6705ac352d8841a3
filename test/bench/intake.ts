/**
 * Intake: tickets accepted, routed by a published flow and committed, per second; next to the same statements issued
 * bare, by the same driver, with fresh ids, in the same order. PGlite on disk, and PostgreSQL (DATABASE_URL, or one
 * started for the run). Bar: at least 0.5 of bare.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../api/src/database/database.ts';
import { createFlow, type FlowParts } from '../../api/src/flows/arrange-flows.ts';
import { Programs } from '../../api/src/flows/programs.ts';
import { publishFlow } from '../../api/src/flows/publish-flow.ts';
import { Acceptor } from '../../api/src/tickets/acceptor.ts';
import type { Intake } from '../../api/src/tickets/intake.ts';
import { type Figures, figuresOf, figuresText, quantile } from './figures.bench-support.ts';
import { type Recorder, recordPglite, recordPostgres, toTwins, twinId } from './recorder.bench-support.ts';
import { scratchPostgres } from '../running/scratch-postgres.ts';

const REPETITIONS = 5;
const CATEGORIES = 12;

interface Mode {
  readonly name: string;
  readonly tickets: number;
  /** Callers that each wait for their answer before the next ticket. */
  readonly clients: number;
}

const MODES: readonly Mode[] = [
  { name: 'one client', tickets: 200, clients: 1 },
  { name: '16 clients', tickets: 800, clients: 16 },
  { name: 'bursts of 500', tickets: 2_000, clients: 500 },
];

interface Desk {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly acceptor: Acceptor;
}

let counter = 0;
/** Ids in order of time, as the server's are; none collides with a twin. */
function newId(): string {
  counter += 1;
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${counter.toString(16).padStart(12, '0')}`;
}

/** A workspace with a channel, a queue per category and the ids to make its twin from. */
async function makeWorkspace(database: Database, id: (own: string) => string, ids: readonly string[]): Promise<void> {
  const [workspaceId = '', channelId = '', skillId = '', ...queueIds] = ids.map(id);
  await database.inWorkspace(workspaceId, async (em) => {
    await em.execute(`insert into workspace (id, slug, name, time_zone) values (?, ?, 'Bench', 'UTC')`, [
      workspaceId,
      workspaceId,
    ]);
    await em.execute('insert into workspace_counter (workspace_id) values (?)', [workspaceId]);
    await em.execute(`insert into channel (workspace_id, id, name, type) values (?, ?, 'API', 'api')`, [
      workspaceId,
      channelId,
    ]);
    await em.execute(`insert into skill (workspace_id, id, name) values (?, ?, 'Any')`, [workspaceId, skillId]);
    for (const [index, queueId] of queueIds.entries())
      await em.execute('insert into queue (workspace_id, id, name, is_fallback, position) values (?, ?, ?, ?, ?)', [
        workspaceId,
        queueId,
        `Queue ${index}`,
        index === 0,
        index,
      ]);
  });
}

/** Routes by category: a case, and a route with a skill, per queue. */
function routingFlow(queueIds: readonly string[], skillId: string) {
  const at = { x: 0, y: 0 };
  const cases = queueIds.map((_, index) => ({
    id: `c${index}`,
    condition: { fact: 'ticket.category', op: 'is', value: `Category ${index}` },
  }));
  return {
    format: 1,
    nodes: [
      { id: 'start', kind: 'trigger.ticketCreated', position: at, config: {} },
      { id: 'which', kind: 'filter.switch', position: at, config: { cases } },
      ...queueIds.map((queueId, index) => ({
        id: `route${index}`,
        kind: 'action.route',
        position: at,
        config: { queueId, requirement: { skills: [{ skillId, level: 2 }] } },
      })),
    ],
    edges: [
      { id: 'e', from: { node: 'start', port: 'then' }, to: { node: 'which' } },
      ...queueIds.map((_, index) => ({
        id: `e${index}`,
        from: { node: 'which', port: `c${index}` },
        to: { node: `route${index}` },
      })),
    ],
    notes: [],
  };
}

const silent = { error: (...words: unknown[]) => console.error(...words) } as unknown as ConstructorParameters<
  typeof Programs
>[0];

async function openDesk(database: Database, recorder: Recorder): Promise<Desk> {
  const ids = Array.from({ length: 3 + CATEGORIES }, newId);
  const [workspaceId = '', channelId = '', skillId = '', ...queueIds] = ids;
  await makeWorkspace(database, (id) => id, ids);
  await makeWorkspace(database, twinId, ids);
  const notices = { publish() {}, subscribe: () => () => {} };
  const clock = { nowMs: Date.now };
  const parts: FlowParts = { database, notices, clock };
  const actor = {
    workspaceId,
    kind: 'system',
    id: workspaceId,
    name: 'Bench',
    role: 'admin',
    agentId: null,
    locale: 'en',
    credentialId: workspaceId,
  } as const;
  recorder.take();
  const flow = await createFlow(parts, actor, { name: 'Route', document: routingFlow(queueIds, skillId) });
  const { version } = await publishFlow(parts, actor, { flowId: flow.id, revision: 1 });
  if (!version) throw new Error('The flow of the benchmark has errors.');
  const programs = new Programs(silent);
  const acceptor = new Acceptor({ database, notices, clock, programs, onQueued: () => {} });
  // Compiled once, as in a server that has been running; the twin gets the flow by the same statements.
  await acceptor.accept(workspaceId, intakeOf(channelId, -1));
  await recorder.replay(toTwins(recorder.take()));
  return { workspaceId, channelId, acceptor };
}

function intakeOf(channelId: string, index: number): Intake {
  return {
    channelId,
    externalId: `T-${index}`,
    contact: { email: `customer${index % 200}@example.org`, name: `Customer ${index % 200}` },
    subject: `Ticket ${index}: something does not work as it should`,
    message: 'It worked yesterday. Since this morning it shows an error whenever the form is sent. '.repeat(3),
    category: `Category ${Math.abs(index) % CATEGORIES}`,
    priority: 'normal',
    tags: ['bench'],
    isAutomated: false,
    actor: { kind: 'api', id: null, name: 'Bench' },
  };
}

/** Feeds a mode's tickets; gives seconds taken and each ticket's milliseconds. */
async function feed({ acceptor, workspaceId, channelId }: Desk, { tickets, clients }: Mode) {
  const intakes = Array.from({ length: tickets }, (_, index) => intakeOf(channelId, index));
  const latencies: number[] = [];
  const startedMs = performance.now();
  const client = async () => {
    for (let intake = intakes.pop(); intake; intake = intakes.pop()) {
      const sentMs = performance.now();
      await acceptor.accept(workspaceId, intake);
      latencies.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { seconds: (performance.now() - startedMs) / 1000, latencies };
}

/** Nothing lost, nothing doubled, everything routed and traced; also when every ticket is sent twice. */
async function checkCorrectness(database: Database, recorder: Recorder): Promise<void> {
  const desk = await openDesk(database, recorder);
  const sent = Array.from({ length: 500 }, (_, index) => intakeOf(desk.channelId, index));
  const answers = await Promise.all([...sent, ...sent].map((intake) => desk.acceptor.accept(desk.workspaceId, intake)));
  await recorder.replay(toTwins(recorder.take()));
  for (const workspaceId of [desk.workspaceId, twinId(desk.workspaceId)]) {
    const [seen] = await database.inWorkspace(workspaceId, (em) =>
      em.execute<Record<string, string>[]>(
        `select (select count(*) from ticket) as tickets, (select count(distinct external_id) from ticket) as distinct_tickets,
                (select count(distinct ticket_id) from trace) as traced, (select count(*) from run where acted) as runs,
                (select count(*) from queue_entry e join queue q on q.id = e.queue_id
                 join ticket t on t.id = e.ticket_id and t.category = replace(q.name, 'Queue', 'Category')) as routed,
                (select count(*) from message) as messages, (select count(*) from ticket_event) as events,
                (select max(sequence) from ticket_event) as last_event`,
      ),
    );
    // One more than sent: the ticket that warmed the desk up.
    const expected = {
      tickets: 501,
      distinct_tickets: 501,
      traced: 501,
      runs: 501,
      routed: 501,
      messages: 501,
      events: 1002,
      last_event: 1002,
    };
    for (const [what, count] of Object.entries(expected))
      if (Number(seen?.[what]) !== count) throw new Error(`Incorrect: ${what} is ${seen?.[what]}, not ${count}.`);
  }
  const duplicates = answers.filter(({ isDuplicate }) => isDuplicate).length;
  if (duplicates !== 500) throw new Error(`Incorrect: ${duplicates} answers were duplicates, not 500.`);
  recorder.take();
}

interface Measured {
  readonly engine: string;
  readonly mode: string;
  readonly alur: Figures;
  readonly bare: Figures;
  readonly ratio: Figures;
  readonly p99Ms: Figures;
  /** Of Alur's process; on PGlite the database's are among them. */
  readonly cpuMsPerTicket: Figures;
  readonly ticketsPerTransaction: number;
  readonly statementsPerTransaction: number;
}

async function measure(
  engine: string,
  database: Database,
  recorder: Recorder,
  analyze: () => Promise<void>,
): Promise<Measured[]> {
  await checkCorrectness(database, recorder);
  const runs = MODES.map((mode) => ({
    mode,
    alur: [] as number[],
    bare: [] as number[],
    p99: [] as number[],
    cpu: [] as number[],
    batch: 0,
    statements: 0,
  }));
  // The first round warms both up and doesn't count. After it the planner is told of the tables' sizes, as autovacuum
  // does within a minute: plans made for empty tables read whole workspaces.
  for (let repetition = 0; repetition <= REPETITIONS; repetition++) {
    if (repetition === 1) await analyze();
    for (const run of runs) {
      const desk = await openDesk(database, recorder);
      recorder.take();
      const cpu = process.cpuUsage();
      const { seconds, latencies } = await feed(desk, run.mode);
      const { user, system } = process.cpuUsage(cpu);
      const recorded = recorder.take();
      const twins = toTwins(recorded);
      const startedMs = performance.now();
      await recorder.replay(twins);
      const bareSeconds = (performance.now() - startedMs) / 1000;
      if (process.argv.includes('--verbose'))
        console.error(
          `  ${engine}, ${run.mode.name} ${repetition}: ${seconds.toFixed(2)} s, bare ${bareSeconds.toFixed(2)} s`,
        );
      if (repetition === 0) continue;
      run.alur.push(run.mode.tickets / seconds);
      run.bare.push(run.mode.tickets / bareSeconds);
      run.cpu.push((user + system) / 1000 / run.mode.tickets);
      run.p99.push(quantile(latencies, 0.99));
      run.batch = run.mode.tickets / recorded.length;
      run.statements = recorded.reduce((sum, statements) => sum + statements.length, 0) / recorded.length;
    }
  }
  return runs.map(({ mode, alur, bare, p99, cpu, batch, statements }) => ({
    engine,
    mode: mode.name,
    alur: figuresOf(alur),
    bare: figuresOf(bare),
    ratio: figuresOf(alur.map((rate, index) => rate / (bare[index] ?? rate))),
    p99Ms: figuresOf(p99),
    cpuMsPerTicket: figuresOf(cpu),
    ticketsPerTransaction: Math.round(batch * 10) / 10,
    statementsPerTransaction: Math.round(statements * 10) / 10,
  }));
}

function print({ engine, mode, alur, bare, ratio, p99Ms, cpuMsPerTicket, ticketsPerTransaction }: Measured): void {
  console.log(
    `  ${engine}, ${mode}: ${figuresText(alur)} tickets/s; bare ${figuresText(bare)}; ratio ${figuresText(ratio, 2)}; ` +
      `p99 ${figuresText(p99Ms, 1)} ms; CPU ${figuresText(cpuMsPerTicket, 2)} ms a ticket; ${ticketsPerTransaction} tickets a transaction`,
  );
}

async function onPglite(): Promise<Measured[]> {
  const directory = mkdtempSync(join(tmpdir(), 'alur-bench-'));
  const recorder = recordPglite();
  const database = await openDatabase({ kind: 'pglite', directory });
  try {
    return await measure('PGlite on disk', database, recorder, () => database.keepUp());
  } finally {
    await recorder.close();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<Measured[]> {
  const scratch = await scratchPostgres();
  const recorder = await recordPostgres(scratch.url);
  const database = await openDatabase({ kind: 'postgres', url: scratch.url });
  try {
    return await measure(`PostgreSQL ${scratch.version}`, database, recorder, scratch.analyze);
  } finally {
    await database.close();
    await recorder.close();
    await scratch.drop();
  }
}

console.log(
  `  medians of ${REPETITIONS} interleaved repetitions (smallest to largest); PGlite has no fsync, so compare within an engine only`,
);
const measured = [...(await onPglite()), ...(await onPostgres())];
for (const each of measured) print(each);
console.log(JSON.stringify({ bench: 'intake', at: new Date().toISOString(), node: process.version, measured }));
process.exit(measured.every(({ ratio }) => ratio.median >= 0.5) ? 0 : 1);
