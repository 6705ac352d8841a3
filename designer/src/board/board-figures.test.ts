import { describe, expect, it } from 'vitest';
import {
  arrangeAgents,
  arrivedInAll,
  axisTop,
  backlogShare,
  boardTotals,
  byNeed,
  presenceCounts,
  stockTrend,
  withSample,
} from './board-figures.ts';
import type { AgentFigures, ArrivalBucket, QueueFigures } from './board-state.ts';

const bucket = (arrived: number, assigned: number, solved = 0): ArrivalBucket => ({
  at: '2026-11-22T08:00:00Z',
  arrived,
  assigned,
  solved,
});

const agent = (name: string, presence: AgentFigures['presence'], load: number, capacity = 4): AgentFigures => ({
  agent: { id: name, name },
  presence,
  load,
  capacity,
  openTickets: load,
  idleSince: null,
});

const queue = (waiting: number, breached: number): QueueFigures => ({
  queue: { id: `q${waiting}`, name: 'Queue', limit: 10, isFallback: false },
  waiting,
  inProgress: 2,
  longestWaitingSince: null,
  atRisk: 1,
  breached,
  arrivals: 0,
  assigned: 0,
});

describe('the figures of the board', () => {
  it('sums the queues', () => {
    expect(boardTotals([queue(3, 1), queue(4, 0)])).toEqual({ waiting: 7, inProgress: 4, atRisk: 2, breached: 1 });
    expect(boardTotals([])).toEqual({ waiting: 0, inProgress: 0, atRisk: 0, breached: 0 });
  });

  it('counts the arrivals of all buckets', () => {
    expect(arrivedInAll([bucket(3, 0), bucket(2, 9)])).toBe(5);
  });

  it('walks a stock back from now', () => {
    expect(stockTrend([bucket(5, 1), bucket(2, 3), bucket(4, 0)], 10, 'arrived', 'assigned')).toEqual([7, 6, 10]);
  });

  it('never shows a stock below zero', () => {
    expect(stockTrend([bucket(0, 0), bucket(9, 0)], 2, 'arrived', 'assigned')).toEqual([0, 2]);
  });

  it('keeps the newest samples only', () => {
    expect(withSample([1, 2, 3], 4, 3)).toEqual([2, 3, 4]);
  });

  it('treats a queue without a limit as never full', () => {
    expect(backlogShare(50, 0)).toBe(0);
    expect(backlogShare(5, 10)).toBe(0.5);
    expect(backlogShare(50, 10)).toBe(1);
  });

  it('puts the queues that need somebody first', () => {
    const queues = [queue(9, 0), queue(2, 1), queue(30, 0), queue(1, 4)];
    expect(byNeed(queues).map(({ waiting }) => waiting)).toEqual([1, 2, 30, 9]);
  });

  it('rounds the top of an axis up', () => {
    expect([0, 1, 3, 7, 10, 11, 49, 101].map(axisTop)).toEqual([2, 2, 4, 8, 10, 20, 60, 200]);
  });
});

describe('the agents of the board', () => {
  const agents = [
    agent('Budi 10', 'ONLINE', 1),
    agent('Budi 2', 'ONLINE', 4),
    agent('Citra', 'OFFLINE', 4),
    agent('Ayu', 'AWAY', 0),
  ];
  const names = (list: readonly AgentFigures[]) => list.map((each) => each.agent.name);

  it('come fullest first, the absent last', () => {
    const shown = arrangeAgents(agents, { search: '', presence: null, sort: 'load' });
    expect(names(shown)).toEqual(['Budi 2', 'Budi 10', 'Ayu', 'Citra']);
  });

  it('come by name with numbers in their natural order', () => {
    const shown = arrangeAgents(agents, { search: '', presence: null, sort: 'name' });
    expect(names(shown)).toEqual(['Ayu', 'Budi 2', 'Budi 10', 'Citra']);
  });

  it('are found by a part of the name, whatever its case', () => {
    expect(names(arrangeAgents(agents, { search: ' bUD', presence: null, sort: 'name' }))).toEqual([
      'Budi 2',
      'Budi 10',
    ]);
  });

  it('can be narrowed to a presence', () => {
    expect(names(arrangeAgents(agents, { search: '', presence: 'AWAY', sort: 'name' }))).toEqual(['Ayu']);
  });

  it('are counted by presence', () => {
    expect(presenceCounts(agents)).toEqual({ ONLINE: 2, AWAY: 1, OFFLINE: 1 });
  });
});
