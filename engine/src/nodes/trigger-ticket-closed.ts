import { eventTrigger } from './event-trigger.ts';

/** Fires when a ticket's status becomes closed. */
export const triggerTicketClosed = eventTrigger({
  event: 'ticketClosed',
  label: { en: 'Ticket closed', id: 'Tiket ditutup' },
  help: { en: 'Starts when a ticket is closed for good', id: 'Mulai ketika tiket ditutup untuk seterusnya' },
  sentence: { en: 'When the ticket is closed', id: 'Ketika tiket ditutup' },
  implies: { fact: 'ticket.status', op: 'is', value: 'closed' },
});
