/**
 * Finding the rules an event concerns: 4 types of events, 16 facts, about 4.1 comparisons a rule, nested, of which about
 * 1 % match. Alur's rules are flows, compiled and linked. Each engine, with each number of rules, in a process of its own, in turns; first all must
 * find the same. Bars: faster than json-rules-engine and zen-engine with any number of rules; with 10,000 at least 5,000
 * and 200 times as fast and at most 15 us of CPU; from 1,000 to 10,000 rules the time grows with an exponent of at most 0.6.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Figures, figuresOf, figuresText } from './figures.bench-support.ts';
import type { ContenderName } from './rules-contenders.bench-support.ts';
import type { Order, Report } from './rules-process.bench-support.ts';
import { comparisonsOf, HAPPENINGS, MATCH_SHARE, workload } from './rules-workload.bench-support.ts';

const SEED = 20_261_122;
const REPETITIONS = 5;
const SIZES = [10, 100, 1_000, 10_000];
const BARS = { shareOff: 0.1, jsonRulesEngine: 5_000, zenEngine: 200, microseconds: 15, exponent: 0.6 };
/** Rounds measured before they count. */
const WARM_UPS = 5;
/** CPU one measurement should take, and the most events of one. */
const DOSE = { microseconds: 150_000, events: 100_000 };
/** Events checked, fewer where an engine is slow. */
const CHECKED = { most: HAPPENINGS, microseconds: 2_000_000 };

const NAMES: readonly ContenderName[] = ['Alur', 'closures', 'zen-engine', 'json-rules-engine'];

interface Measured {
  readonly name: ContenderName;
  readonly child: ChildProcess;
  readonly compileMs: number;
  readonly heapMb: number;
  readonly rssMb: number;
  readonly microseconds: number[];
  events: number;
}

function ask(child: ChildProcess, order: Order): Promise<Report> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('An engine died'));
    child.once('exit', fail);
    child.once('message', (report: Report) => {
      child.off('exit', fail);
      resolve(report);
    });
    child.send(order);
  });
}

async function start(name: ContenderName, rules: number): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'rules-process.bench-support.ts'), {
    execArgv: ['--expose-gc', '--max-old-space-size=4096'],
  });
  const report = await ask(child, { type: 'compile', name, seed: SEED, rules });
  if (report.type !== 'compiled') throw new Error('Out of step');
  const mb = (bytes: number) => bytes / 1024 / 1024;
  return {
    name,
    child,
    compileMs: report.ms,
    heapMb: mb(report.heapBytes),
    rssMb: mb(report.rssBytes),
    microseconds: [],
    events: 1,
  };
}

async function check({ child }: Measured, count: number): Promise<readonly (readonly number[])[]> {
  const report = await ask(child, { type: 'check', count });
  if (report.type !== 'checked') throw new Error('Out of step');
  return report.matches;
}

async function measure({ child }: Measured, count: number): Promise<number> {
  const report = await ask(child, { type: 'measure', count });
  if (report.type !== 'measured') throw new Error('Out of step');
  return report.microseconds;
}

/** How many events of so many microseconds make a dose. */
function eventsFor(microseconds: number): number {
  return Math.max(4, Math.min(DOSE.events, Math.floor(DOSE.microseconds / microseconds)));
}

/** The contenders with so many rules, all of which find the same, warmed up. */
interface Size {
  readonly rules: number;
  readonly matchShare: number;
  readonly contenders: readonly Measured[];
}

async function ready(rules: number): Promise<Size> {
  const interpreter = await start('interpreter', rules);
  const expected = await check(interpreter, CHECKED.most);
  interpreter.child.kill();
  const contenders: Measured[] = [];
  for (const name of NAMES) contenders.push(await start(name, rules));
  for (const contender of contenders) {
    const guess = await measure(contender, 1);
    const count = Math.max(8, Math.min(CHECKED.most, Math.floor(CHECKED.microseconds / guess)));
    const matches = await check(contender, count);
    if (JSON.stringify(matches) !== JSON.stringify(expected.slice(0, count))) {
      throw new Error(`${contender.name} finds other rules than the interpreter`);
    }
    // The first rounds show how many events make a dose, and a service that runs all day is warm.
    contender.events = eventsFor(guess);
    for (let round = 0; round < WARM_UPS; round += 1) {
      contender.events = eventsFor(await measure(contender, contender.events));
    }
  }
  const matched = expected.reduce((sum, { length }) => sum + length, 0);
  return { rules, matchShare: matched / (expected.length * rules), contenders };
}

