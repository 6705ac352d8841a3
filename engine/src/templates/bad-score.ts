import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Follow up on a bad score', id: 'Tindak lanjut nilai buruk' };
const DESCRIPTION = {
  en: 'A customer who gives one or two stars hears from your care team: the ticket is reopened, made urgent and handed to them.',
  id: 'Pelanggan yang memberi satu atau dua bintang dihubungi tim perhatian: tiket dibuka kembali, dijadikan mendesak, dan dialihkan kepada mereka.',
};
const TEAM = { en: 'Customer care', id: 'Perhatian pelanggan' };
const TAG = { en: 'bad-score', id: 'nilai-buruk' };
const REASON = { en: 'The customer gave {{ survey.score }} of 5', id: 'Pelanggan memberi {{ survey.score }} dari 5' };
const TEXT = {
  en: 'Ticket {{ ticket.number }} got {{ survey.score }} of 5. Please call the customer.',
  id: 'Tiket {{ ticket.number }} mendapat {{ survey.score }} dari 5. Mohon hubungi pelanggan.',
};

/** An unhappy customer is nobody's closed ticket. */
export const badScore: FlowTemplate = {
  key: 'bad-score',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) => {
    const team = named('team', TEAM[locale]);
    return drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['answered', 'trigger.surveyAnswered', { atMost: 2 }],
        ['reopen', 'action.setFields', { fields: { 'ticket.status': 'open', 'ticket.priority': 'urgent' } }],
        ['tag', 'action.tags', { add: [TAG[locale]], remove: [] }],
        ['transfer', 'action.transfer', { teamId: team, reason: REASON[locale] }],
        ['tell', 'action.notify', { recipients: [{ kind: 'team', teamId: team }], text: TEXT[locale] }],
      ],
      ['answered.then > reopen', 'reopen.done > tag', 'tag.done > transfer', 'transfer.done > tell'],
    );
  },
  guards: (locale) => {
    const guard = (score: number) => ({
      facts: newTicket({ 'ticket.number': 7, 'ticket.status': 'solved', 'survey.score': score }),
      startsAtMs: MONDAY_NOON,
      script: [{ afterMinutes: 0, events: [{ type: 'surveyAnswered', actor: { kind: 'customer' } } as const] }],
    });
    return [
      {
        ...guard(2),
        name: { en: 'Two stars', id: 'Dua bintang' }[locale],
        expects: [
          { afterMinutes: 0, effect: { type: 'setField', field: 'ticket.priority', value: 'urgent' } },
          { afterMinutes: 0, effect: { type: 'setField', field: 'ticket.status', value: 'open' } },
          { afterMinutes: 0, effect: { type: 'setTags', added: [TAG[locale]] } },
          { afterMinutes: 0, effect: { type: 'transfer', teamId: TEAM[locale] } },
          { afterMinutes: 0, effect: { type: 'notify', recipients: [{ kind: 'team', teamId: TEAM[locale] }] } },
        ],
      },
      { ...guard(4), name: { en: 'Four stars', id: 'Empat bintang' }[locale], expects: [] },
    ];
  },
};
