/**
 * Intake: tickets accepted, routed by a published flow and committed, per second; next to the same statements issued
 * bare, by the same driver, with fresh ids, in the same order. PGlite on disk, and PostgreSQL (DATABASE_URL, or one
 * started for the run). Bar: at least 0.5 of bare.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../api/src/database/database.ts';
import { scratchPostgres } from '../running/scratch-postgres.ts';
import { type Figures, figuresOf, figuresText, quantile } from './figures.bench-support.ts';
import { type Recorder, recordPglite, recordPostgres, toTwins, twinId } from './recorder.bench-support.ts';
import { type Desk, intakeOf, openDesk as openRoutedDesk } from './routed-desk.bench-support.ts';

const REPETITIONS = 5;

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

/** A desk of twelve queues, each asking for a skill. */
function openDesk(database: Database, recorder: Recorder): Promise<Desk> {
  return openRoutedDesk(database, recorder, {
    queues: 12,
    requirement: (skillId) => ({ skills: [{ skillId, level: 2 }] }),
  });
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
