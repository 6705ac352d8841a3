import type { Candidate } from './agent-pool.ts';
import { AgentSet } from './agent-set.ts';
import type { Exclusion } from './assignment.ts';
import type { Need } from './need.ts';
import type { Room } from './room.ts';

/** An agent who meets a requirement, and how well. */
export interface Match {
  readonly candidate: Candidate;
  readonly proficiency: number;
}

/** Tickets of one need and cost that the same agents have declined: they may go to the same agents. */
export class TicketClass {
  readonly #need: Need;
  readonly #room: Room;
  /** Members of the need who have declined. */
  readonly #declined: AgentSet | null;
  readonly #takers: AgentSet;
  #matches: readonly Match[] | null = null;
  #exclusions: { readonly version: number; readonly list: readonly Exclusion[] } | null = null;

  constructor(need: Need, room: Room, declined: AgentSet | null) {
    this.#need = need;
    this.#room = room;
    this.#declined = declined?.keep(need.members) ?? null;
    this.#takers = this.#declined === null ? need.members : new AgentSet(need.members).remove(this.#declined);
  }

  /** Those who met it when this was first asked, the most proficient first, then by id. */
  get matches(): readonly Match[] {
    if (this.#matches === null) {
      const { pool } = this.#need;
      const matches: Match[] = [];
      for (const place of pool.scratch[0].setToCommon(this.#takers, this.#room.open).places()) {
        const candidate = pool.candidates[place];
        if (candidate !== undefined) matches.push({ candidate, proficiency: this.#need.proficiencyOf(candidate) });
      }
      // The sort is stable: who is as proficient stays in the order of ids.
      this.#matches = matches.sort((a, b) => b.proficiency - a.proficiency);
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
    return this.#takers.countWith(this.#room.open);
  }

  /** All agents but the eligible ones, by reason; the same array until somebody's room has ended. */
  get exclusions(): readonly Exclusion[] {
    const { version } = this.#room;
    if (this.#exclusions === null || this.#exclusions.version !== version)
      this.#exclusions = { version, list: this.#exclude() };
    return this.#exclusions.list;
  }

  #exclude(): readonly Exclusion[] {
    const { pool, exclusions } = this.#need;
    const declined = this.#declined === null ? null : pool.exclusionOf({ code: 'declined' }, this.#declined);
    const list = declined === null ? [...exclusions] : [...exclusions, declined];
    const [members] = pool.scratch;
    for (const short of this.#room.excluded) {
      const exclusion = pool.exclusionOf(short.reason, members.setToCommon(short.members, this.#takers));
      if (exclusion !== null) list.push(exclusion);
    }
    return list;
  }
}
