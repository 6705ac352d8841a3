import { absenceTrigger } from './absence-trigger.ts';

/** Fires when the customer's live session has ended for a time while the ticket is open. */
export const triggerCustomerOffline = absenceTrigger({
  event: 'customerOffline',
  label: { en: 'Customer went offline', id: 'Pelanggan luring' },
  help: {
    en: 'Starts when the customer leaves a live conversation that is not done',
    id: 'Mulai ketika pelanggan meninggalkan percakapan langsung yang belum selesai',
  },
  sentence: { en: 'When the customer has been offline', id: 'Ketika pelanggan luring' },
  sinceFact: 'contact.offlineSince',
});
