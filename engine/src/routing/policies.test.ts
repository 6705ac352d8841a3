import { expect, test } from 'vitest';
import { assignTickets } from './assign-tickets.ts';
import { POLICIES, type Policy, type RoutingAgent, type WaitingTicket } from './assignment.ts';

const minuteMs = 60_000;
const nowMs = 1_000 * minuteMs;

const ticket = (ticketId: string, overrides: Partial<WaitingTicket> = {}): WaitingTicket => ({
  ticketId,
  priority: 'normal',
  queuedAtMs: nowMs - minuteMs,
  targetMs: 60 * minuteMs,
  requirement: { skills: [] },
  weight: 1,
  ...overrides,
});

const agent = (agentId: string, overrides: Partial<RoutingAgent> = {}): RoutingAgent => ({
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
});

function pairsOf(policy: Policy, tickets: readonly WaitingTicket[], agents: readonly RoutingAgent[]): string[] {
  return assignTickets({ policy, tickets, agents, nowMs }).assignments.map(
    (given) => `${given.ticketId}>${given.agentId}`,
  );
}

const three = ['a', 'b', 'c'].map((id) => ticket(id));

test('dueFirst takes the earliest due, by its SLA or else by its target', () => {
  const tickets = [
    ticket('late', { targetMs: 90 * minuteMs }),
    ticket('soon', { targetMs: 5 * minuteMs }),
    ticket('now', { targetMs: 90 * minuteMs, dueAtMs: nowMs }),
    ticket('urgent', { priority: 'urgent' }),
  ];
  expect(pairsOf('dueFirst', tickets, [agent('x')])).toEqual(['now>x', 'soon>x', 'urgent>x', 'late>x']);
});

test('roundRobin takes turns by the last assignment, whatever anybody holds', () => {
  const agents = [
    agent('x', { load: 4, openTickets: 4, lastAssignedAtMs: 1 }),
    agent('y', { lastAssignedAtMs: 3 }),
    agent('z', { lastAssignedAtMs: 2 }),
  ];
  expect(pairsOf('roundRobin', three, agents)).toEqual(['a>x', 'b>z', 'c>y']);
});

test('leastLoaded looks at the share of the capacity in use', () => {
  const agents = [agent('x', { capacity: 10, load: 3 }), agent('y', { capacity: 4, load: 2 })];
  expect(pairsOf('leastLoaded', three, agents)).toEqual(['a>x', 'b>x', 'c>y']);
});

test('longestIdle takes who has been without a ticket for the longest, and who holds any last', () => {
  const agents = [
    agent('busy', { load: 1, openTickets: 1, idleSinceMs: 0, lastAssignedAtMs: 0 }),
    agent('x', { idleSinceMs: 20, lastAssignedAtMs: 5 }),
    agent('y', { idleSinceMs: 10, lastAssignedAtMs: 8 }),
  ];
  expect(pairsOf('longestIdle', three, agents)).toEqual(['a>y', 'b>x', 'c>busy']);
});

test('firstIn fills who came online first', () => {
  const agents = [agent('x', { onlineSinceMs: 9 }), agent('y', { onlineSinceMs: 7, capacity: 2 }), agent('z')];
  expect(pairsOf('firstIn', three, agents)).toEqual(['a>y', 'b>y', 'c>x']);
});

test('a preferred agent gets the ticket where eligible, the first of them; else it goes by the policy', () => {
  const agents = [agent('x'), agent('y', { presence: 'away' }), agent('z', { load: 4, openTickets: 4 })];
  const prefer = (...preferredAgentIds: string[]) => [ticket('a', { preferredAgentIds })];
  expect(pairsOf('leastLoaded', prefer('y', 'z', 'x'), agents)).toEqual(['a>z']);
  expect(pairsOf('leastLoaded', prefer('y', 'gone'), agents)).toEqual(['a>x']);
  const { explanation } = assignTickets({ policy: 'leastLoaded', tickets: prefer('y', 'z'), agents, nowMs })
    .assignments[0] as { explanation: { preferred?: number; runnerUp: { agentId: string } | null } };
  expect(explanation.preferred).toBe(1);
  expect(explanation.runnerUp?.agentId).toBe('x');
});

test('a declined ticket goes to the next agent, with its age, and not back', () => {
  const declined = ticket('a', { declinedBy: ['x'] });
  expect(pairsOf('balanced', [declined, ticket('b')], [agent('x'), agent('y', { load: 1, openTickets: 1 })])).toEqual([
    'a>y',
    'b>x',
  ]);
  const { waits } = assignTickets({ policy: 'balanced', tickets: [declined], agents: [agent('x')], nowMs });
  expect(waits[0]?.exclusions).toEqual([{ reason: { code: 'declined' }, count: 1, agentIds: ['x'] }]);
});

test('capacity of a channel binds within the round', () => {
  const chats = three.map((waiting) => ({ ...waiting, channelType: 'chat' }));
  const tickets = [...chats, ticket('d', { channelType: 'email' })];
  const agents = [agent('x', { channelCapacity: { chat: 2 }, channelLoad: { chat: 1 } })];
  expect(pairsOf('priorityThenAge', tickets, agents)).toEqual(['a>x', 'd>x']);
});

test('what was learned decides who suits a ticket and what is their best class', () => {
  const law = { skills: [{ skillId: 'law', level: 1 }] };
  const key = '[null,"law"]';
  const agents = [
    agent('x', { skills: { law: 5 }, proficiencies: { [key]: 0.6 } }),
    agent('y', { skills: { law: 3 }, proficiencies: { [key]: 0.9 } }),
  ];
  expect(pairsOf('balanced', [ticket('a', { requirement: law })], agents)).toEqual(['a>y']);
  expect(pairsOf('balanced', three.slice(0, 1), [agent('x'), agent('y', { speed: 1.2 })])).toEqual(['a>y']);
});

/** What a round says of so many tickets of one class, the most urgent first. */
function roundOf(policy: Policy, count: number, agents: readonly RoutingAgent[]) {
  const tickets = Array.from({ length: count }, (_, index) =>
    ticket(`t${index}`, {
      requirement: { skills: [{ skillId: 'law', level: 1 }] },
      queuedAtMs: nowMs - (30 - index) * minuteMs,
    }),
  );
  return assignTickets({ policy, tickets, agents, nowMs }).assignments;
}

test('many tickets of a class are given out as few are, and for the same reasons', () => {
  const agents = [
    agent('v', { skills: { law: 3 }, lastAssignedAtMs: 5, capacity: 2, idleSinceMs: 4 }),
    agent('w', { skills: { law: 4 }, lastAssignedAtMs: 3, capacity: 1, onlineSinceMs: 2 }),
    agent('x', { skills: { law: 5 }, load: 2, openTickets: 2, lastAssignedAtMs: 4 }),
    agent('y', { skills: { law: 1 }, capacity: 4, onlineSinceMs: 1 }),
    agent('z', { skills: { law: 5 }, capacity: 1, lastAssignedAtMs: 9 }),
    agent('away', { presence: 'away', skills: { law: 5 } }),
  ];
  for (const policy of POLICIES) {
    const few = roundOf(policy, 4, agents);
    expect(few).toHaveLength(4);
    for (const count of [5, 9]) expect(roundOf(policy, count, agents).slice(0, 4)).toEqual(few);
    expect(roundOf(policy, 30, agents).length).toBe(11);
    expect(roundOf(policy, 9, agents.slice(1, 2))).toHaveLength(1);
  }
});
