import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { CREATED, MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Route by language', id: 'Arahkan menurut bahasa' };
const DESCRIPTION = {
  en: 'Tickets go to agents who speak the customer’s language. A language nobody has a queue for waits in the general one, for agents who speak it.',
  id: 'Tiket diarahkan ke agen yang menguasai bahasa pelanggan. Bahasa tanpa antrean sendiri menunggu di antrean umum, bagi agen yang menguasainya.',
};
const QUEUES = {
  en: { id: 'Indonesian', en: 'English', other: 'General' },
  id: { id: 'Indonesia', en: 'Inggris', other: 'Umum' },
};
const LABELS = { en: { id: 'Indonesian', en: 'English' }, id: { id: 'Indonesia', en: 'Inggris' } };

/** A queue per language. */
export const languageRouting: FlowTemplate = {
  key: 'language-routing',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) => {
    const route = (queue: string, language: string) => ({
      queueId: named('queue', queue),
      requirement: { skills: [], language },
    });
    const queues = QUEUES[locale];
    return drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['start', 'trigger.ticketCreated', {}],
        [
          'language',
          'filter.switch',
          {
            cases: (['id', 'en'] as const).map((language) => ({
              id: language,
              label: LABELS[locale][language],
              condition: { fact: 'ticket.language', op: 'is', value: language },
            })),
          },
        ],
        ['indonesian', 'action.route', route(queues.id, 'id')],
        ['english', 'action.route', route(queues.en, 'en')],
        ['other', 'action.route', route(queues.other, 'ticket')],
      ],
      ['start.then > language', 'language.id > indonesian', 'language.en > english', 'language.otherwise > other'],
    );
  },
  guards: (locale) => {
    const guard = (language: string | null, queueId: string, needed: object) => ({
      name: { en: `Language: ${language ?? 'unknown'}`, id: `Bahasa: ${language ?? 'tidak diketahui'}` }[locale],
      facts: newTicket({ 'ticket.language': language }),
      startsAtMs: MONDAY_NOON,
      script: [{ afterMinutes: 0, events: [CREATED] }],
      expects: [
        { afterMinutes: 0, effect: { type: 'enqueue', queueId, requirement: { skills: [], ...needed } } },
      ] as const,
    });
    const queues = QUEUES[locale];
    return [
      guard('id', queues.id, { language: 'id' }),
      guard('en', queues.en, { language: 'en' }),
      guard('ja', queues.other, { language: 'ja' }),
      guard(null, queues.other, {}),
    ];
  },
};
