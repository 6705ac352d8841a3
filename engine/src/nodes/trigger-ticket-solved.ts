import { eventTrigger } from './event-trigger.ts';

/** Fires when a ticket's status becomes solved. */
export const triggerTicketSolved = eventTrigger({
  event: 'ticketSolved',
  label: { en: 'Ticket solved', id: 'Tiket terselesaikan' },
  help: { en: 'Starts when a ticket is solved', id: 'Mulai ketika tiket diselesaikan' },
  sentence: { en: 'When the ticket is solved', id: 'Ketika tiket terselesaikan' },
  implies: { fact: 'ticket.status', op: 'is', value: 'solved' },
});
