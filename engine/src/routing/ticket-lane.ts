import type { WaitingTicket } from './assignment.ts';
import type { PolicyFormulas } from './policy-formulas.ts';
import type { Match, TicketClass } from './ticket-class.ts';
import { type Standing, WorseningQueue } from './worsening-queue.ts';

/** A ticket with its urgency at the instant of the round. */
export interface RankedTicket {
  readonly ticket: WaitingTicket;
  readonly urgency: number;
  /** Place by age, then by id, among all tickets of the round: the lower goes first. */
  readonly rank: number;
}

/** A lane of so few tickets looks at its agents anew for each: a queue would cost more than it saves. */
const fewTickets = 4;

/**
 * The tickets of one class that may go to the same agents: those that can be held for an agent they suit, or those that
 * can't. Its best ticket and its best agent are known without looking at the others.
 */
export class TicketLane {
  readonly ticketClass: TicketClass;
  readonly #canBeHeld: boolean;
  readonly #formulas: PolicyFormulas;
  readonly #tickets: RankedTicket[] = [];
  #nextTicket = 0;
  #bestMatch = 0;
  #agents: WorseningQueue<Match> | null = null;

  constructor(ticketClass: TicketClass, canBeHeld: boolean, formulas: PolicyFormulas) {
    this.ticketClass = ticketClass;
    this.#canBeHeld = canBeHeld;
    this.#formulas = formulas;
  }

  add(ticket: RankedTicket): void {
    this.#tickets.push(ticket);
  }

  /** To be called once, after the last `add`: the most urgent first, then the oldest. */
  sort(): void {
    this.#tickets.sort((a, b) => b.urgency - a.urgency || a.rank - b.rank);
  }

  /** The standing of the best ticket with the most proficient agent who takes it; null when either is missing. */
  standing(): Standing | null {
    const next = this.#tickets[this.#nextTicket];
    if (next === undefined) return null;
    const { matches } = this.ticketClass;
    // Nobody who drops out comes back within a round, so the search never returns to the start.
    for (let match = matches[this.#bestMatch]; match !== undefined; match = matches[this.#bestMatch]) {
      if (this.#isTakenBy(match)) {
        return { score: this.#formulas.ticketScore(next.urgency, match.proficiency), rank: next.rank };
      }
      this.#bestMatch += 1;
    }
    return null;
  }

  /** The standing at most, if agents reach this proficiency at most: known without looking at them. */
  bound(topProficiency: number): Standing | null {
    const next = this.#tickets[this.#nextTicket];
    return next === undefined
      ? null
      : { score: this.#formulas.ticketScore(next.urgency, topProficiency), rank: next.rank };
  }

  /** Removes the best ticket. */
  takeTicket(): RankedTicket | undefined {
    const ticket = this.#tickets[this.#nextTicket];
    this.#nextTicket += 1;
    return ticket;
  }

  /** The two agents who best take a ticket of this lane; fewer where there aren't as many. */
  bestTwo(): readonly Match[] {
    return this.#tickets.length > fewTickets ? this.#twoOfQueue() : this.#twoOfAll();
  }

  /** The first preferred agent who takes the ticket, and their place among the preferred; null where none does. */
  preferredFor({ preferredAgentIds = [] }: WaitingTicket): { readonly match: Match; readonly at: number } | null {
    for (const [at, agentId] of preferredAgentIds.entries()) {
      const match = this.ticketClass.matchOf(agentId);
      if (match !== null && this.#isTakenBy(match)) return { match, at };
    }
    return null;
  }

  /** What has not been taken. */
  remaining(): readonly RankedTicket[] {
    return this.#tickets.slice(this.#nextTicket);
  }

  #isTakenBy({ candidate, proficiency }: Match): boolean {
    return (
      this.ticketClass.hasRoom(candidate) && (!this.#canBeHeld || this.#formulas.takesHeld(candidate, proficiency))
    );
  }

  #standingOf(match: Match): Standing | null {
    if (!this.#isTakenBy(match)) return null;
    const { candidate, proficiency } = match;
    return { score: this.#formulas.agentScore(candidate, proficiency), rank: candidate.rank };
  }

  #twoOfQueue(): readonly Match[] {
    this.#agents ??= new WorseningQueue(this.ticketClass.matches, (match) => this.#standingOf(match));
    const first = this.#agents.take();
    if (first === undefined) return [];
    const second = this.#agents.peek();
    this.#agents.put(first);
    return second === undefined ? [first] : [first, second];
  }

  #twoOfAll(): readonly Match[] {
    let [first, firstScore, firstRank]: Best = [null, 0, 0];
    let [second, secondScore, secondRank]: Best = [null, 0, 0];
    // Without an object for each standing: this is most of what a round does.
    for (const match of this.ticketClass.matches) {
      if (!this.#isTakenBy(match)) continue;
      const { candidate, proficiency } = match;
      const score = this.#formulas.agentScore(candidate, proficiency);
      const { rank } = candidate;
      if (first === null || score > firstScore || (score === firstScore && rank < firstRank)) {
        [second, secondScore, secondRank] = [first, firstScore, firstRank];
        [first, firstScore, firstRank] = [match, score, rank];
      } else if (second === null || score > secondScore || (score === secondScore && rank < secondRank)) {
        [second, secondScore, secondRank] = [match, score, rank];
      }
    }
    if (first === null) return [];
    return second === null ? [first] : [first, second];
  }
}

type Best = [match: Match | null, score: number, rank: number];
