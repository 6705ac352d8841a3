import type { AgentPool } from './agent-pool.ts';
import type { AgentSet } from './agent-set.ts';
import type { WaitingTicket } from './assignment.ts';
import type { Need } from './need.ts';
import { NeedIndex } from './need-index.ts';
import type { PolicyFormulas } from './policy-formulas.ts';
import { Room } from './room.ts';
import { TicketClass } from './ticket-class.ts';
import { type RankedTicket, TicketLane } from './ticket-lane.ts';

/** The tickets of a round by what decides over them. */
export interface Layout {
  readonly lanes: readonly TicketLane[];
  /** One for each cost that occurs. */
  readonly rooms: readonly Room[];
}

/** `share` as by `drainShare`. */
export interface LayOutInput {
  readonly tickets: readonly WaitingTicket[];
  readonly pool: AgentPool;
  readonly formulas: PolicyFormulas;
  readonly share: number;
  readonly nowMs: number;
}

interface LanesOfClass {
  readonly ticketClass: TicketClass;
  held: TicketLane | null;
  open: TicketLane | null;
}

/** Sorts tickets into classes and lanes, in the order of their age, so that the order of input doesn't show. */
export function layOut({ tickets, pool, formulas, share, nowMs }: LayOutInput): Layout {
  const needs = new NeedIndex(pool);
  const classes = new ClassIndex(pool, share);
  const lanes: TicketLane[] = [];
  for (const ranked of rank(tickets, formulas, nowMs)) {
    const { requirement, channelType } = ranked.ticket;
    const ofClass = classes.of(needs.of(requirement, channelType), ranked.ticket);
    const kind = formulas.canBeHeld(ranked.ticket, nowMs) ? 'held' : 'open';
    let lane = ofClass[kind];
    if (lane === null) {
      lane = new TicketLane(ofClass.ticketClass, kind === 'held', formulas);
      ofClass[kind] = lane;
      lanes.push(lane);
    }
    lane.add(ranked);
  }
  for (const lane of lanes) lane.sort();
  return { lanes, rooms: classes.rooms };
}

/** By age, then id. */
function rank(tickets: readonly WaitingTicket[], formulas: PolicyFormulas, nowMs: number): readonly RankedTicket[] {
  return [...tickets]
    .sort((a, b) => a.queuedAtMs - b.queuedAtMs || (a.ticketId < b.ticketId ? -1 : 1))
    .map((ticket, place) => ({ ticket, rank: place, urgency: formulas.urgency(ticket, nowMs) }));
}

/** Finds the class of a ticket by its need, its cost and who declined. */
class ClassIndex {
  readonly rooms: Room[] = [];
  readonly #pool: AgentPool;
  readonly #share: number;
  readonly #roomByCost = new Map<string | undefined, Map<number, Room>>();
  readonly #classes = new Map<Need, Map<Room, LanesOfClass>>();
  readonly #declinedClasses = new Map<Need, Map<string, LanesOfClass>>();

  constructor(pool: AgentPool, share: number) {
    this.#pool = pool;
    this.#share = share;
  }

  of(need: Need, { weight, channelType, declinedBy }: WaitingTicket): LanesOfClass {
    const room = this.#roomFor(weight, channelType);
    if (declinedBy === undefined || declinedBy.length === 0) {
      const ofNeed = orMake(this.#classes, need, () => new Map<Room, LanesOfClass>());
      return orMake(ofNeed, room, () => ({ ticketClass: new TicketClass(need, room, null), held: null, open: null }));
    }
    const ofNeed = orMake(this.#declinedClasses, need, () => new Map<string, LanesOfClass>());
    const key = JSON.stringify([this.rooms.indexOf(room), ...[...new Set(declinedBy)].sort()]);
    return orMake(ofNeed, key, () => ({
      ticketClass: new TicketClass(need, room, this.#setOf(declinedBy)),
      held: null,
      open: null,
    }));
  }

  #roomFor(weight: number, channelType: string | undefined): Room {
    const ofChannel = orMake(this.#roomByCost, channelType, () => new Map<number, Room>());
    return orMake(ofChannel, weight, () => {
      const cost = { weight, ...(channelType === undefined ? {} : { channelType }) };
      const room = new Room(this.#pool, cost, this.#share);
      this.rooms.push(room);
      return room;
    });
  }

  #setOf(agentIds: readonly string[]): AgentSet {
    const set = this.#pool.none();
    for (const agentId of agentIds) {
      const candidate = this.#pool.find(agentId);
      if (candidate !== undefined) set.add(candidate.place);
    }
    return set;
  }
}

function orMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
