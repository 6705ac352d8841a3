import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { CREATED, MONDAY_EVENING, MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Out-of-hours reply', id: 'Balasan di luar jam kerja' };
const DESCRIPTION = {
  en: 'Outside opening hours the customer is told when to expect an answer; the ticket goes into the queue the moment you open.',
  id: 'Di luar jam kerja pelanggan diberi tahu kapan akan dijawab; tiket masuk antrean begitu Anda buka.',
};
const REPLY = {
  en: 'Hello {{ contact.name }}, thank you for your message. We are closed now and will answer as soon as we open.',
  id: 'Halo {{ contact.name }}, terima kasih atas pesan Anda. Kami sedang tutup dan akan menjawab begitu buka.',
};
const TAG = { en: 'out-of-hours', id: 'luar-jam-kerja' };
const QUEUE = { en: 'General', id: 'Umum' };

/** Answer now, work when open. */
export const outOfHours: FlowTemplate = {
  key: 'out-of-hours',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) =>
    drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['start', 'trigger.ticketCreated', {}],
        ['isOpen', 'filter.condition', { condition: { fact: 'time.isBusinessHours', op: 'is', value: true } }],
        ['reply', 'action.reply', { text: REPLY[locale] }],
        ['tag', 'action.tags', { add: [TAG[locale]], remove: [] }],
        ['wait', 'control.wait', { until: { type: 'businessHours' } }],
        ['route', 'action.route', { queueId: named('queue', QUEUE[locale]), requirement: { skills: [] } }],
      ],
      [
        'start.then > isOpen',
        'isOpen.yes > route',
        'isOpen.no > reply',
        'reply.done > tag',
        'tag.done > wait',
        'wait.elapsed > route',
      ],
    ),
  guards: (locale) => {
    const script = [{ afterMinutes: 0, events: [CREATED] }];
    const routed = { type: 'enqueue', queueId: QUEUE[locale] } as const;
    return [
      {
        name: { en: 'In the evening', id: 'Pada malam hari' }[locale],
        facts: newTicket({ 'time.isBusinessHours': false }),
        startsAtMs: MONDAY_EVENING,
        script,
        expects: [
          { afterMinutes: 0, effect: { type: 'sendReply' } },
          { afterMinutes: 0, effect: { type: 'setTags', added: [TAG[locale]] } },
          // Tuesday at 9:00, 13 hours later.
          { afterMinutes: 13 * 60, effect: routed },
        ],
      },
      {
        name: { en: 'While open', id: 'Saat buka' }[locale],
        facts: newTicket({ 'time.isBusinessHours': true }),
        startsAtMs: MONDAY_NOON,
        script,
        expects: [{ afterMinutes: 0, effect: routed }],
      },
    ];
  },
};
