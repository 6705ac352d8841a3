import type { AgentPool } from './agent-pool.ts';
import type { AgentSet } from './agent-set.ts';
import type { WaitingTicket } from './assignment.ts';
import { Need, type PlainRequirement, plainRequirement } from './need.ts';
import type { PolicyFormulas } from './policy-formulas.ts';
import type { Requirement } from './requirement.ts';
import { Room } from './room.ts';
import { TicketClass } from './ticket-class.ts';
import { type RankedTicket, TicketLane } from './ticket-lane.ts';

/** The tickets of a round by what decides over them. */
export interface Layout {
  readonly lanes: readonly TicketLane[];
  /** One for each cost that occurs. */
  readonly rooms: readonly Room[];
}

interface LanesOfClass {
  readonly ticketClass: TicketClass;
  held: TicketLane | null;
  open: TicketLane | null;
}

/** `share` as by `drainShare`. */
export interface LayOutInput {
  readonly tickets: readonly WaitingTicket[];
  readonly pool: AgentPool;
  readonly formulas: PolicyFormulas;
  readonly share: number;
  readonly nowMs: number;
}

/** Sorts tickets into classes and lanes, in the order of their age, so that the order of input doesn't show. */
export function layOut({ tickets, pool, formulas, share, nowMs }: LayOutInput): Layout {
  const needs = new NeedIndex(pool);
  const rooms = new Map<string, Room>();
  const classes = new Map<Need, Map<string, LanesOfClass>>();
  const lanes: TicketLane[] = [];
  for (const ranked of rank(tickets, formulas, nowMs)) {
    const { requirement, weight, channelType, declinedBy = [] } = ranked.ticket;
    const need = needs.of(requirement, channelType);
    const cost = { weight, ...(channelType === undefined ? {} : { channelType }) };
    const roomKey = channelType === undefined ? `${weight}` : `${weight} ${channelType}`;
    const room = orMake(rooms, roomKey, () => new Room(pool, cost, share));
    const classKey = declinedBy.length === 0 ? roomKey : JSON.stringify([roomKey, ...[...new Set(declinedBy)].sort()]);
    const ofNeed = orMake(classes, need, () => new Map<string, LanesOfClass>());
    const ofClass = orMake(ofNeed, classKey, () => ({
      ticketClass: new TicketClass(need, room, declinedBy.length === 0 ? null : setOf(pool, declinedBy)),
      held: null,
      open: null,
    }));
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
  return { lanes, rooms: [...rooms.values()] };
}

/** By age, then id. */
function rank(tickets: readonly WaitingTicket[], formulas: PolicyFormulas, nowMs: number): readonly RankedTicket[] {
  return [...tickets]
    .sort((a, b) => a.queuedAtMs - b.queuedAtMs || (a.ticketId < b.ticketId ? -1 : 1))
    .map((ticket, place) => ({ ticket, rank: place, urgency: formulas.urgency(ticket, nowMs) }));
}

/** Finds the need of a requirement; requirements that are one object are read once. */
class NeedIndex {
  readonly #pool: AgentPool;
  readonly #byObject = new Map<Requirement, { readonly plain: PlainRequirement; readonly key: string }>();
  readonly #needs = new Map<string | undefined, Map<string, Need>>();
  readonly #numbers = new Map<string, number>();

  constructor(pool: AgentPool) {
    this.#pool = pool;
  }

  of(requirement: Requirement, channelType: string | undefined): Need {
    let read = this.#byObject.get(requirement);
    if (read === undefined) {
      const plain = plainRequirement(requirement);
      read = { plain, key: this.#keyOf(plain) };
      this.#byObject.set(requirement, read);
    }
    const ofChannel = orMake(this.#needs, channelType, () => new Map<string, Need>());
    let need = ofChannel.get(read.key);
    if (need === undefined) {
      need = new Need(this.#pool, read.plain, channelType);
      ofChannel.set(read.key, need);
    }
    return need;
  }

  /** Equal for requirements that ask the same, however written. Ids go by number, so that none can pass for another. */
  #keyOf({ teamId, language, location, skills }: PlainRequirement): string {
    let key = `${this.#numberOf(teamId)}/${this.#numberOf(language)}/${this.#numberOf(location)}`;
    for (const { skillId, level } of skills) key += `/${this.#numberOf(skillId)}:${level}`;
    return key;
  }

  /** 0 for nothing. */
  #numberOf(text: string | undefined): number {
    return text === undefined ? 0 : orMake(this.#numbers, text, () => this.#numbers.size + 1);
  }
}

function setOf(pool: AgentPool, agentIds: readonly string[]): AgentSet {
  const set = pool.none();
  for (const agentId of agentIds) {
    const candidate = pool.find(agentId);
    if (candidate !== undefined) set.add(candidate.place);
  }
  return set;
}

function orMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