interface SizeResult {
  readonly rules: number;
  readonly matchShare: number;
  readonly figures: Readonly<Record<string, Figures & { compileMs: number; heapMb: number; rssMb: number }>>;
}

function resultOf({ rules, matchShare, contenders }: Size): SizeResult {
  return {
    rules,
    matchShare,
    figures: Object.fromEntries(
      contenders.map(({ name, microseconds, compileMs, heapMb, rssMb }) => [
        name,
        { ...figuresOf(microseconds), compileMs, heapMb, rssMb },
      ]),
    ),
  };
}

const { rules } = workload(SEED, 10_000);
const comparisons = rules.reduce((sum, { condition }) => sum + comparisonsOf(condition), 0) / rules.length;
console.log(
  `Seed ${SEED}, ${comparisons.toFixed(2)} comparisons a rule, medians of ${REPETITIONS} (smallest to largest)`,
);
const sizes: Size[] = [];
for (const size of SIZES) sizes.push(await ready(size));
// All sizes in turns too: the exponent compares them, and a machine is not equally fast all the time.
for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
  for (const { contenders } of sizes) {
    for (const contender of contenders) contender.microseconds.push(await measure(contender, contender.events));
  }
}
for (const { contenders } of sizes) for (const { child } of contenders) child.kill();
const results = sizes.map(resultOf);
for (const { rules, matchShare, figures: ofSize } of results) {
  console.log(`\n${rules.toLocaleString('en')} rules, of which ${(matchShare * 100).toFixed(2)} % match an event`);
  const own = ofSize.Alur?.median ?? Number.NaN;
  for (const [name, figures] of Object.entries(ofSize)) {
    const ratio = name === 'Alur' ? '' : `, ${(figures.median / own).toFixed(1)} times Alur's`;
    const note = name === 'zen-engine' ? ' (with marshalling into native code)' : '';
    console.log(
      `  ${name.padEnd(18)} ${figuresText(figures, 2).padStart(34)} us CPU an event${ratio}${note}; ` +
        `compiled in ${figures.compileMs.toFixed(0)} ms, ${figures.heapMb.toFixed(1)} MB kept, ${figures.rssMb.toFixed(0)} MB RSS`,
    );
  }
}

const medianOf = (size: number, name: ContenderName) =>
  results.find((result) => result.rules === size)?.figures[name]?.median ?? Number.NaN;
const ratio = (name: ContenderName) => medianOf(10_000, name) / medianOf(10_000, 'Alur');
const exponent = Math.log10(medianOf(10_000, 'Alur') / medianOf(1_000, 'Alur'));
const isAhead = SIZES.every((size) =>
  (['zen-engine', 'json-rules-engine'] as const).every((name) => medianOf(size, 'Alur') < medianOf(size, name)),
);
const bars = [
  { bar: 'ahead of json-rules-engine and zen-engine with any number of rules', isReached: isAhead },
  {
    bar: `10,000 rules: ${ratio('json-rules-engine').toFixed(0)} times as fast as json-rules-engine (bar ${BARS.jsonRulesEngine})`,
    isReached: ratio('json-rules-engine') >= BARS.jsonRulesEngine,
  },
  {
    bar: `10,000 rules: ${ratio('zen-engine').toFixed(0)} times as fast as zen-engine, marshalling included (bar ${BARS.zenEngine})`,
    isReached: ratio('zen-engine') >= BARS.zenEngine,
  },
  {
    bar: `10,000 rules: ${medianOf(10_000, 'Alur').toFixed(1)} us (bar ${BARS.microseconds})`,
    isReached: medianOf(10_000, 'Alur') <= BARS.microseconds,
  },
  {
    bar: `${(MATCH_SHARE * 100).toFixed(1)} % of the rules match, a tenth more or less, whatever their number`,
    isReached: results.every(({ matchShare }) => Math.abs(matchShare / MATCH_SHARE - 1) <= BARS.shareOff),
  },
  { bar: `exponent ${exponent.toFixed(2)} (bar ${BARS.exponent})`, isReached: exponent <= BARS.exponent },
];
console.log('');
for (const { bar, isReached } of bars) console.log(`  ${isReached ? 'reached' : 'NOT REACHED'}: ${bar}`);
const isPassed = bars.every(({ isReached }) => isReached);
console.log(JSON.stringify({ bench: 'rules', seed: SEED, comparisons, exponent, isPassed, results }));
process.exit(isPassed ? 0 : 1);
