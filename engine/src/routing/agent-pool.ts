import { AgentSet } from './agent-set.ts';
import type { Exclusion, ExclusionReason, RoutingAgent } from './assignment.ts';
import { absenceOf, foldLocation } from './exclusion-for.ts';
import type { AgentStanding } from './policy-formulas.ts';
import { bestProficiency, primaryLanguage, skillLevel, TOP_SKILL_LEVEL } from './proficiency.ts';

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

/** Who is there for a channel, and everybody else by reason. */
export interface Absences {
  readonly present: AgentSet;
  readonly exclusions: readonly Exclusion[];
}

const namedAgents = 5;

/** The agents of a round, found by what requirements ask for. */
export class AgentPool {
  /** Ordered by id, so that a candidate is found at their place. */
  readonly candidates: readonly Candidate[];
  /** Whether anybody's proficiency is known by class. */
  readonly hasProficiencies: boolean;
  /** At least the highest proficiency anybody has in anything. */
  readonly topProficiency: number;
  /** For sets that are needed no longer than a call; their content is anything. */
  readonly scratch: readonly [AgentSet, AgentSet, AgentSet];
  readonly #places = new Map<string, number>();
  readonly #teams = new Map<string, AgentSet>();
  readonly #languages = new Map<string, AgentSet>();
  readonly #locations = new Map<string, AgentSet>();
  readonly #skills = new Map<string, SkillIndex>();
  readonly #absences = new Map<string | undefined, Absences>();
  /** Nobody; for what no agent has. Never written to. */
  readonly #nobody: AgentSet;

  /** Ids are distinct. */
  constructor(agents: readonly RoutingAgent[]) {
    this.#nobody = new AgentSet(agents.length);
    this.scratch = [new AgentSet(agents.length), new AgentSet(agents.length), new AgentSet(agents.length)];
    const byId = [...agents].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
    const ranks = new Map<RoutingAgent, number>();
    // The sort is stable: agents assigned at the same instant stay in the order of their ids.
    const byIdleTime = [...byId].sort((a, b) => compareInstants(a.lastAssignedAtMs, b.lastAssignedAtMs));
    for (const agent of byIdleTime) ranks.set(agent, ranks.size);
    this.hasProficiencies = agents.some(({ proficiencies }) => proficiencies !== undefined);
    this.candidates = byId.map((agent, place) => {
      this.#places.set(agent.agentId, place);
      this.#index(agent, place, byId.length);
      return candidateOf(agent, place, ranks.get(agent) ?? 0, byId.length);
    });
    this.topProficiency = this.candidates.reduce((top, candidate) => Math.max(top, candidate.bestProficiency), 1);
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

  /** A set as an exclusion: how many, and the first few ids. Null for nobody. */
  exclusionOf(reason: ExclusionReason, members: AgentSet): Exclusion | null {
    const count = members.size;
    if (count === 0) return null;
    const agentIds = members.places(namedAgents).map((place) => this.candidates[place]?.agent.agentId ?? '');
    return { reason, count, agentIds };
  }

  /** Sets given out by these are the pool's own: not to be written to. */
  ofTeam(teamId: string): AgentSet {
    return this.#teams.get(teamId) ?? this.#nobody;
  }

  /** By primary subtag. */
  speaking(language: string): AgentSet {
    return this.#languages.get(language) ?? this.#nobody;
  }

  /** By folded location. */
  at(location: string): AgentSet {
    return this.#locations.get(location) ?? this.#nobody;
  }

  /** Those whose level in a skill is at least this, 1 to 5; above 5 nobody. */
  withLevel(skillId: string, level: number): AgentSet {
    return this.#skills.get(skillId)?.atLeast[level] ?? this.#nobody;
  }

  /** The level of an agent in a skill, 0 to 5. */
  levelOf({ place }: Candidate, skillId: string): number {
    return this.#skills.get(skillId)?.levels[place] ?? 0;
  }

  /** Who is there for a channel, and who gets nothing on it whatever it asks. */
  onChannel(channelType: string | undefined): Absences {
    let absences = this.#absences.get(channelType);
    if (absences === undefined) {
      absences = this.#absencesFrom(channelType);
      this.#absences.set(channelType, absences);
    }
    return absences;
  }

  #absencesFrom(channelType: string | undefined): Absences {
    const present = this.all();
    const byReason = new Map<string, { reason: ExclusionReason; members: AgentSet }>();
    for (const { agent, place } of this.candidates) {
      const reason = absenceOf(agent, channelType);
      if (reason === null) continue;
      const key = JSON.stringify(reason);
      let absent = byReason.get(key);
      if (absent === undefined) {
        absent = { reason, members: this.none() };
        byReason.set(key, absent);
      }
      absent.members.add(place);
      present.delete(place);
    }
    const exclusions = [...byReason.values()]
      .sort((a, b) => compareAbsences(a.reason, b.reason))
      .flatMap(({ reason, members }) => this.exclusionOf(reason, members) ?? []);
    return { present, exclusions };
  }

  #index(agent: RoutingAgent, place: number, size: number): void {
    for (const teamId of agent.teamIds) setIn(this.#teams, teamId, size).add(place);
    for (const language of agent.languages) setIn(this.#languages, primaryLanguage(language), size).add(place);
    setIn(this.#locations, foldLocation(agent.location ?? ''), size).add(place);
    for (const skillId of Object.keys(agent.skills)) {
      let skill = this.#skills.get(skillId);
      if (skill === undefined) {
        skill = {
          levels: new Uint8Array(size),
          atLeast: Array.from({ length: TOP_SKILL_LEVEL + 1 }, () => new AgentSet(size)),
        };
        this.#skills.set(skillId, skill);
      }
      const level = skillLevel(agent, skillId);
      skill.levels[place] = level;
      for (let at = 1; at <= level; at++) skill.atLeast[at]?.add(place);
    }
  }
}

/** Levels by place, and who has at least a level, from 1. */
interface SkillIndex {
  readonly levels: Uint8Array;
  readonly atLeast: readonly AgentSet[];
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
