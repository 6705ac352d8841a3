import { CONTACT_FACTS } from './contact-facts.ts';
import type { FactDefinition } from './fact-catalogue.ts';
import { AUTHORS, PRESENCES } from './fact-options.ts';
import { SLA_FACTS } from './sla-facts.ts';
import { TICKET_FACTS } from './ticket-facts.ts';

/** The facts of every workspace, in the order pickers list them. Labels read well in the middle of a sentence. */
export const BUILT_IN_FACTS: readonly FactDefinition[] = [
  ...TICKET_FACTS,
  ...CONTACT_FACTS,
  { fact: 'message.text', type: 'text', label: { en: 'message text', id: 'isi pesan' }, group: 'message' },
  { fact: 'message.length', type: 'number', label: { en: 'message length', id: 'panjang pesan' }, group: 'message' },
  {
    fact: 'message.isFirst',
    type: 'boolean',
    label: { en: 'first message', id: 'pesan pertama' },
    group: 'message',
  },
  {
    fact: 'message.author',
    type: 'option',
    label: { en: 'message author', id: 'penulis pesan' },
    group: 'message',
    options: AUTHORS,
  },
  {
    fact: 'message.hasAttachment',
    type: 'boolean',
    label: { en: 'message with an attachment', id: 'pesan dengan lampiran' },
    group: 'message',
  },
  {
    fact: 'time.now',
    type: 'instant',
    label: { en: 'current time', id: 'waktu sekarang' },
    group: 'time',
    isAlwaysKnown: true,
  },
  { fact: 'time.isBusinessHours', type: 'boolean', label: { en: 'business hours', id: 'jam kerja' }, group: 'time' },
  ...SLA_FACTS,
  {
    fact: 'queue.waiting',
    type: 'number',
    label: { en: 'tickets waiting in the queue', id: 'tiket yang menunggu di antrean' },
    group: 'queue',
  },
  {
    fact: 'queue.availableAgents',
    type: 'number',
    label: { en: 'available agents with the needed skills', id: 'agen tersedia dengan keahlian yang diperlukan' },
    group: 'queue',
  },
  {
    fact: 'agent.presence',
    type: 'option',
    label: { en: "assignee's presence", id: 'kehadiran penanggung jawab' },
    group: 'agent',
    options: PRESENCES,
  },
  {
    fact: 'agent.unavailableSince',
    type: 'instant',
    label: { en: 'time the assignee became unavailable', id: 'waktu penanggung jawab tidak tersedia' },
    group: 'agent',
  },
  {
    fact: 'survey.score',
    type: 'number',
    label: { en: 'survey score', id: 'nilai survei' },
    group: 'survey',
    range: { least: 1, most: 5 },
  },
  {
    fact: 'model.team',
    type: 'reference',
    label: { en: 'suggested team', id: 'tim yang disarankan' },
    group: 'model',
    reference: 'team',
  },
  {
    fact: 'model.teamConfidence',
    type: 'number',
    label: { en: 'confidence of the suggested team', id: 'keyakinan tim yang disarankan' },
    group: 'model',
    range: { least: 0, most: 1 },
  },
];
