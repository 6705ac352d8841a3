import { absenceTrigger } from './absence-trigger.ts';

/** Fires when the assignee has gone offline, or the shift has ended, for a time while the ticket is open. */
export const triggerAgentUnavailable = absenceTrigger({
  event: 'agentUnavailable',
  label: { en: 'Agent unavailable', id: 'Agen tidak tersedia' },
  help: {
    en: 'Starts when the assignee goes offline or the shift ends with the ticket still open',
    id: 'Mulai ketika penanggung jawab luring atau gilirannya berakhir saat tiket masih terbuka',
  },
  sentence: { en: 'When the assignee has been unavailable', id: 'Ketika penanggung jawab tidak tersedia' },
  sinceFact: 'agent.unavailableSince',
  neededFact: 'ticket.assignee',
});
