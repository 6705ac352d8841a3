import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignTickets } from './assign-tickets.ts';
import type { AssignmentRound, Policy, RoutingAgent, WaitingTicket } from './assignment.ts';
import { exclusionFor } from './exclusion-for.ts';
import { formulasOf } from './policy-formulas.ts';
import { bestProficiency, proficiency } from './proficiency.ts';

const nowMs = 10_000_000;
const skillId = fc.constantFrom('billing', 'shipping', 'law');
const language = fc.constantFrom('id', 'en', 'jv');
const teamId = fc.constantFrom('care', 'sales');

const tickets = fc.uniqueArray(
  fc.record({
    ticketId: fc.string({ minLength: 1, maxLength: 3 }),
    priority: fc.constantFrom('low', 'normal', 'high', 'urgent'),
    queuedAtMs: fc.integer({ min: 0, max: 5 }).map((steps) => nowMs - 300_000 * steps),
    targetMs: fc.constantFrom(0, 300_000, 900_000, 3_600_000),
    requirement: fc.record(
      {
        skills: fc.array(fc.record({ skillId, level: fc.integer({ min: 1, max: 5 }) }), { maxLength: 2 }),
        language: fc.oneof(language, fc.constant('id-ID')),
        teamId,
      },
      { requiredKeys: ['skills'] },
    ),
    weight: fc.constantFrom(0, 1, 2, 3),
  }),
  { selector: ({ ticketId }) => ticketId, maxLength: 25 },
);

