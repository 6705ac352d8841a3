import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { CREATED, MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'VIP billing on WhatsApp', id: 'Tagihan VIP di WhatsApp' };
const DESCRIPTION = {
  en: 'Billing questions of VIP customers on WhatsApp go to your best billing agents first; after twenty minutes anyone who knows billing may take them.',
  id: 'Pertanyaan tagihan pelanggan VIP di WhatsApp diarahkan ke agen tagihan terbaik dahulu; setelah dua puluh menit siapa pun yang paham tagihan boleh mengambilnya.',
};
const CATEGORY = { en: 'Billing', id: 'Tagihan' };
const QUEUES = { en: ['Billing VIP', 'Billing'], id: ['Tagihan VIP', 'Tagihan'] } as const;
const TWENTY_MINUTES_MS = 1_200_000;

/** Best agents first, then anybody who can. */
export const vipBilling: FlowTemplate = {
  key: 'vip-billing',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) => {
    const [first, then] = QUEUES[locale];
    const skill = named('skill', CATEGORY[locale]);
    return drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['start', 'trigger.ticketCreated', {}],
        [
          'isVip',
          'filter.condition',
          {
            condition: {
              all: [
                { fact: 'ticket.channelType', op: 'is', value: 'whatsapp' },
                { fact: 'ticket.category', op: 'is', value: CATEGORY[locale] },
                { fact: 'contact.isVip', op: 'is', value: true },
              ],
            },
          },
        ],
        ['urgent', 'action.setFields', { fields: { 'ticket.priority': 'high' } }],
        ['tag', 'action.tags', { add: ['vip'], remove: [] }],
        [
          'route',
          'action.route',
          {
            queueId: named('queue', first),
            requirement: { skills: [{ skillId: skill, level: 4 }] },
            timeoutMs: TWENTY_MINUTES_MS,
            prefer: 'lastAgent',
            ladder: [{ queueId: named('queue', then), requirement: { skills: [{ skillId: skill, level: 1 }] } }],
          },
        ],
      ],
      ['start.then > isVip', 'isVip.yes > urgent', 'urgent.done > tag', 'tag.done > route'],
    );
  },
  guards: (locale) => {
    const facts = newTicket({ 'ticket.channelType': 'whatsapp', 'ticket.category': CATEGORY[locale] });
    const script = [{ afterMinutes: 0, events: [CREATED] }];
    return [
      {
        name: { en: 'A VIP is served by the best first', id: 'VIP dilayani agen terbaik dahulu' }[locale],
        facts: { ...facts, 'contact.isVip': true },
        startsAtMs: MONDAY_NOON,
        script,
        expects: [
          { afterMinutes: 0, effect: { type: 'setField', field: 'ticket.priority', value: 'high' } },
          { afterMinutes: 0, effect: { type: 'setTags', added: ['vip'] } },
          {
            afterMinutes: 0,
            effect: {
              type: 'enqueue',
              queueId: QUEUES[locale][0],
              requirement: { skills: [{ skillId: CATEGORY[locale], level: 4 }] },
              timeoutMs: TWENTY_MINUTES_MS,
              prefer: 'lastAgent',
              ladder: [
                { queueId: QUEUES[locale][1], requirement: { skills: [{ skillId: CATEGORY[locale], level: 1 }] } },
              ],
            },
          },
        ],
      },
      {
        name: { en: 'Anybody else is left alone', id: 'Pelanggan lain tidak diubah' }[locale],
        facts,
        startsAtMs: MONDAY_NOON,
        script,
        expects: [],
      },
    ];
  },
};
