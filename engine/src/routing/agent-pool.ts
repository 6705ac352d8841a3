import type { RoutingAgent } from './assignment.ts';
import { type PlainTraits, plainTraits } from './exclusion-for.ts';
import type { AgentStanding } from './policy-formulas.ts';
import { bestProficiency } from './proficiency.ts';

/** An agent within a round: load, open tickets and rank move as tickets are given. */
export interface Candidate extends AgentStanding {
  readonly agentId: string;
  readonly group: AgentGroup;
  load: number;
  openTickets: number;
  /** Place by the longest time since the last assignment, then by id: the lower goes first. */
  rank: number;
  /** The rank after an assignment of this round: behind all that had none. */
  readonly rankOnceGiven: number;
}

/** Agents whom every requirement excludes or admits together; members ordered by id. */
export interface AgentGroup {
  readonly traits: PlainTraits;
  readonly members: Candidate[];
}

/** The agents as groups of equal traits, ordered by the first member's id. Requires distinct ids. */
export function groupAgents(agents: readonly RoutingAgent[]): readonly AgentGroup[] {
  const byId = [...agents].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
  const ranks = new Map<RoutingAgent, number>();
  // The sort is stable: agents assigned at the same instant stay in the order of their ids.
  const byIdleTime = [...byId].sort((a, b) => compareInstants(a.lastAssignedAtMs, b.lastAssignedAtMs));
  for (const agent of byIdleTime) ranks.set(agent, ranks.size);

  const groups = new Map<string, AgentGroup>();
  byId.forEach((agent, position) => {
    const traits = plainTraits(agent);
    const key = traitsKey(traits);
    let group = groups.get(key);
    if (group === undefined) {
      group = { traits, members: [] };
      groups.set(key, group);
    }
    group.members.push({
      agentId: agent.agentId,
      group,
      capacity: agent.capacity,
      load: agent.load,
      openTickets: agent.openTickets,
      bestProficiency: bestProficiency(agent),
      rank: ranks.get(agent) ?? 0,
      rankOnceGiven: agents.length + position,
    });
  });
  return [...groups.values()];
}

/** Null, never assigned, is the longest ago. */
function compareInstants(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a - b;
}

function traitsKey(traits: PlainTraits): string {
  const skills = Object.entries(traits.skills).sort(([a], [b]) => (a < b ? -1 : 1));
  const languages = [...new Set(traits.languages)].sort();
  const teamIds = [...new Set(traits.teamIds)].sort();
  return JSON.stringify([traits.presence, skills, languages, teamIds]);
}
