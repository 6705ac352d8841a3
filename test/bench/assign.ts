/**
 * Assignments: a thousand waiting tickets of twelve classes given to 250 agents and committed, next to the same
 * statements issued bare. PGlite on disk, and PostgreSQL (DATABASE_URL, or one started for the run). Bar: a thousand
 * within a second on PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../api/src/database/database.ts';
import { dispatchRound } from '../../api/src/queues/dispatch-round.ts';
import { scratchPostgres } from '../running/scratch-postgres.ts';
import { type Figures, figuresOf, figuresText } from './figures.bench-support.ts';
import { type Recorder, recordPglite, recordPostgres, toTwins, twinId } from './recorder.bench-support.ts';
import { type Desk, intakeOf, openDesk } from './routed-desk.bench-support.ts';

const REPETITIONS = 5;
const TICKETS = 1_000;
const QUEUES = 3;
const LANGUAGES = ['en', 'id', 'de', 'fr'];
const LONGEST_SECONDS = 1;

/** Tickets wait in three queues, and ask for four languages: requirements that are alike in the twin. */
async function openBacklog(database: Database, recorder: Recorder): Promise<Desk> {
  const plan = { queues: QUEUES, requirement: () => ({ skills: [], language: 'ticket' }), agents: TICKETS / 4 + 1 };
  const desk = await openDesk(database, recorder, plan);
  const intakes = Array.from({ length: TICKETS - 1 }, (_, index) => ({
    ...intakeOf(desk.channelId, index, QUEUES),
    language: LANGUAGES[Math.floor(index / QUEUES) % LANGUAGES.length] ?? 'en',
  }));
  await Promise.all(intakes.map((intake) => desk.acceptor.accept(desk.workspaceId, intake)));
  await recorder.replay(toTwins(recorder.take()));
  return desk;
}

/** Rounds until nothing waits. */
async function dispatch(database: Database, { workspaceId, programs }: Desk): Promise<number> {
  const startedMs = performance.now();
  for (let round = 0, isUnfinished = true; isUnfinished && round < 10; round++) {
    const done = await database.inWorkspace(workspaceId, (em) => dispatchRound(em, workspaceId, programs, new Date()));
    isUnfinished = done.isUnfinished;
  }
  return (performance.now() - startedMs) / 1000;
}

/** Every ticket has one agent, nobody more than four, in the workspace and in its twin. */
async function checkCorrectness(database: Database, desk: Desk): Promise<void> {
  for (const workspaceId of [desk.workspaceId, twinId(desk.workspaceId)]) {
    const [seen] = await database.inWorkspace(workspaceId, (em) =>
      em.execute<Record<string, string>[]>(
        `select (select count(*) from ticket where assignee_id is not null and status = 'open') as assigned,
                (select count(*) from queue_entry) as waiting, (select count(distinct ticket_id) from assignment) as explained,
                (select max(held) from (select count(*) as held from ticket group by assignee_id) h) as most,
                (select count(*) from ticket_event where type = 'assigned') as events`,
      ),
    );
    const expected = { assigned: TICKETS, waiting: 0, explained: TICKETS, most: 4, events: TICKETS };
    for (const [what, count] of Object.entries(expected))
      if (Number(seen?.[what]) !== count) throw new Error(`Incorrect: ${what} is ${seen?.[what]}, not ${count}.`);
  }
}

interface Measured {
  readonly engine: string;
  /** Seconds for a thousand. */
  readonly alur: Figures;
  readonly bare: Figures;
  readonly ratio: Figures;
}

async function measure(
  engine: string,
  database: Database,
  recorder: Recorder,
  analyze: () => Promise<void>,
): Promise<Measured> {
  const alur: number[] = [];
  const bare: number[] = [];
  // The first round warms both up and doesn't count; after it the planner knows the tables' sizes, as in a running server.
  for (let repetition = 0; repetition <= REPETITIONS; repetition++) {
    const desk = await openBacklog(database, recorder);
    if (repetition === 1) await analyze();
    recorder.take();
    const seconds = await dispatch(database, desk);
    const twins = toTwins(recorder.take());
    const startedMs = performance.now();
    await recorder.replay(twins);
    const bareSeconds = (performance.now() - startedMs) / 1000;
    await checkCorrectness(database, desk);
    if (repetition === 0) continue;
    alur.push(seconds);
    bare.push(bareSeconds);
  }
  const ratio = figuresOf(bare.map((seconds, index) => seconds / (alur[index] ?? seconds)));
  return { engine, alur: figuresOf(alur), bare: figuresOf(bare), ratio };
}

async function onPglite(): Promise<Measured> {
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

async function onPostgres(): Promise<Measured> {
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
  `  seconds for ${TICKETS} assignments, medians of ${REPETITIONS} interleaved repetitions (smallest to largest)`,
);
const pglite = await onPglite();
const postgres = await onPostgres();
for (const { engine, alur, bare, ratio } of [pglite, postgres])
  console.log(`  ${engine}: ${figuresText(alur, 2)} s; bare ${figuresText(bare, 2)} s; ratio ${figuresText(ratio, 2)}`);
console.log(
  JSON.stringify({
    bench: 'assign',
    at: new Date().toISOString(),
    node: process.version,
    measured: [pglite, postgres],
  }),
);
process.exit(postgres.alur.median <= LONGEST_SECONDS ? 0 : 1);
