import type { FactValue } from '../facts/fact-value.ts';
import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Transfer by tag', id: 'Alihkan menurut tag' };
const DESCRIPTION = {
  en: 'An agent sets a tag, and the ticket moves: refunds to finance, complaints with a lawyer to legal.',
  id: 'Agen memberi tag, lalu tiket berpindah: pengembalian dana ke keuangan, keluhan dengan pengacara ke hukum.',
};
const TAGS = { en: { finance: 'refund', legal: 'legal' }, id: { finance: 'pengembalian-dana', legal: 'hukum' } };
const TEAMS = { en: { finance: 'Finance', legal: 'Legal' }, id: { finance: 'Keuangan', legal: 'Hukum' } };
const KEYS = ['finance', 'legal'] as const;

/** A tag is all an agent has to know. */
export const tagTransfer: FlowTemplate = {
  key: 'tag-transfer',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) =>
    drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['tagged', 'trigger.ticketUpdated', { fields: ['ticket.tags'] }],
        [
          'which',
          'filter.switch',
          {
            cases: KEYS.map((key) => ({
              id: key,
              label: TEAMS[locale][key],
              condition: {
                all: [
                  { fact: 'ticket.tags', op: 'containsAnyOf', value: [TAGS[locale][key]] },
                  { fact: 'ticket.team', op: 'isNot', value: named('team', TEAMS[locale][key]) },
                ],
              },
            })),
          },
        ],
        ...KEYS.map(
          (key) =>
            [
              key,
              'action.transfer',
              {
                teamId: named('team', TEAMS[locale][key]),
                reason: { en: `Tagged ${TAGS.en[key]}`, id: `Diberi tag ${TAGS.id[key]}` }[locale],
              },
            ] as const,
        ),
      ],
      ['tagged.then > which', 'which.finance > finance', 'which.legal > legal'],
    ),
  guards: (locale) => {
    const guard = (tags: readonly string[], team: FactValue | null) => ({
      facts: newTicket({ 'ticket.tags': tags, 'ticket.team': team }),
      startsAtMs: MONDAY_NOON,
      script: [
        {
          afterMinutes: 0,
          events: [
            {
              type: 'ticketUpdated',
              actor: { kind: 'agent' },
              changes: { 'ticket.tags': { from: null, to: tags } },
            } as const,
          ],
        },
      ],
    });
    const { finance } = TEAMS[locale];
    const tag = TAGS[locale].finance;
    return [
      {
        ...guard([tag], null),
        name: { en: 'A refund', id: 'Pengembalian dana' }[locale],
        expects: [{ afterMinutes: 0, effect: { type: 'transfer', teamId: finance } }],
      },
      {
        ...guard([tag], finance),
        name: { en: 'A refund that is there already', id: 'Pengembalian dana yang sudah di sana' }[locale],
        expects: [],
      },
      { ...guard(['vip'], null), name: { en: 'Another tag', id: 'Tag lain' }[locale], expects: [] },
    ];
  },
};
