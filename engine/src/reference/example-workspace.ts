import { NO_REFERENCES, type References } from '../flow/references.ts';

/** The workspace the examples of the reference are set in. */
export const EXAMPLE_WORKSPACE: References = {
  ...NO_REFERENCES,
  queues: [
    { id: 'billing', name: 'Billing' },
    { id: 'general', name: 'General' },
  ],
  teams: [{ id: 'tier-2', name: 'Tier 2' }],
  agents: [{ id: 'dewi', name: 'Dewi' }],
  skills: [{ id: 'refunds', name: 'Refunds' }],
  channels: [{ id: 'whatsapp', name: 'WhatsApp', type: 'whatsapp' }],
  calendars: [{ id: 'office', name: 'Jakarta' }],
  credentials: [{ id: 'crm', name: 'CRM' }],
  slaPolicies: [{ id: 'gold', name: 'Gold' }],
  flows: [{ id: 'follow-up', name: 'Follow-up', isLive: true }],
  categories: ['Billing'],
  tags: ['vip'],
};
