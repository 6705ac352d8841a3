import { z } from 'zod';
import { defineNode } from './define-node.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const config = z.strictObject({});

/** Fires when a ticket's status becomes solved. */
export const triggerTicketSolved = defineNode<z.infer<typeof config>>({
  kind: 'trigger.ticketSolved',
  group: 'trigger',
  label: { en: 'Ticket solved', id: 'Tiket terselesaikan' },
  help: { en: 'Starts when a ticket is solved', id: 'Mulai ketika tiket diselesaikan' },
  config,
  defaultConfig: {},
  ports: () => TRIGGER_PORTS,
  references: () => [],
  check: () => [],
  sentence: (_config, _names, locale) =>
    ({ en: 'When the ticket is solved', id: 'Ketika tiket terselesaikan' })[locale],
  implies: () => ({ fact: 'ticket.status', op: 'is', value: 'solved' }),
  behaviour: () => ({ type: 'trigger', on: ['ticketSolved'], miss: () => null }),
});
