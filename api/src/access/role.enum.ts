import { registerEnumType } from 'type-graphql';

/** GraphQL's `Role`; values are those of the database. */
export const RoleEnum = { ADMIN: 'admin', MANAGER: 'manager', AGENT: 'agent', VIEWER: 'viewer' } as const;

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What someone may do. Each role may do what the lesser ones may: admin, manager, agent, viewer.',
  valuesConfig: {
    ADMIN: { description: 'Manages users and API tokens.' },
    MANAGER: { description: 'Draws flows, sets up teams and queues, imports and replays.' },
    AGENT: { description: 'Works on tickets and sets their own presence.' },
    VIEWER: { description: 'Reads.' },
  },
});

/** GraphQL's `Locale`. */
export const LocaleEnum = { EN: 'en', ID: 'id' } as const;

registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language Alur speaks.',
  valuesConfig: { EN: { description: 'English.' }, ID: { description: 'Indonesian.' } },
});