const agents = fc.uniqueArray(
  fc.record({
    agentId: fc.string({ minLength: 1, maxLength: 3 }),
    presence: fc.constantFrom('online', 'online', 'online', 'away', 'offline'),
    capacity: fc.integer({ min: 0, max: 8 }),
    load: fc.integer({ min: 0, max: 9 }),
    openTickets: fc.integer({ min: 0, max: 4 }),
    skills: fc.dictionary(skillId, fc.integer({ min: 1, max: 5 })),
    languages: fc.uniqueArray(language),
    teamIds: fc.uniqueArray(teamId),
    lastAssignedAtMs: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  { selector: ({ agentId }) => agentId, maxLength: 10 },
);

const policies = fc.constantFrom<Policy>('balanced', 'priorityThenAge');

type Check = (round: AssignmentRound, tickets: WaitingTicket[], agents: RoutingAgent[], policy: Policy) => void;

function always(check: Check): void {
  fc.assert(
    fc.property(policies, tickets, agents, (policy, waiting, pool) => {
      check(assignTickets({ policy, tickets: waiting, agents: pool, nowMs }), waiting, pool, policy);
    }),
    { seed: 11, numRuns: 600 },
  );
}

/** The agents as the round leaves them. */
function agentsAfter(round: AssignmentRound, waiting: WaitingTicket[], pool: RoutingAgent[]): RoutingAgent[] {
  return pool.map((agent) => {
    const own = round.assignments.filter(({ agentId }) => agentId === agent.agentId);
    const units = own.map(
      ({ ticketId }) => waiting.find((ticket) => ticket.ticketId === ticketId)?.weight ?? Number.NaN,
    );
    return {
      ...agent,
      load: units.reduce((sum, weight) => sum + weight, agent.load),
      openTickets: agent.openTickets + own.length,
    };
  });
}

test('nobody who was given a ticket is above capacity', () => {
  always((round, waiting, pool) => {
    for (const [position, after] of agentsAfter(round, waiting, pool).entries()) {
      if (after.openTickets > (pool[position]?.openTickets ?? 0))
        expect(after.load).toBeLessThanOrEqual(after.capacity);
    }
  });
});

test('every ticket is answered once', () => {
  always((round, waiting) => {
    const answered = [...round.assignments, ...round.waits].map(({ ticketId }) => ticketId);
    expect(answered.sort()).toEqual(waiting.map(({ ticketId }) => ticketId).sort());
  });
});

test('no ticket is left that an eligible agent should have taken', () => {
  always((round, waiting, pool, policy) => {
    const after = agentsAfter(round, waiting, pool);
    for (const { ticketId, cause } of round.waits) {
      const ticket = waiting.find((candidate) => candidate.ticketId === ticketId);
      if (ticket === undefined) throw new Error('A wait for a ticket that was not given.');
      const eligible = after.filter((agent) => exclusionFor(agent, ticket) === null);
      expect(eligible.length > 0).toBe(cause === 'held');
      if (policy === 'priorityThenAge') expect(cause).toBe('noEligibleAgent');
      for (const agent of eligible) {
        expect(agent.openTickets).toBeGreaterThanOrEqual(2);
        expect(proficiency(agent, ticket.requirement)).toBeLessThan(bestProficiency(agent));
        expect(nowMs - ticket.queuedAtMs).toBeLessThanOrEqual(0.3 * ticket.targetMs + 1e-6);
      }
    }
  });
});

test('every agent is eligible or excluded for one reason, with the first few named', () => {
  always((round, waiting, pool) => {
    const after = agentsAfter(round, waiting, pool);
    for (const { explanation } of round.assignments) {
      const excluded = explanation.exclusions.reduce((sum, { count }) => sum + count, 0);
      expect(explanation.eligibleCount + excluded).toBe(pool.length);
    }
    for (const { ticketId, exclusions } of round.waits) {
      const ticket = waiting.find((candidate) => candidate.ticketId === ticketId) as WaitingTicket;
      const expected = new Map<string, string[]>();
      for (const agent of after) {
        const reason = exclusionFor(agent, ticket);
        if (reason === null) continue;
        const key = JSON.stringify(reason);
        expected.set(key, [...(expected.get(key) ?? []), agent.agentId].sort());
      }
      expect(new Set(exclusions.map(({ reason }) => JSON.stringify(reason)))).toEqual(new Set(expected.keys()));
      for (const { reason, count, agentIds } of exclusions) {
        const ids = expected.get(JSON.stringify(reason)) ?? [];
        expect({ count, agentIds }).toEqual({ count: ids.length, agentIds: ids.slice(0, 5) });
      }
    }
  });
});

test('the order of tickets, agents and what they list changes nothing', () => {
  always((round, waiting, pool, policy) => {
    const turned = assignTickets({
      policy,
      tickets: waiting
        .map((ticket) => ({
          ...ticket,
          requirement: { ...ticket.requirement, skills: [...ticket.requirement.skills].reverse() },
        }))
        .reverse(),
      agents: pool
        .map((agent) => ({ ...agent, skills: Object.fromEntries(Object.entries(agent.skills).reverse()) }))
        .sort((a, b) => a.load - b.load),
      nowMs,
    });
    expect(turned).toEqual(round);
  });
});

/** The policies word for word: looks at every ticket and every agent for each decision. */
function assignNaively(policy: Policy, waiting: WaitingTicket[], pool: RoutingAgent[]): string[] {
  const formulas = formulasOf(policy);
  const state = pool.map((agent) => ({ ...agent, givenInRound: false, bestProficiency: bestProficiency(agent) }));
  const left = [...waiting];
  const given: string[] = [];
  for (;;) {
    const options = left.flatMap((ticket) => {
      const takers = state.filter(
        (agent) =>
          exclusionFor(agent, ticket) === null &&
          (!formulas.canBeHeld(ticket, nowMs) || formulas.takesHeld(agent, proficiency(agent, ticket.requirement))),
      );
      if (takers.length === 0) return [];
      const best = Math.max(...takers.map((agent) => proficiency(agent, ticket.requirement)));
      return [{ ticket, takers, score: formulas.ticketScore(formulas.urgency(ticket, nowMs), best) }];
    });
    const next = options.sort(
      (a, b) =>
        b.score - a.score ||
        a.ticket.queuedAtMs - b.ticket.queuedAtMs ||
        (a.ticket.ticketId < b.ticket.ticketId ? -1 : 1),
    )[0];
    if (next === undefined) return given;
    const { ticket } = next;
    const scoreOf = (agent: (typeof state)[number]) =>
      formulas.agentScore(agent, proficiency(agent, ticket.requirement));
    const lastOf = (agent: (typeof state)[number]) =>
      agent.givenInRound ? Number.MAX_VALUE : (agent.lastAssignedAtMs ?? -Number.MAX_VALUE);
    const taker = next.takers.sort(
      (a, b) => scoreOf(b) - scoreOf(a) || lastOf(a) - lastOf(b) || (a.agentId < b.agentId ? -1 : 1),
    )[0];
    if (taker === undefined) throw new Error('A ticket without a taker was chosen.');
    Object.assign(taker, { load: taker.load + ticket.weight, openTickets: taker.openTickets + 1, givenInRound: true });
    left.splice(left.indexOf(ticket), 1);
    given.push(`${ticket.ticketId}>${taker.agentId}`);
  }
}

test('the result is that of the policies read word for word', () => {
  always((round, waiting, pool, policy) => {
    const given = round.assignments.map(({ ticketId, agentId }) => `${ticketId}>${agentId}`);
    expect(given).toEqual(assignNaively(policy, waiting, pool));
  });
});
