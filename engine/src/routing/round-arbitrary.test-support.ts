import fc from 'fast-check';
import { POLICIES, type RoutingAgent, type WaitingTicket } from './assignment.ts';

/** The instant of every generated round. */
export const nowMs = 10_000_000;

const skillId = fc.constantFrom('billing', 'shipping', 'law');
const language = fc.constantFrom('id', 'en', 'jv');
const teamId = fc.constantFrom('care', 'sales');
const channelType = fc.constantFrom('email', 'chat');
const location = fc.constantFrom('Jakarta', 'JAKARTA ', 'Medan');
const agentId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const instantMs = fc.integer({ min: 0, max: 3 });
const units = fc.integer({ min: 0, max: 6 });
const presence = fc.constantFrom<RoutingAgent['presence']>(
  'online',
  'online',
  'online',
  'online',
  'away',
  'offline',
  { statusId: 'lunch', allowsWork: false },
  { statusId: 'training', allowsWork: false },
  { statusId: 'backOffice', allowsWork: true },
);

export const policies = fc.constantFrom(...POLICIES);

export const tickets: fc.Arbitrary<WaitingTicket[]> = fc.uniqueArray(
  fc.record(
    {
      ticketId: fc.string({ minLength: 1, maxLength: 3 }),
      priority: fc.constantFrom('low', 'normal', 'high', 'urgent'),
      queuedAtMs: fc.integer({ min: 0, max: 5 }).map((steps) => nowMs - 300_000 * steps),
      targetMs: fc.constantFrom(0, 300_000, 900_000, 3_600_000),
      // Simple ones as often as demanding ones, or hardly a ticket finds an agent.
      requirement: fc.oneof(
        fc.record({
          skills: fc.array(fc.record({ skillId, level: fc.integer({ min: 1, max: 3 }) }), { maxLength: 1 }),
        }),
        fc.record(
          {
            skills: fc.array(fc.record({ skillId, level: fc.integer({ min: 1, max: 5 }) }), { maxLength: 2 }),
            language: fc.oneof(language, fc.constant('id-ID')),
            teamId,
            location,
          },
          { requiredKeys: ['skills'] },
        ),
      ),
      weight: fc.constantFrom(0, 1, 1, 2, 3),
      channelType,
      dueAtMs: fc.integer({ min: -2, max: 2 }).map((steps) => nowMs + 300_000 * steps),
      declinedBy: fc.uniqueArray(agentId, { maxLength: 3 }),
      preferredAgentIds: fc.uniqueArray(agentId, { maxLength: 3 }),
    },
    { requiredKeys: ['ticketId', 'priority', 'queuedAtMs', 'targetMs', 'requirement', 'weight'] },
  ),
  { selector: ({ ticketId }) => ticketId, maxLength: 25 },
);

export const agents: fc.Arbitrary<RoutingAgent[]> = fc.uniqueArray(
  fc.record(
    {
      agentId,
      presence,
      channelPresence: fc.dictionary(channelType, presence),
      channelTypes: fc.constantFrom(['email', 'chat'], ['chat', 'email'], ['chat']),
      onShift: fc.constantFrom(true, true, true, false),
      capacity: fc.integer({ min: 0, max: 9 }),
      load: fc.integer({ min: 0, max: 5 }),
      channelCapacity: fc.dictionary(channelType, units),
      channelLoad: fc.dictionary(channelType, units),
      openTickets: fc.integer({ min: 0, max: 4 }),
      skills: fc.dictionary(skillId, fc.integer({ min: 1, max: 5 })),
      languages: fc.uniqueArray(language),
      teamIds: fc.uniqueArray(teamId),
      location,
      lastAssignedAtMs: fc.option(instantMs),
      idleSinceMs: fc.option(instantMs),
      onlineSinceMs: instantMs,
      speed: fc.constantFrom(0.8, 1, 1.2),
    },
    {
      requiredKeys: [
        'agentId',
        'presence',
        'capacity',
        'load',
        'openTickets',
        'skills',
        'languages',
        'teamIds',
        'lastAssignedAtMs',
      ],
    },
  ),
  { selector: (agent) => agent.agentId, minLength: 1, maxLength: 8 },
);
