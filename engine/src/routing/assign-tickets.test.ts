import { expect, test } from 'vitest';
import { assignTickets } from './assign-tickets.ts';
import type { Policy, RoutingAgent, WaitingTicket } from './assignment.ts';
import { urgencyIndex, workRateGain } from './policy-formulas.ts';

const minuteMs = 60_000;
const nowMs = 1_000 * minuteMs;

function ticket(ticketId: string, overrides: Partial<WaitingTicket> = {}): WaitingTicket {
  const requirement = { skills: [] };
  return {
    ticketId,
    priority: 'normal',
    queuedAtMs: nowMs,
    targetMs: 60 * minuteMs,
    requirement,
    weight: 1,
    ...overrides,
  };
}

function agent(agentId: string, overrides: Partial<RoutingAgent> = {}): RoutingAgent {
  return {
    agentId,
    presence: 'online',
    capacity: 5,
    load: 0,
    openTickets: 0,
    skills: {},
    languages: [],
    teamIds: [],
    lastAssignedAtMs: null,
    ...overrides,
  };
}

const skilled = (skillId: string, level = 1) => ({ requirement: { skills: [{ skillId, level }] } });

function pairsOf(policy: Policy, tickets: readonly WaitingTicket[], agents: readonly RoutingAgent[]): string[] {
  return assignTickets({ policy, tickets, agents, nowMs }).assignments.map(
    (given) => `${given.ticketId}>${given.agentId}`,
  );
}

test('priorityThenAge gives the highest priority first, then the oldest, then by id', () => {
  const tickets = [
    ticket('d'),
    ticket('c'),
    ticket('b', { queuedAtMs: nowMs - 1 }),
    ticket('a', { priority: 'urgent', queuedAtMs: nowMs }),
  ];
  expect(pairsOf('priorityThenAge', tickets, [agent('x', { capacity: 3 })])).toEqual(['a>x', 'b>x', 'c>x']);
});

test('priorityThenAge picks the most spare capacity, then the longest since the last assignment, then the id', () => {
  const agents = [
    agent('w', { capacity: 4, lastAssignedAtMs: 5 }),
    agent('x', { capacity: 5, lastAssignedAtMs: 20 }),
    agent('y', { capacity: 6, load: 1, lastAssignedAtMs: 10 }),
    agent('z', { capacity: 5, lastAssignedAtMs: 10 }),
  ];
  const tickets = ['a', 'b', 'c', 'd'].map((id) => ticket(id));
  expect(pairsOf('priorityThenAge', tickets, agents)).toEqual(['a>y', 'b>z', 'c>x', 'd>w']);
});

test('an agent never assigned goes before one who was', () => {
  expect(pairsOf('balanced', [ticket('a')], [agent('x', { lastAssignedAtMs: 0 }), agent('y')])).toEqual(['a>y']);
});

test('a ticket nobody can take does not hold up those behind it', () => {
  const tickets = [ticket('a', { priority: 'urgent', ...skilled('law') }), ticket('b', { weight: 9 }), ticket('c')];
  const round = assignTickets({ policy: 'priorityThenAge', tickets, agents: [agent('x')], nowMs });
  expect(round.assignments.map(({ ticketId }) => ticketId)).toEqual(['c']);
  expect(round.waits).toEqual([
    {
      ticketId: 'a',
      cause: 'noEligibleAgent',
      exclusions: [{ reason: { code: 'lacksSkill', skillId: 'law', level: 1, has: 0 }, count: 1, agentIds: ['x'] }],
    },
    {
      ticketId: 'b',
      cause: 'noEligibleAgent',
      exclusions: [{ reason: { code: 'full' }, count: 1, agentIds: ['x'] }],
    },
  ]);
});

test('an agent fills up within the round, the heavier ticket no longer fits', () => {
  const tickets = [ticket('a', { weight: 2, queuedAtMs: 1 }), ticket('b', { weight: 2, queuedAtMs: 2 }), ticket('c')];
  expect(pairsOf('priorityThenAge', tickets, [agent('x', { capacity: 3 })])).toEqual(['a>x', 'c>x']);
});

test('balanced gives an agent the ticket of the highest index', () => {
  const tickets = [
    ticket('low', { priority: 'low', targetMs: 240 * minuteMs, queuedAtMs: nowMs - 100 * minuteMs }),
    ticket('fresh', { priority: 'urgent', targetMs: 5 * minuteMs }),
    ticket('due', { priority: 'normal', targetMs: 60 * minuteMs, queuedAtMs: nowMs - 60 * minuteMs }),
  ];
  expect(urgencyIndex(tickets[1] as WaitingTicket, nowMs)).toBeCloseTo((8 / 5) * 0.02, 12);
  expect(urgencyIndex(tickets[2] as WaitingTicket, nowMs)).toBeCloseTo((2 / 60) * 1.02, 12);
  expect(pairsOf('balanced', tickets, [agent('x', { capacity: 3 })])).toEqual(['due>x', 'fresh>x', 'low>x']);
});

