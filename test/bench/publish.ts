/**
 * Publishing one flow into 10,000 live ones: reading, compiling and relinking it, against compiling and linking all
 * anew. In turns; first both must find the same. Bar, in CPU: at most 1 % of it.
 */
import {
  compileFlow,
  linkProgram,
  matchFlows,
  type Pipeline,
  type Program,
  parseFlow,
  relinkProgram,
} from '@alur/engine';
import { figuresOf, figuresText, quantile } from './figures.bench-support.ts';
import { eventOf, flowOf, type Rule, workload } from './rules-workload.bench-support.ts';

const SEED = 20_261_122;
const FLOWS = 10_000;
const REPETITIONS = 5;
const PUBLISHES = 40;
const BAR = 0.01;

const { rules, happenings } = workload(SEED, FLOWS + REPETITIONS * PUBLISHES);
const live = new Map(rules.slice(0, FLOWS).map((rule) => [rule.id, rule]));
const fresh = rules.slice(FLOWS);

function compiled(id: number, rule: Rule): Pipeline {
  const parsed = parseFlow(flowOf(rule));
  if (!parsed.ok) throw new Error('The workload has a flow that does not parse');
  const identity = { flowId: `flow-${id}`, versionId: `version-${rule.id}`, position: id, stopOnMatch: false };
  return compileFlow(parsed.flow, identity);
}

function all(): Program {
  return linkProgram([...live].map(([id, rule]) => compiled(id, rule)));
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function found(program: Program): string {
  const context = { nowMs: 0, timeZone: 'UTC' };
  return JSON.stringify(
    happenings.map((happening) =>
      matchFlows(program, eventOf(happening), happening.facts, context).map(({ versionId }) => versionId),
    ),
  );
}

let program = all();
const full: number[] = [];
const one: number[] = [];
let next = 0;
for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
  let anew = program;
  full.push(
    cpuMs(() => {
      anew = all();
    }),
  );
  if (found(program) !== found(anew)) throw new Error('Relinked and linked programs find different flows');
  for (let publish = 0; publish < PUBLISHES; publish += 1) {
    const rule = fresh[next];
    if (!rule) throw new Error('There are too few flows');
    // Flows all over the order are replaced by others, which listen to other events and ask other facts.
    const id = (next * 37) % FLOWS;
    live.set(id, rule);
    one.push(
      cpuMs(() => {
        program = relinkProgram(program, { put: [compiled(id, rule)] });
      }),
    );
    next += 1;
  }
}
if (found(program) !== found(all())) throw new Error('Relinked and linked programs find different flows');

const share = figuresOf(one).median / figuresOf(full).median;
const isPassed = share <= BAR;
console.log(`Seed ${SEED}, ${FLOWS.toLocaleString('en')} flows, medians (smallest to largest)`);
console.log(`  all compiled and linked  ${figuresText(figuresOf(full))} ms CPU, ${REPETITIONS} times`);
console.log(
  `  one published            ${figuresText(figuresOf(one), 2)} ms CPU, ${one.length} times, p95 ${quantile(one, 0.95).toFixed(2)} ms`,
);
console.log(`  ${(share * 100).toFixed(2)} % (bar ${BAR * 100} %): ${isPassed ? 'reached' : 'NOT REACHED'}`);
console.log(JSON.stringify({ bench: 'publish', seed: SEED, share, isPassed, full, one }));
process.exit(isPassed ? 0 : 1);
