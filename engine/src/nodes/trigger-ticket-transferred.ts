import { eventTrigger } from './event-trigger.ts';

/** Fires when a ticket goes from one agent to another, or from one team to another. */
export const triggerTicketTransferred = eventTrigger({
  event: 'ticketTransferred',
  label: { en: 'Ticket transferred', id: 'Tiket dialihkan' },
  help: {
    en: 'Starts when a ticket goes from one agent or team to another',
    id: 'Mulai ketika tiket berpindah dari satu agen atau tim ke yang lain',
  },
  sentence: { en: 'When the ticket is transferred', id: 'Ketika tiket dialihkan' },
  implies: {
    any: [
      { fact: 'ticket.assignee', op: 'changed' },
      { fact: 'ticket.team', op: 'changed' },
    ],
  },
});
