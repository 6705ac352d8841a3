import type { Candidate, Excluded } from './agent-pool.ts';
import type { AgentSet } from './agent-set.ts';
import type { Exclusion } from './assignment.ts';
import type { Need } from './need.ts';
import type { Room } from './room.ts';

/** An agent who meets a requirement, and how well. */
export interface Match {
  readonly candidate: Candidate;
  readonly proficiency: number;
}

const namedAgents = 5;

/** Tickets of one need and cost that the same agents have declined: they may go to the same agents. */
export class TicketClass {
  readonly #need: Need;
  readonly #room: Room;
  /** Members of the need who have declined. */
  readonly #declined: AgentSet | null;
  readonly #takers: AgentSet;
  #matches: readonly Match[] | null = null;
  #always: readonly Exclusion[] | null = null;
  #exclusions: { readonly version: number; readonly list: readonly Exclusion[] } | null = null;

  constructor(need: Need, room: Room, declined: AgentSet | null) {
    this.#need = need;
    this.#room = room;
    this.#declined = declined?.keep(need.members) ?? null;
    this.#takers = this.#declined === null ? need.members : need.members.without(this.#declined);
  }

  /** Those who met it when this was first asked, the most proficient first, then by id. */
  get matches(): readonly Match[] {
    if (this.#matches === null) {
      const matches: Match[] = [];
      for (const place of this.#takers.and(this.#room.open).places()) {
        const candidate = this.#need.pool.candidates[place];
        if (candidate !== undefined) matches.push({ candidate, proficiency: this.#need.proficiencyOf(candidate) });
      }
      this.#matches = matches.sort((a, b) => b.proficiency - a.proficiency || a.candidate.place - b.candidate.place);
    }
    return this.#matches;
  }

  /** The agent as a match; null where they are not eligible now. */
  matchOf(agentId: string): Match | null {
    const candidate = this.#need.pool.find(agentId);
    if (candidate === undefined || !this.#takers.has(candidate.place) || !this.hasRoom(candidate)) return null;
    return { candidate, proficiency: this.#need.proficiencyOf(candidate) };
  }

  hasRoom({ place }: Candidate): boolean {
    return this.#room.open.has(place);
  }

  /** Agents who meet the requirement and have room. */
  get eligibleCount(): number {
    return this.#takers.and(this.#room.open).size;
  }

  /** All agents but the eligible ones, by reason; the same array until somebody's room has ended. */
  get exclusions(): readonly Exclusion[] {
    const { version } = this.#room;
    if (this.#exclusions === null || this.#exclusions.version !== version) {
      this.#always ??= this.#toExclusions([
        ...this.#need.excluded,
        ...(this.#declined === null ? [] : [{ reason: { code: 'declined' as const }, members: this.#declined }]),
      ]);
      const shortOfRoom = this.#toExclusions(
        this.#room.excluded.map(({ reason, members }) => ({ reason, members: members.and(this.#takers) })),
      );
      this.#exclusions = { version, list: shortOfRoom.length === 0 ? this.#always : [...this.#always, ...shortOfRoom] };
    }
    return this.#exclusions.list;
  }

  #toExclusions(excluded: readonly Excluded[]): readonly Exclusion[] {
    return excluded.flatMap(({ reason, members }) => {
      const count = members.size;
      return count === 0 ? [] : [{ reason, count, agentIds: this.#need.pool.idsOf(members, namedAgents) }];
    });
  }
}
