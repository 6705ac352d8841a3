import { eventTrigger } from './event-trigger.ts';

/** Fires when a solved or closed ticket is worked on again. */
export const triggerTicketReopened = eventTrigger({
  event: 'ticketReopened',
  label: { en: 'Ticket reopened', id: 'Tiket dibuka kembali' },
  help: {
    en: 'Starts when a solved or closed ticket becomes open again',
    id: 'Mulai ketika tiket yang terselesaikan atau ditutup dibuka kembali',
  },
  sentence: { en: 'When the ticket is reopened', id: 'Ketika tiket dibuka kembali' },
  implies: { fact: 'ticket.status', op: 'isNoneOf', value: ['solved', 'closed'] },
});
