import { eventTrigger } from './event-trigger.ts';

/** Fires when an agent opens a ticket for the first time. */
export const triggerTicketOpened = eventTrigger({
  event: 'ticketOpened',
  label: { en: 'Ticket first seen', id: 'Tiket pertama dibaca' },
  help: {
    en: 'Starts when an agent opens the ticket for the first time',
    id: 'Mulai ketika agen membuka tiket untuk pertama kali',
  },
  sentence: {
    en: 'When an agent opens the ticket for the first time',
    id: 'Ketika agen membuka tiket untuk pertama kali',
  },
});
