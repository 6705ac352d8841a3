import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import type { TicketEvent } from '../facts/event.ts';
import { presentValue } from '../facts/fact-value.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const config = z.strictObject({
  scope: z.enum(['agent', 'team', 'any']).meta(
    control(
      'select',
      { en: 'Assigned to', id: 'Ditugaskan kepada' },
      {
        options: [
          { value: 'agent', label: { en: 'An agent', id: 'Agen' } },
          { value: 'team', label: { en: 'A team', id: 'Tim' } },
          { value: 'any', label: { en: 'An agent or a team', id: 'Agen atau tim' } },
        ],
      },
    ),
  ),
});

const FACTS_OF_SCOPE = {
  agent: ['ticket.assignee'],
  team: ['ticket.team'],
  any: ['ticket.assignee', 'ticket.team'],
} as const;

/** Fires when an agent or a team becomes responsible; giving a ticket up is no assignment. */
export const triggerTicketAssigned = defineNode<z.infer<typeof config>>({
  kind: 'trigger.ticketAssigned',
  group: 'trigger',
  label: { en: 'Ticket assigned', id: 'Tiket ditugaskan' },
  help: {
    en: 'Starts when an agent or team becomes responsible',
    id: 'Mulai ketika agen atau tim menjadi penanggung jawab',
  },
  config,
  defaultConfig: { scope: 'any' },
  ports: () => TRIGGER_PORTS,
  references: () => [],
  check: () => [],
  sentence: ({ scope }, _names, locale) =>
    ({
      agent: { en: 'When the ticket is assigned to an agent', id: 'Ketika tiket ditugaskan kepada agen' },
      team: { en: 'When the ticket is assigned to a team', id: 'Ketika tiket ditugaskan kepada tim' },
      any: { en: 'When the ticket is assigned', id: 'Ketika tiket ditugaskan' },
    })[scope][locale],
  implies: ({ scope }) => {
    const agent = becameResponsible('ticket.assignee');
    const team = becameResponsible('ticket.team');
    return { agent, team, any: { any: [agent, team] } }[scope];
  },
  behaviour: ({ scope }) => ({
    type: 'trigger',
    on: ['ticketAssigned'],
    need: {
      condition: { any: FACTS_OF_SCOPE[scope].map((fact) => ({ fact, op: 'changed' })) },
      isSufficient: false,
    },
    miss: ({ event }) => {
      const agentId = assignedTo(event, 'ticket.assignee');
      const teamId = assignedTo(event, 'ticket.team');
      const isInScope = (scope !== 'team' && agentId !== null) || (scope !== 'agent' && teamId !== null);
      return isInScope ? null : { reason: 'otherScope', seen: agentId ?? teamId };
    },
  }),
});

function becameResponsible(fact: string): Condition {
  return {
    all: [{ fact, op: 'changed' }, { not: { fact, op: 'isEmpty' } }],
  };
}

/** Who became responsible by this event: the new value of a field, or null where it did not change or was emptied. */
function assignedTo({ changes }: TicketEvent, fact: string) {
  return changes && Object.hasOwn(changes, fact) ? presentValue(changes[fact]?.to) : null;
}
