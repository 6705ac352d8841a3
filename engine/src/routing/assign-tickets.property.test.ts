import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { assignTickets } from './assign-tickets.ts';
import type { AssignmentRound, Policy, RoutingAgent, WaitingTicket } from './assignment.ts';
import { exclusionFor } from './exclusion-for.ts';
import { formulasOf } from './policy-formulas.ts';
import { bestProficiency, proficiency } from './proficiency.ts';
import { agents, nowMs, policies, tickets } from './round-arbitrary.test-support.ts';

type Check = (round: AssignmentRound, tickets: WaitingTicket[], agents: RoutingAgent[], policy: Policy) => void;

function always(check: Check): void {
  fc.assert(
    fc.property(policies, tickets, agents, (policy, waiting, pool) => {
      check(assignTickets({ policy, tickets: waiting, agents: pool, nowMs }), waiting, pool, policy);
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
  );
}

function find(waiting: readonly WaitingTicket[], ticketId: string): WaitingTicket {
  const found = waiting.find((ticket) => ticket.ticketId === ticketId);
  if (found === undefined) throw new Error('An answer for a ticket that was not given.');
  return found;
}

/** An agent who was given a ticket. */
function withTicket(agent: RoutingAgent, { weight, channelType }: WaitingTicket): RoutingAgent {
  const held = channelType === undefined ? 0 : (agent.channelLoad?.[channelType] ?? 0);
  return {
    ...agent,
    load: agent.load + weight,
    openTickets: agent.openTickets + 1,
    ...(channelType === undefined ? {} : { channelLoad: { ...agent.channelLoad, [channelType]: held + weight } }),
  };
}

/** The agents as the round leaves them. */
function agentsAfter(round: AssignmentRound, waiting: WaitingTicket[], pool: RoutingAgent[]): RoutingAgent[] {
  return pool.map((agent) =>
    round.assignments
      .filter(({ agentId }) => agentId === agent.agentId)
      .reduce((after, { ticketId }) => withTicket(after, find(waiting, ticketId)), agent),
  );
}

test('each ticket goes to somebody eligible at that moment, so nobody goes above a capacity', () => {
  let given = 0;
  always((round, waiting, pool) => {
    const standing = new Map(pool.map((agent) => [agent.agentId, agent]));
    for (const { ticketId, agentId } of round.assignments) {
      const agent = standing.get(agentId);
      if (agent === undefined) throw new Error('A ticket went to a stranger.');
      const ticket = find(waiting, ticketId);
      expect(exclusionFor(agent, ticket)).toBeNull();
      const after = withTicket(agent, ticket);
      expect(after.load).toBeLessThanOrEqual(after.capacity);
      const { channelType } = ticket;
      const limit = channelType === undefined ? undefined : agent.channelCapacity?.[channelType];
      if (channelType !== undefined && limit !== undefined)
        expect(after.channelLoad?.[channelType]).toBeLessThanOrEqual(limit);
      standing.set(agentId, after);
      given += 1;
    }
  });
  expect(given).toBeGreaterThan(propertyRuns(300));
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
      const ticket = find(waiting, ticketId);
      const eligible = after.filter((agent) => exclusionFor(agent, ticket) === null);
      expect(eligible.length > 0).toBe(cause === 'held');
      if (policy !== 'balanced') expect(cause).toBe('noEligibleAgent');
      for (const agent of eligible) {
        expect(agent.openTickets).toBeGreaterThanOrEqual(2);
        expect(proficiency(agent, ticket.requirement)).toBeLessThan(bestProficiency(agent));
        expect(nowMs - ticket.queuedAtMs).toBeGreaterThan(1_000);
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
      const expected = new Map<string, string[]>();
      for (const agent of after) {
        const reason = exclusionFor(agent, find(waiting, ticketId));
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
          ...(ticket.declinedBy === undefined ? {} : { declinedBy: [...ticket.declinedBy].reverse() }),
        }))
        .reverse(),
      agents: pool
        .map((agent) => ({
          ...agent,
          skills: Object.fromEntries(Object.entries(agent.skills).reverse()),
          languages: [...agent.languages].reverse(),
        }))
        .sort((a, b) => a.load - b.load),
      nowMs,
    });
    expect(turned).toEqual(round);
  });
});

test('affinity chooses among the eligible only, and decides neither whose turn it is nor who waits', () => {
  let preferredCount = 0;
  always((round, waiting, pool, policy) => {
    for (const { ticketId, agentId, explanation } of round.assignments) {
      const { preferredAgentIds = [] } = find(waiting, ticketId);
      if (explanation.preferred === undefined) continue;
      expect(preferredAgentIds[explanation.preferred]).toBe(agentId);
      preferredCount += 1;
    }
    const [first] = round.assignments;
    const plain = assignTickets({
      policy,
      tickets: waiting.map(({ preferredAgentIds: _, ...ticket }) => ticket),
      agents: pool,
      nowMs,
    });
    expect(plain.assignments[0]?.ticketId).toBe(first?.ticketId);
  });
  expect(preferredCount).toBeGreaterThan(propertyRuns(300) / 15);
});

