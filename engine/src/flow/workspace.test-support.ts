import type { References } from './references.ts';

/** A small workspace for tests. */
export const workspace: References = {
  queues: [
    { id: 'q-pay', name: 'Payments' },
    { id: 'q-gen', name: 'General' },
  ],
  teams: [{ id: 't-1', name: 'Tier 1' }],
  agents: [{ id: 'a-dewi', name: 'Dewi' }],
  skills: [{ id: 's-refund', name: 'Refunds' }],
  channels: [
    { id: 'c-wa', name: 'WhatsApp Indonesia', type: 'whatsapp' },
    { id: 'c-mail', name: 'Help mailbox', type: 'email' },
  ],
  contactAttributes: [{ key: 'plan', label: 'Plan', type: 'option', options: ['Gold', 'Silver'] }],
  calendars: [{ id: 'cal-office', name: 'Office hours' }],
  credentials: [{ id: 'cred-crm', name: 'CRM key' }],
  slaPolicies: [{ id: 'sla-gold', name: 'Gold' }],
  flows: [{ id: 'f-follow-up', name: 'Follow-up', isLive: true }],
  customFields: [
    { key: 'location', label: 'Location', type: 'option', options: ['Jakarta', 'Surabaya'] },
    { key: 'dueDate', label: 'Due date', type: 'date', options: [] },
    { key: 'amount', label: 'Amount', type: 'number', options: [] },
    { key: 'parts', label: 'Parts', type: 'set', options: ['engine', 'wheel'] },
  ],
  categories: ['Billing', 'Technical'],
  tags: ['vip', 'refund'],
};
