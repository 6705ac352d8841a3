import { registerEnumType } from 'type-graphql';

/** GraphQL's `Presence`; values are those of the database. */
export const PresenceEnum = { ONLINE: 'online', AWAY: 'away', OFFLINE: 'offline' } as const;

registerEnumType(PresenceEnum, {
  name: 'Presence',
  description: 'Whether an agent takes tickets now.',
  valuesConfig: {
    ONLINE: { description: 'Takes tickets.' },
    AWAY: { description: 'Keeps what they have and takes nothing new.' },
    OFFLINE: { description: 'Not at work.' },
  },
});