/** The policies word for word: looks at every ticket and every agent for each decision. */
function assignNaively(policy: Policy, waiting: WaitingTicket[], pool: RoutingAgent[]): string[] {
  const formulas = formulasOf(policy);
  const state = pool.map((agent) => ({ agent, givenInRound: false }));
  const standingOf = ({ agent }: { readonly agent: RoutingAgent }) => ({
    speed: 1,
    onlineSinceMs: null,
    ...agent,
    idleSinceMs: agent.idleSinceMs === undefined ? agent.lastAssignedAtMs : agent.idleSinceMs,
    bestProficiency: bestProficiency(agent),
  });
  const left = [...waiting];
  const given: string[] = [];
  for (;;) {
    const options = left.flatMap((ticket) => {
      const takers = state.filter(
        (one) =>
          exclusionFor(one.agent, ticket) === null &&
          (!formulas.canBeHeld(ticket, nowMs) ||
            formulas.takesHeld(standingOf(one), proficiency(one.agent, ticket.requirement))),
      );
      if (takers.length === 0) return [];
      const best = Math.max(...takers.map(({ agent }) => proficiency(agent, ticket.requirement)));
      return [{ ticket, takers, score: formulas.ticketScore(formulas.urgency(ticket, nowMs), best) }];
    });
    const next = options.sort(
      (a, b) =>
        b.score - a.score ||
        a.ticket.queuedAtMs - b.ticket.queuedAtMs ||
        (a.ticket.ticketId < b.ticket.ticketId ? -1 : 1),
    )[0];
    if (next === undefined) return given;
    const { ticket, takers } = next;
    const scoreOf = (one: (typeof state)[number]) =>
      formulas.agentScore(standingOf(one), proficiency(one.agent, ticket.requirement));
    const lastOf = (one: (typeof state)[number]) =>
      one.givenInRound ? Number.MAX_VALUE : (one.agent.lastAssignedAtMs ?? -Number.MAX_VALUE);
    const preferred = (ticket.preferredAgentIds ?? []).flatMap((id) =>
      takers.filter(({ agent }) => agent.agentId === id),
    );
    const taker =
      preferred[0] ??
      takers.sort(
        (a, b) => scoreOf(b) - scoreOf(a) || lastOf(a) - lastOf(b) || (a.agent.agentId < b.agent.agentId ? -1 : 1),
      )[0];
    if (taker === undefined) throw new Error('A ticket without a taker was chosen.');
    Object.assign(taker, { agent: withTicket(taker.agent, ticket), givenInRound: true });
    left.splice(left.indexOf(ticket), 1);
    given.push(`${ticket.ticketId}>${taker.agent.agentId}`);
  }
}

test('the result is that of the policies read word for word', () => {
  always((round, waiting, pool, policy) => {
    const given = round.assignments.map(({ ticketId, agentId }) => `${ticketId}>${agentId}`);
    expect(given).toEqual(assignNaively(policy, waiting, pool));
  });
});

test('while a backlog drains fairly nobody present goes above their share, and everybody may hold one', () => {
  let heldBack = 0;
  fc.assert(
    fc.property(policies, tickets, agents, fc.integer({ min: 1, max: 60 }), (policy, waiting, pool, scheduled) => {
      const waitingUnits = waiting.reduce((sum, { weight }) => sum + weight, 0);
      const drain = { waitingUnits, scheduledCapacity: scheduled, untilMs: nowMs + 1 };
      const round = assignTickets({ policy, tickets: waiting, agents: pool, drain, nowMs });
      const present = pool.filter(({ presence, onShift }) => presence !== 'offline' && onShift !== false);
      const inHand = present.reduce((sum, { load }) => sum + load, 0);
      const capacity = present.reduce((sum, agent) => sum + agent.capacity, 0);
      const share = capacity >= scheduled ? 1 : Math.min(1, (waitingUnits + inHand) / scheduled);
      const standing = new Map(pool.map((agent) => [agent.agentId, agent]));
      for (const { ticketId, agentId } of round.assignments) {
        const before = standing.get(agentId) as RoutingAgent;
        const after = withTicket(before, find(waiting, ticketId));
        if (before.load > 0) expect(after.load).toBeLessThanOrEqual(Math.ceil(after.capacity * share));
        standing.set(agentId, after);
      }
      heldBack += round.waits.filter(({ exclusions }) =>
        exclusions.some(({ reason }) => reason.code === 'fairShare'),
      ).length;
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
  );
  expect(heldBack).toBeGreaterThan(10);
});
