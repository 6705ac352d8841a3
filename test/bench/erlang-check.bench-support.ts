import { Chance } from './chance.bench-support.ts';
import type { Arrival, Worker } from './contact-centre.bench-support.ts';
import { CLASS_COUNT } from './contact-centre.bench-support.ts';
import { engineDispatch } from './engine-dispatch.bench-support.ts';
import { type Dispatch, simulate } from './simulation.bench-support.ts';

const SERVERS = 40;
const LOAD = 0.85;
const BLOCK = 1_000_000;
/** So many customers are also served by the engine, which must do just the same. */
const BY_ENGINE = 20_000;

/** Mean wait in M/M/c in mean service times: Erlang's C over `c (1 - load)`. */
export function erlangWait(servers: number, load: number): number {
  const offered = servers * load;
  // Erlang's B by its recursion, which doesn't overflow.
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = (offered * blocked) / (count + offered * blocked);
  const delayed = blocked / (1 - load * (1 - blocked));
  return delayed / (servers * (1 - load));
}

/** Runs the simulator as M/M/40, in blocks of a million customers. Throws where the engine serves in another order. */
export function checkAgainstErlang(blocks: number): {
  readonly simulated: number;
  readonly expected: number;
  readonly customers: number;
} {
  const workers = Array.from({ length: SERVERS }, (): Worker => {
    const levels = { 'language-0': 5, 'topic-0': 5 };
    return { capacity: 1, speed: 1, levels, proficiencies: Array.from({ length: CLASS_COUNT }, () => 1) };
  });
  const inTurn: Dispatch = (tickets, desks) => ({
    given: tickets.slice(0, desks.length).flatMap((ticket, at) => {
      const desk = desks[at];
      return desk === undefined ? [] : { ticket, desk };
    }),
    isHeld: false,
  });
  let sum = 0;
  for (let block = 0; block < blocks; block++) {
    const arrivals = poisson(new Chance(block + 1), BLOCK);
    for (const wait of simulate(workers, arrivals, inTurn).waits) sum += wait;
  }
  const few = poisson(new Chance(1), BY_ENGINE);
  const plain = simulate(workers, few, inTurn).waits;
  const byEngine = simulate(workers, few, engineDispatch('longestIdle', few)).waits;
  if (plain.some((wait, at) => Math.abs(wait - (byEngine[at] ?? -1)) > 1e-9))
    throw new Error('The engine does not serve first who comes first.');
  return { simulated: sum / (blocks * BLOCK), expected: erlangWait(SERVERS, LOAD), customers: blocks * BLOCK };
}

/** Arrivals at 85 % load, of one class, with exponential work of mean 1. */
function poisson(chance: Chance, count: number): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  for (let at = 0; arrivals.length < count; ) {
    at += chance.exponential() / (SERVERS * LOAD);
    arrivals.push({ at, classAt: 0, priority: 0, work: chance.exponential() });
  }
  return arrivals;
}
