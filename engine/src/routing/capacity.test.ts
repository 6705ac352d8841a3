import { expect, test } from 'vitest';
import { drainShare, holdsCapacity, isOverShare, loadsOf, roomFor, shortageOf } from './capacity.ts';

const chat = { weight: 2, channelType: 'chat' };
const agent = { capacity: 6, load: 2, channelCapacity: { chat: 4 }, channelLoad: { chat: 2 } };

test('six units make three tickets of weight two', () => {
  expect(roomFor({ capacity: 6, load: 0 }, chat)).toBe(3);
});

test('a channel may be full while the agent is not', () => {
  expect(roomFor(agent, chat)).toBe(1);
  expect(shortageOf({ ...agent, channelLoad: { chat: 3 } }, chat)).toBe('fullOnChannel');
  expect(shortageOf({ ...agent, channelLoad: { chat: 3 } }, { weight: 2, channelType: 'email' })).toBeNull();
  expect(shortageOf({ ...agent, load: 5 }, chat)).toBe('full');
});

test('room is what is left, over all and on the channel, in whole tickets', () => {
  expect(roomFor({ capacity: 7, load: 2 }, { weight: 2 })).toBe(2);
  expect(roomFor({ capacity: 7, load: 6 }, { weight: 2 })).toBe(0);
  expect(roomFor({ ...agent, capacity: 20, channelCapacity: { chat: 9 } }, chat)).toBe(3);
  expect(roomFor({ ...agent, capacity: 20 }, { ...chat, channelType: 'email' })).toBe(9);
  expect(roomFor({ ...agent, capacity: 20 }, { weight: 2 })).toBe(9);
  expect(roomFor({ capacity: 20, load: 0, channelCapacity: { chat: 4 } }, chat)).toBe(2);
  expect(roomFor({ ...agent, channelLoad: { chat: 4 } }, chat)).toBe(0);
  expect(roomFor({ capacity: 2, load: 1 }, { weight: 0 })).toBe(Number.POSITIVE_INFINITY);
  expect(roomFor({ capacity: 2, load: 3 }, { weight: 0 })).toBe(0);
});

test('load is counted by agent, and by channel where the ticket has one', () => {
  const held = [
    { ...chat, status: 'open', agentId: 'a' },
    { weight: 1, status: 'open', agentId: 'a' },
    { ...chat, status: 'open', agentId: 'b' },
  ];
  expect([...loadsOf(held)]).toEqual([
    ['a', { load: 3, openTickets: 2, channelLoad: { chat: 2 } }],
    ['b', { load: 2, openTickets: 1, channelLoad: { chat: 2 } }],
  ]);
});

test('tickets that wait for somebody else free capacity', () => {
  expect(['new', 'open', 'pending', 'on-hold', 'solved', 'closed'].filter(holdsCapacity)).toEqual(['new', 'open']);
  const held = ['open', 'pending', 'new'].map((status) => ({ ...chat, status, agentId: 'a' }));
  expect(loadsOf(held).get('a')).toEqual({ load: 4, openTickets: 2, channelLoad: { chat: 4 } });
});

test('while colleagues are missing, those present take their share of the backlog', () => {
  const present = {
    agentId: 'a',
    presence: 'online',
    capacity: 6,
    load: 0,
    openTickets: 0,
    skills: {},
    languages: [],
    teamIds: [],
    lastAssignedAtMs: null,
  } as const;
  const drain = { waitingUnits: 10, scheduledCapacity: 30, untilMs: 1_000 };
  const share = drainShare(drain, [present], 0);
  expect(share).toBeCloseTo(1 / 3, 12);
  expect([0, 1, 2].map((load) => isOverShare({ capacity: 6, load }, 1, share))).toEqual([false, false, true]);
  // Who holds nothing may take one, however heavy.
  expect(isOverShare({ capacity: 6, load: 0 }, 3, share)).toBe(false);
  // What was taken stays in the reckoning, so the share doesn't creep.
  expect(drainShare({ ...drain, waitingUnits: 8 }, [{ ...present, load: 2 }], 0)).toBeCloseTo(1 / 3, 12);
  expect(drainShare(drain, [present], 1_000)).toBe(1);
  expect(drainShare({ ...drain, scheduledCapacity: 6 }, [present], 0)).toBe(1);
  expect(drainShare(drain, [{ ...present, onShift: false }], 0)).toBeCloseTo(1 / 3, 12);
  // What the missing hold is not in hand, and what they could take is not there.
  const missing = [
    { ...present, onShift: false, load: 6 } as const,
    { ...present, presence: 'offline', load: 6 } as const,
  ];
  expect(drainShare(drain, missing, 0)).toBeCloseTo(1 / 3, 12);
  expect(drainShare({ ...drain, scheduledCapacity: 12 }, [present, ...missing], 0)).toBeCloseTo(10 / 12, 12);
  expect(drainShare({ ...drain, scheduledCapacity: 12 }, [present, present], 0)).toBe(1);
  expect(drainShare({ ...drain, waitingUnits: 99 }, [present], 0)).toBe(1);
  expect(isOverShare({ capacity: 6, load: 6 }, 1, 1)).toBe(false);
});
