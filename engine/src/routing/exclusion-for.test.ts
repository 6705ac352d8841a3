import { expect, test } from 'vitest';
import type { RoutingAgent } from './assignment.ts';
import { exclusionFor, meetsRequirement } from './exclusion-for.ts';
import { bestProficiency, proficiency } from './proficiency.ts';
import type { Requirement } from './requirement.ts';

const agent: RoutingAgent = {
  agentId: 'ayu',
  presence: 'online',
  capacity: 6,
  load: 4,
  openTickets: 2,
  skills: { billing: 4, shipping: 2 },
  languages: ['id-ID', 'en'],
  teamIds: ['care'],
  lastAssignedAtMs: null,
};
const ticket = (requirement: Partial<Requirement> = {}, weight = 1) => ({
  requirement: { skills: [], ...requirement },
  weight,
});

test('an agent who meets everything is not excluded', () => {
  const wanted = ticket({ skills: [{ skillId: 'billing', level: 4 }], language: 'ID', teamId: 'care' }, 2);
  expect(exclusionFor(agent, wanted)).toBeNull();
  expect(meetsRequirement(agent, wanted.requirement)).toBe(true);
});

test('the first reason that applies is given', () => {
  const unmet = ticket({ skills: [{ skillId: 'billing', level: 5 }], language: 'jv', teamId: 'sales' }, 9);
  expect(exclusionFor({ ...agent, presence: 'offline' }, unmet)).toEqual({ code: 'offline' });
  expect(exclusionFor({ ...agent, presence: 'away' }, unmet)).toEqual({ code: 'away' });
  expect(exclusionFor(agent, unmet)).toEqual({ code: 'wrongTeam' });
  expect(exclusionFor({ ...agent, teamIds: ['sales'] }, unmet)).toEqual({ code: 'wrongLanguage' });
  expect(exclusionFor({ ...agent, teamIds: ['sales'], languages: ['jv'] }, unmet)).toEqual({
    code: 'lacksSkill',
    skillId: 'billing',
    level: 5,
    has: 4,
  });
  expect(exclusionFor(agent, ticket({}, 3))).toEqual({ code: 'full' });
});

test('presence is looked at per channel, before shift and channel served', () => {
  const onChat = { ...ticket(), channelType: 'chat' };
  const lunch = { statusId: 'lunch', allowsWork: false };
  const reasons = [
    exclusionFor({ ...agent, presence: 'offline', onShift: false }, onChat),
    exclusionFor({ ...agent, presence: 'away', onShift: false }, onChat),
    exclusionFor({ ...agent, presence: lunch }, onChat),
    exclusionFor({ ...agent, channelPresence: { chat: 'away' } }, onChat),
    exclusionFor({ ...agent, channelPresence: { chat: 'away' } }, { ...onChat, channelType: 'email' }),
    exclusionFor({ ...agent, presence: 'away', channelPresence: { chat: 'online' } }, onChat),
    exclusionFor({ ...agent, presence: { statusId: 'backOffice', allowsWork: true } }, onChat),
    exclusionFor({ ...agent, channelTypes: ['email'] }, onChat),
  ];
  expect(reasons).toEqual([
    { code: 'offline' },
    { code: 'outOfShift' },
    { code: 'customStatus', statusId: 'lunch' },
    { code: 'away' },
    null,
    null,
    null,
    { code: 'wrongChannel', channelType: 'chat' },
  ]);
});

test('location is compared folded; then comes who declined, then room over all and on the channel', () => {
  const there = { ...agent, location: ' Jakarta' };
  expect(exclusionFor(there, ticket({ location: 'JAKARTA' }))).toBeNull();
  expect(exclusionFor(agent, ticket({ location: 'Jakarta' }))).toEqual({ code: 'wrongLocation' });
  expect(exclusionFor({ ...agent, load: 6 }, { ...ticket(), declinedBy: ['ayu'] })).toEqual({ code: 'declined' });
  const limited = { ...agent, channelCapacity: { chat: 0 } };
  expect(exclusionFor(limited, { ...ticket(), channelType: 'chat' })).toEqual({
    code: 'fullOnChannel',
    channelType: 'chat',
  });
});

test('of several lacking skills the first by id is named, at the highest level asked for', () => {
  const skills = [
    { skillId: 'shipping', level: 3 },
    { skillId: 'refunds', level: 1 },
    { skillId: 'refunds', level: 2 },
  ];
  expect(exclusionFor(agent, ticket({ skills }))).toEqual({ code: 'lacksSkill', skillId: 'refunds', level: 2, has: 0 });
});

test('a skill named like a property of every object is not had by everybody', () => {
  expect(meetsRequirement(agent, { skills: [{ skillId: 'constructor', level: 1 }] })).toBe(false);
});

test('languages are met by their primary subtag only', () => {
  expect(meetsRequirement(agent, { skills: [], language: 'en-GB' })).toBe(true);
  expect(meetsRequirement(agent, { skills: [], language: 'i' })).toBe(false);
});

test('proficiency is the mean over the required skills, 1 without any', () => {
  expect(proficiency(agent, { skills: [], language: 'id' })).toBe(1);
  expect(proficiency(agent, { skills: [{ skillId: 'billing', level: 1 }] })).toBe(0.9);
  expect(
    proficiency(agent, {
      skills: [
        { skillId: 'billing', level: 1 },
        { skillId: 'shipping', level: 1 },
      ],
    }),
  ).toBe(0.8);
});

test('the best class of an agent is that of their highest level', () => {
  expect(bestProficiency(agent)).toBe(0.9);
  expect(bestProficiency({ skills: {} })).toBe(0.5);
});