test('balanced gives a ticket to the best fit, and spreads as agents fill up', () => {
  const agents = [agent('x', { skills: { law: 5 } }), agent('y', { skills: { law: 3 } })];
  const tickets = ['a', 'b', 'c'].map((id) => ticket(id, skilled('law')));
  // Fits: x 1, y 0.8; then x 0.65, y 0.8; then x 0.65, y 0.52.
  expect(pairsOf('balanced', tickets, agents)).toEqual(['a>x', 'b>y', 'c>x']);
});

test('balanced keeps an agent with two tickets free for their best class until 30 % of the target has passed', () => {
  const busy = agent('x', { skills: { law: 5, tax: 3 }, openTickets: 2, load: 2 });
  const outside = (waitedMs: number) => [ticket('a', { ...skilled('tax'), queuedAtMs: nowMs - waitedMs })];
  const round = assignTickets({ policy: 'balanced', tickets: outside(18 * minuteMs), agents: [busy], nowMs });
  expect(round).toEqual({ assignments: [], waits: [{ ticketId: 'a', cause: 'held', exclusions: [] }] });
  expect(pairsOf('balanced', outside(18 * minuteMs + 1), [busy])).toEqual(['a>x']);
  expect(pairsOf('balanced', outside(minuteMs), [{ ...busy, openTickets: 1 }])).toEqual(['a>x']);
  const inside = { ...skilled('law'), queuedAtMs: nowMs - minuteMs };
  expect(pairsOf('balanced', [ticket('a', inside)], [busy])).toEqual(['a>x']);
});

test('balanced keeps no agent free from a ticket that has just come', () => {
  const busy = agent('x', { skills: { law: 5, tax: 3 }, openTickets: 2, load: 2 });
  const outside = (waitedMs: number) => [ticket('a', { ...skilled('tax'), queuedAtMs: nowMs - waitedMs })];
  expect(pairsOf('balanced', outside(0), [busy])).toEqual(['a>x']);
  expect(pairsOf('balanced', outside(1_000), [busy])).toEqual(['a>x']);
  expect(pairsOf('balanced', outside(1_001), [busy])).toEqual([]);
});

test('the gate closes within the round', () => {
  const tickets = ['a', 'b', 'c'].map((id) => ticket(id, { ...skilled('tax'), queuedAtMs: nowMs - minuteMs }));
  const round = assignTickets({
    policy: 'balanced',
    tickets,
    agents: [agent('x', { skills: { law: 5, tax: 3 } })],
    nowMs,
  });
  expect(round.assignments.map(({ ticketId }) => ticketId)).toEqual(['a', 'b']);
  expect(round.waits).toEqual([{ ticketId: 'c', cause: 'held', exclusions: [] }]);
});

test('a target of nothing and an entry in the future are no obstacle', () => {
  const tickets = [ticket('a', { targetMs: 0 }), ticket('b', { queuedAtMs: nowMs + minuteMs })];
  expect(pairsOf('balanced', tickets, [agent('x')])).toEqual(['a>x', 'b>x']);
});

test('an assignment is explained by its figures, the runner-up and everybody else by reason', () => {
  const agents = [
    agent('x', { skills: { law: 5 } }),
    agent('y', { skills: { law: 4 }, openTickets: 1, load: 1 }),
    ...['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map((id) => agent(id, { skills: { law: 1 } })),
    agent('v', { skills: { law: 2 } }),
    agent('off', { presence: 'offline', skills: { law: 5 } }),
    agent('full', { load: 5, openTickets: 5, skills: { law: 5 } }),
  ];
  const tickets = [ticket('a', { ...skilled('law', 3), queuedAtMs: nowMs - 30 * minuteMs })];
  const [given] = assignTickets({ policy: 'balanced', tickets, agents, nowMs }).assignments;
  const urgency = (2 / 60) * (0.02 + 0.5 ** 4);
  expect(given).toEqual({
    ticketId: 'a',
    agentId: 'x',
    explanation: {
      policy: 'balanced',
      waitedMs: 30 * minuteMs,
      eligibleCount: 2,
      figures: { index: urgency, fit: 1, proficiency: 1, speed: 1, openTickets: 0, load: 0, capacity: 5 },
      runnerUp: {
        agentId: 'y',
        figures: {
          index: 0.9 * 0.9 * 0.9 * urgency,
          fit: 0.9 * 0.65,
          proficiency: 0.9,
          speed: 1,
          openTickets: 1,
          load: 1,
          capacity: 5,
        },
      },
      exclusions: [
        { reason: { code: 'offline' }, count: 1, agentIds: ['off'] },
        { reason: { code: 'lacksSkill', skillId: 'law', level: 3, has: 2 }, count: 1, agentIds: ['v'] },
        {
          reason: { code: 'lacksSkill', skillId: 'law', level: 3, has: 1 },
          count: 6,
          agentIds: ['u1', 'u2', 'u3', 'u4', 'u5'],
        },
        { reason: { code: 'full' }, count: 1, agentIds: ['full'] },
      ],
    },
  });
});

test('every further ticket at a time gains less', () => {
  for (let open = 0; open < 20; open++) expect(workRateGain(open + 1)).toBeLessThan(workRateGain(open));
});
