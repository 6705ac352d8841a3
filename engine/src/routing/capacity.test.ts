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
});
