import { AgentSet } from './agent-set.ts';
import type { ExclusionReason, RoutingAgent } from './assignment.ts';
import { absenceOf, foldLocation } from './exclusion-for.ts';
import type { AgentStanding } from './policy-formulas.ts';
import { bestProficiency, primaryLanguage, skillLevel } from './proficiency.ts';

/** An agent within a round: loads, open tickets and rank move as tickets are given. */
export interface Candidate extends AgentStanding {
  readonly agent: RoutingAgent;
  /** By id, from 0. */
  readonly place: number;
  readonly channelCapacity: Readonly<Record<string, number>>;
  readonly channelLoad: Record<string, number>;
  load: number;
  openTickets: number;
  /** Place by the longest time since the last assignment, then by id: the lower goes first. */
  rank: number;
  /** The rank after an assignment of this round: behind all that had none. */
  readonly rankOnceGiven: number;
}

/** Agents excluded for one reason. */
export interface Excluded {
  readonly reason: ExclusionReason;
  readonly members: AgentSet;
}

/** The agents of a round, found by what requirements ask for. */
export class AgentPool {
  /** Ordered by id, so that a candidate is found at their place. */
  readonly candidates: readonly Candidate[];
  readonly #places = new Map<string, number>();
  readonly #teams = new Map<string, AgentSet>();
  readonly #languages = new Map<string, AgentSet>();
  readonly #locations = new Map<string, AgentSet>();
  /** By skill; in it, by level from 1. */
  readonly #skills = new Map<string, AgentSet[]>();
  readonly #absences = new Map<string | undefined, readonly Excluded[]>();

  /** Ids are distinct. */
  constructor(agents: readonly RoutingAgent[]) {
    const byId = [...agents].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
    const ranks = new Map<RoutingAgent, number>();
    // The sort is stable: agents assigned at the same instant stay in the order of their ids.
    const byIdleTime = [...byId].sort((a, b) => compareInstants(a.lastAssignedAtMs, b.lastAssignedAtMs));
    for (const agent of byIdleTime) ranks.set(agent, ranks.size);
    this.candidates = byId.map((agent, place) => {
      this.#places.set(agent.agentId, place);
      this.#index(agent, place, byId.length);
      return candidateOf(agent, place, ranks.get(agent) ?? 0, byId.length);
    });
  }

  /** Everybody. */
  all(): AgentSet {
    const all = this.none();
    for (const { place } of this.candidates) all.add(place);
    return all;
  }

  none(): AgentSet {
    return new AgentSet(this.candidates.length);
  }

  find(agentId: string): Candidate | undefined {
    const place = this.#places.get(agentId);
    return place === undefined ? undefined : this.candidates[place];
  }

  /** The first `limit` ids of a set. */
  idsOf(members: AgentSet, limit: number): readonly string[] {
    const ids: string[] = [];
    for (const place of members.places()) {
      if (ids.length === limit) break;
      ids.push(this.candidates[place]?.agent.agentId ?? '');
    }
    return ids;
  }

  ofTeam(teamId: string): AgentSet {
    return this.#teams.get(teamId) ?? this.none();
  }

  /** By primary subtag. */
  speaking(language: string): AgentSet {
    return this.#languages.get(language) ?? this.none();
  }

  /** By folded location. */
  at(location: string): AgentSet {
    return this.#locations.get(location) ?? this.none();
  }

  /** Those whose level in a skill is just this, 1 to 5. */
  withLevel(skillId: string, level: number): AgentSet {
    return this.#skills.get(skillId)?.[level] ?? this.none();
  }

  /** Everybody who gets nothing on a channel whatever it asks, by reason. */
  absentFrom(channelType: string | undefined): readonly Excluded[] {
    let absences = this.#absences.get(channelType);
    if (absences === undefined) {
      const byReason = new Map<string, Excluded>();
      for (const { agent, place } of this.candidates) {
        const reason = absenceOf(agent, channelType);
        if (reason === null) continue;
        const key = JSON.stringify(reason);
        let excluded = byReason.get(key);
        if (excluded === undefined) {
          excluded = { reason, members: this.none() };
          byReason.set(key, excluded);
        }
        excluded.members.add(place);
      }
      absences = [...byReason.values()].sort((a, b) => compareAbsences(a.reason, b.reason));
      this.#absences.set(channelType, absences);
    }
    return absences;
  }

  #index(agent: RoutingAgent, place: number, size: number): void {
    for (const teamId of agent.teamIds) setIn(this.#teams, teamId, size).add(place);
    for (const language of agent.languages) setIn(this.#languages, primaryLanguage(language), size).add(place);
    setIn(this.#locations, foldLocation(agent.location ?? ''), size).add(place);
    for (const skillId of Object.keys(agent.skills)) {
      let levels = this.#skills.get(skillId);
      if (levels === undefined) {
        levels = Array.from({ length: 6 }, () => new AgentSet(size));
        this.#skills.set(skillId, levels);
      }
      levels[skillLevel(agent, skillId)]?.add(place);
    }
  }
}

function candidateOf(agent: RoutingAgent, place: number, rank: number, agentCount: number): Candidate {
  return {
    agent,
    place,
    capacity: agent.capacity,
    load: agent.load,
    channelCapacity: agent.channelCapacity ?? {},
    channelLoad: { ...agent.channelLoad },
    openTickets: agent.openTickets,
    speed: agent.speed ?? 1,
    bestProficiency: bestProficiency(agent),
    idleSinceMs: agent.idleSinceMs === undefined ? agent.lastAssignedAtMs : agent.idleSinceMs,
    onlineSinceMs: agent.onlineSinceMs ?? null,
    rank,
    rankOnceGiven: agentCount + place,
  };
}

function setIn(sets: Map<string, AgentSet>, key: string, size: number): AgentSet {
  let set = sets.get(key);
  if (set === undefined) {
    set = new AgentSet(size);
    sets.set(key, set);
  }
  return set;
}

/** Null, never assigned, is the longest ago. */
function compareInstants(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a - b;
}

const absenceOrder = ['offline', 'outOfShift', 'away', 'customStatus', 'wrongChannel'];

/** By code, custom statuses by id. */
function compareAbsences(a: ExclusionReason, b: ExclusionReason): number {
  if (a.code === 'customStatus' && b.code === 'customStatus') return a.statusId < b.statusId ? -1 : 1;
  return absenceOrder.indexOf(a.code) - absenceOrder.indexOf(b.code);
}
