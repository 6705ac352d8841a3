import { type Arrival, PRIORITIES, TARGETS, WORK_RATES, type Worker } from './contact-centre.bench-support.ts';

/** A worker as the simulation moves them. */
export interface Desk {
  readonly place: number;
  readonly worker: Worker;
  open: number;
  lastAssignedAt: number | null;
}

export interface Given {
  /** Place among the arrivals. */
  readonly ticket: number;
  readonly desk: Desk;
}

/**
 * Who gets which of the waiting tickets, given as places among the arrivals, the oldest of their kind; `desks` have room.
 * `isHeld` says that a ticket was kept back for somebody it suits, so that time alone may release it.
 */
export type Dispatch = (
  tickets: readonly number[],
  desks: readonly Desk[],
  now: number,
) => { readonly given: readonly Given[]; readonly isHeld: boolean };

export interface Outcome {
  /** Minutes from arrival to assignment, by arrival. */
  readonly waits: Float64Array;
  /** Who took it, by arrival. */
  readonly takers: Int32Array;
  /** Mean share of capacity in use, by worker, until the last arrival. */
  readonly loads: readonly number[];
}

const GATE = 0.25;
const HELD_SHARE = 0.3;

/**
 * Runs a contact centre from the first arrival until everybody was served. Workers share their work rate evenly among
 * their tickets. The dispatcher is asked when a ticket arrives (about it), when a worker is freed (about them) and, while
 * something is held, every 15 seconds (about those whose slack has shrunk): nothing else can change its mind.
 */
export function simulate(workers: readonly Worker[], arrivals: readonly Arrival[], dispatch: Dispatch): Outcome {
  const desks: readonly Desk[] = workers.map((worker, place) => ({ place, worker, open: 0, lastAssignedAt: null }));
  const waits = new Float64Array(arrivals.length);
  const takers = new Int32Array(arrivals.length).fill(-1);
  const line = new Line(arrivals);
  const nextDone = new Float64Array(workers.length).fill(Number.POSITIVE_INFINITY);
  const lastArrivalAt = arrivals.at(-1)?.at ?? 0;
  const benches = workers.map((worker) => new Bench(worker, lastArrivalAt));
  let gateAt = Number.POSITIVE_INFINITY;
  let arrived = 0;

  const ask = (tickets: readonly number[], able: readonly Desk[], now: number) => {
    const { given, isHeld } = dispatch(tickets, able, now);
    for (const { ticket, desk } of given) {
      const arrival = arrivals[ticket] as Arrival;
      if (takers[ticket] !== -1) throw new Error('A ticket was given twice.');
      if (desk.open >= desk.worker.capacity) throw new Error('A worker was given more than they have room for.');
      line.remove(ticket);
      waits[ticket] = now - arrival.at;
      takers[ticket] = desk.place;
      const bench = benches[desk.place] as Bench;
      bench.add(arrival, now);
      desk.open += 1;
      desk.lastAssignedAt = now;
      nextDone[desk.place] = bench.nextDoneAt(now);
    }
    if (isHeld && gateAt === Number.POSITIVE_INFINITY) gateAt = now + GATE;
  };

  for (;;) {
    let freed = 0;
    for (let place = 1; place < nextDone.length; place++)
      if ((nextDone[place] as number) < (nextDone[freed] as number)) freed = place;
    const doneAt = nextDone[freed] as number;
    const arrivalAt = arrivals[arrived]?.at ?? Number.POSITIVE_INFINITY;
    const now = Math.min(doneAt, arrivalAt, gateAt);
    if (now === Number.POSITIVE_INFINITY) break;
    if (now === arrivalAt) {
      const ticket = arrived;
      arrived += 1;
      line.add(ticket);
      const able = desks.filter((desk) => hasRoom(desk) && serves(desk, arrivals[ticket]?.classAt ?? 0));
      if (able.length > 0) ask([ticket], able, now);
    } else if (now === doneAt) {
      const desk = desks[freed] as Desk;
      const bench = benches[freed] as Bench;
      bench.finish(now);
      desk.open -= 1;
      nextDone[freed] = bench.nextDoneAt(now);
      const tickets = line.oldest(
        (classAt) => serves(desk, classAt),
        desk.worker.capacity - desk.open,
        () => true,
      );
      if (tickets.length > 0) ask(tickets, [desk], now);
    } else {
      gateAt = Number.POSITIVE_INFINITY;
      const able = desks.filter(hasRoom);
      const room = able.reduce((sum, { open, worker }) => sum + worker.capacity - open, 0);
      const tickets = line.oldest(
        (classAt) => able.some((desk) => serves(desk, classAt)),
        room,
        (ticket) => now - ticket.at > HELD_SHARE * (TARGETS[ticket.priority] ?? 0),
      );
      if (tickets.length > 0) ask(tickets, able, now);
      if (gateAt === Number.POSITIVE_INFINITY && able.length > 0 && line.size > 0) gateAt = now + GATE;
    }
  }
  return { waits, takers, loads: benches.map((bench) => bench.used() / lastArrivalAt) };
}

