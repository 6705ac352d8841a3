import { expect, test } from 'vitest';
import { AgentPool } from './agent-pool.ts';
import type { RoutingAgent } from './assignment.ts';

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
const custom = (statusId: string) => ({ statusId, allowsWork: false });

test('who is absent is told in one order, whatever the order of the agents', () => {
  const agents = [
    agent('f', { channelTypes: ['email'] }),
    agent('e', { presence: custom('training') }),
    agent('d', { presence: custom('lunch') }),
    agent('c', { presence: 'away' }),
    agent('b', { onShift: false }),
    agent('a', { presence: 'offline' }),
    agent('g', { presence: custom('meeting') }),
    agent('h', { presence: custom('lunch') }),
    agent('i'),
  ];
  for (const order of [agents, agents.toReversed()]) {
    const { present, exclusions } = new AgentPool(order).onChannel('chat');
    expect(exclusions).toEqual([
      { reason: { code: 'offline' }, count: 1, agentIds: ['a'] },
      { reason: { code: 'outOfShift' }, count: 1, agentIds: ['b'] },
      { reason: { code: 'away' }, count: 1, agentIds: ['c'] },
      { reason: { code: 'customStatus', statusId: 'lunch' }, count: 2, agentIds: ['d', 'h'] },
      { reason: { code: 'customStatus', statusId: 'meeting' }, count: 1, agentIds: ['g'] },
      { reason: { code: 'customStatus', statusId: 'training' }, count: 1, agentIds: ['e'] },
      { reason: { code: 'wrongChannel', channelType: 'chat' }, count: 1, agentIds: ['f'] },
    ]);
    expect(present.places(9)).toEqual([8]);
  }
});

test('who is absent on one channel is there on another', () => {
  const pool = new AgentPool([agent('a', { channelTypes: ['email'] }), agent('b')]);
  expect(pool.onChannel('chat').present.places(9)).toEqual([1]);
  expect(pool.onChannel('email').present.places(9)).toEqual([0, 1]);
  expect(pool.onChannel(undefined).exclusions).toEqual([]);
  expect(pool.onChannel('chat')).toBe(pool.onChannel('chat'));
});

test('whoever was assigned longest ago ranks first, never assigned before all, then by id', () => {
  const pool = new AgentPool([
    agent('d', { lastAssignedAtMs: 5 }),
    agent('c', { lastAssignedAtMs: 5 }),
    agent('b', { lastAssignedAtMs: 9 }),
    agent('a', { lastAssignedAtMs: 7 }),
    agent('f'),
    agent('e'),
  ]);
  const byRank = pool.candidates.toSorted((one, other) => one.rank - other.rank);
  expect(byRank.map((candidate) => candidate.agent.agentId)).toEqual(['e', 'f', 'c', 'd', 'a', 'b']);
});

test('an agent is found by id, and idle since the last assignment unless told otherwise', () => {
  const pool = new AgentPool([
    agent('a', { lastAssignedAtMs: 7 }),
    agent('b', { lastAssignedAtMs: 7, idleSinceMs: 9 }),
    agent('c', { lastAssignedAtMs: 7, idleSinceMs: null }),
  ]);
  expect(['a', 'b', 'c'].map((id) => pool.find(id)?.idleSinceMs)).toEqual([7, 9, null]);
  expect(pool.find('nobody')).toBeUndefined();
});

test('the best proficiency is the highest of anybody, and 1 at least', () => {
  expect(new AgentPool([agent('a'), agent('b')]).hasProficiencies).toBe(false);
  const mixed = new AgentPool([agent('a'), agent('b', { proficiencies: { law: 0.4 } })]);
  expect(mixed.hasProficiencies).toBe(true);
  expect(mixed.topProficiency).toBe(1);
});
