import type { FactDefinition } from './fact-catalogue.ts';
import { OFFERED_LANGUAGES } from './fact-options.ts';

/** The facts of the ticket's contact, in the order pickers list them. Attributes follow in the catalogue. */
export const CONTACT_FACTS: readonly FactDefinition[] = [
  { fact: 'contact.name', type: 'text', label: { en: 'customer name', id: 'nama pelanggan' }, group: 'contact' },
  { fact: 'contact.email', type: 'text', label: { en: 'customer e-mail', id: 'surel pelanggan' }, group: 'contact' },
  {
    fact: 'contact.tags',
    type: 'set',
    label: { en: 'customer tags', id: 'tag pelanggan' },
    group: 'contact',
    isOpen: true,
  },
  { fact: 'contact.isVip', type: 'boolean', label: { en: 'VIP customer', id: 'pelanggan VIP' }, group: 'contact' },
  {
    fact: 'contact.language',
    type: 'option',
    label: { en: 'customer language', id: 'bahasa pelanggan' },
    group: 'contact',
    options: OFFERED_LANGUAGES,
    isOpen: true,
  },
  {
    fact: 'contact.country',
    type: 'option',
    label: { en: 'customer country', id: 'negara pelanggan' },
    group: 'contact',
    isOpen: true,
  },
  {
    fact: 'contact.city',
    type: 'option',
    label: { en: 'customer city', id: 'kota pelanggan' },
    group: 'contact',
    isOpen: true,
  },
  {
    fact: 'contact.followers',
    type: 'number',
    label: { en: 'number of followers', id: 'jumlah pengikut' },
    group: 'contact',
  },
  {
    fact: 'contact.openTickets',
    type: 'number',
    label: { en: "customer's open tickets", id: 'tiket terbuka pelanggan' },
    group: 'contact',
  },
  {
    fact: 'contact.ticketsLast7Days',
    type: 'number',
    label: { en: "customer's tickets in the last 7 days", id: 'tiket pelanggan dalam 7 hari terakhir' },
    group: 'contact',
  },
  {
    fact: 'contact.ticketsLast30Days',
    type: 'number',
    label: { en: "customer's tickets in the last 30 days", id: 'tiket pelanggan dalam 30 hari terakhir' },
    group: 'contact',
  },
  {
    fact: 'contact.ticketsLast90Days',
    type: 'number',
    label: { en: "customer's tickets in the last 90 days", id: 'tiket pelanggan dalam 90 hari terakhir' },
    group: 'contact',
  },
  {
    fact: 'contact.lastAgent',
    type: 'reference',
    label: { en: "customer's last agent", id: 'agen terakhir pelanggan' },
    group: 'contact',
    reference: 'agent',
  },
  {
    fact: 'contact.accountOwner',
    type: 'reference',
    label: { en: 'account owner', id: 'pengelola akun' },
    group: 'contact',
    reference: 'agent',
  },
  {
    fact: 'contact.lastCsat',
    type: 'number',
    label: { en: "customer's last rating", id: 'penilaian terakhir pelanggan' },
    group: 'contact',
    range: { least: 1, most: 5 },
  },
  {
    fact: 'contact.offlineSince',
    type: 'instant',
    label: { en: 'time the customer went offline', id: 'waktu pelanggan luring' },
    group: 'contact',
  },
];