const hasRoom = ({ open, worker }: Desk): boolean => open < worker.capacity;
const serves = ({ worker }: Desk, classAt: number): boolean => (worker.proficiencies[classAt] ?? 0) > 0;

/** Waiting tickets, in a list for each class and priority, the oldest first. */
class Line {
  readonly #arrivals: readonly Arrival[];
  readonly #lists = new Map<number, { readonly classAt: number; readonly tickets: number[]; head: number }>();
  size = 0;

  constructor(arrivals: readonly Arrival[]) {
    this.#arrivals = arrivals;
  }

  add(ticket: number): void {
    const { classAt, priority } = this.#arrivals[ticket] as Arrival;
    const key = classAt * PRIORITIES.length + priority;
    const list = this.#lists.get(key) ?? { classAt, tickets: [], head: 0 };
    list.tickets.push(ticket);
    this.#lists.set(key, list);
    this.size += 1;
  }

  /** Only ever the oldest of a list is taken, or one that has just come. */
  remove(ticket: number): void {
    const { classAt, priority } = this.#arrivals[ticket] as Arrival;
    const list = this.#lists.get(classAt * PRIORITIES.length + priority);
    if (list?.tickets[list.head] === ticket) list.head += 1;
    else if (list?.tickets.at(-1) === ticket) list.tickets.pop();
    else throw new Error('A ticket was given before an older one of its kind.');
    this.size -= 1;
  }

  /** The oldest `count` of each list of these classes, as far as `may` lets. */
  oldest(isOf: (classAt: number) => boolean, count: number, may: (arrival: Arrival) => boolean): readonly number[] {
    const found: number[] = [];
    for (const { classAt, tickets, head } of this.#lists.values()) {
      if (head === tickets.length || !isOf(classAt)) continue;
      for (const ticket of tickets.slice(head, head + count)) {
        if (!may(this.#arrivals[ticket] as Arrival)) break;
        found.push(ticket);
      }
    }
    return found;
  }
}

/** A worker's tickets in hand. Each is done when the work done per ticket since it came reaches what it needs. */
class Bench {
  readonly #worker: Worker;
  readonly #doneWhen: number[] = [];
  /** Work done per ticket so far, and when that was. */
  #done = 0;
  #at = 0;
  #used = 0;
  /** Until when use is counted. */
  readonly #horizon: number;

  constructor(worker: Worker, horizon: number) {
    this.#worker = worker;
    this.#horizon = horizon;
  }

  add({ work, classAt }: Arrival, now: number): void {
    this.#advance(now);
    this.#doneWhen.push(this.#done + work / (this.#worker.proficiencies[classAt] ?? 1));
    this.#doneWhen.sort((a, b) => a - b);
  }

  /** Ends the ticket that is due now. */
  finish(now: number): void {
    this.#advance(now);
    this.#doneWhen.shift();
  }

  nextDoneAt(now: number): number {
    const [next] = this.#doneWhen;
    return next === undefined ? Number.POSITIVE_INFINITY : now + Math.max(0, next - this.#done) / this.#rate();
  }

  /** Share of capacity in use times minutes, until the horizon. */
  used(): number {
    this.#advance(Math.max(this.#at, this.#horizon));
    return this.#used;
  }

  #rate(): number {
    const open = this.#doneWhen.length;
    return open === 0 ? 0 : ((WORK_RATES[open] ?? 0) / open) * this.#worker.speed;
  }

  #advance(now: number): void {
    const elapsed = now - this.#at;
    this.#done += elapsed * this.#rate();
    const counted = Math.max(0, Math.min(now, this.#horizon) - this.#at);
    this.#used += (counted * this.#doneWhen.length) / this.#worker.capacity;
    this.#at = now;
  }
}
