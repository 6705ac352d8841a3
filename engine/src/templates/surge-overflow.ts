import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Surge overflow', id: 'Limpahan saat lonjakan' };
const DESCRIPTION = {
  en: 'When fifty tickets wait and hardly anybody is free, new ones overflow to a second queue, and the supervisors are told.',
  id: 'Bila lima puluh tiket menunggu dan hampir tidak ada agen yang bebas, tiket baru melimpah ke antrean kedua, dan penyelia diberi tahu.',
};
const QUEUES = { en: ['General', 'Overflow'], id: ['Umum', 'Limpahan'] } as const;
const TAG = { en: 'overflow', id: 'limpahan' };
const TEXT = {
  en: 'The queue is overflowing: {{ queue.waiting }} tickets wait.',
  id: 'Antrean meluap: {{ queue.waiting }} tiket menunggu.',
};

/** A second queue for bad days. */
export const surgeOverflow: FlowTemplate = {
  key: 'surge-overflow',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) => {
    const [usual, overflow] = QUEUES[locale];
    return drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['queued', 'trigger.ticketUpdated', { fields: ['ticket.queue'], to: named('queue', usual) }],
        [
          'isSurge',
          'filter.condition',
          {
            condition: {
              all: [
                { fact: 'queue.waiting', op: 'atLeast', value: 50 },
                { fact: 'queue.availableAgents', op: 'atMost', value: 2 },
              ],
            },
          },
        ],
        ['tell', 'action.notify', { recipients: [{ kind: 'supervisors' }], text: TEXT[locale] }],
        ['tag', 'action.tags', { add: [TAG[locale]], remove: [] }],
        ['overflow', 'action.route', { queueId: named('queue', overflow), requirement: { skills: [] } }],
      ],
      ['queued.then > isSurge', 'isSurge.yes > tell', 'tell.done > tag', 'tag.done > overflow'],
    );
  },
  guards: (locale) => {
    const [usual, overflow] = QUEUES[locale];
    const guard = (waiting: number, agents: number) => ({
      facts: newTicket({ 'ticket.queue': usual, 'queue.waiting': waiting, 'queue.availableAgents': agents }),
      startsAtMs: MONDAY_NOON,
      script: [
        {
          afterMinutes: 0,
          events: [
            {
              type: 'ticketUpdated',
              actor: { kind: 'flow' },
              changes: { 'ticket.queue': { from: null, to: usual } },
            } as const,
          ],
        },
      ],
    });
    return [
      {
        ...guard(80, 1),
        name: { en: 'A surge', id: 'Lonjakan' }[locale],
        expects: [
          { afterMinutes: 0, effect: { type: 'notify', recipients: [{ kind: 'supervisors' }] } },
          { afterMinutes: 0, effect: { type: 'setTags', added: [TAG[locale]] } },
          { afterMinutes: 0, effect: { type: 'enqueue', queueId: overflow } },
        ],
      },
      {
        ...guard(80, 6),
        name: { en: 'Many waiting, many free', id: 'Banyak menunggu, banyak bebas' }[locale],
        expects: [],
      },
      { ...guard(3, 1), name: { en: 'A usual day', id: 'Hari biasa' }[locale], expects: [] },
    ];
  },
};
