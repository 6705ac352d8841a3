import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { CREATED, MONDAY_NOON, newTicket, SATURDAY_NOON } from './guard-words.ts';

const NAME = { en: 'Weekend duty', id: 'Piket akhir pekan' };
const DESCRIPTION = {
  en: 'At weekends urgent tickets go to the people on duty, who are told at once; everybody else is answered that you open on Monday.',
  id: 'Pada akhir pekan tiket mendesak diarahkan ke petugas piket, yang langsung diberi tahu; yang lain dijawab bahwa Anda buka hari Senin.',
};
const QUEUES = { en: { duty: 'Weekend duty', usual: 'General' }, id: { duty: 'Piket akhir pekan', usual: 'Umum' } };
const TEAM = { en: 'Duty', id: 'Piket' };
const TEXT = {
  en: 'Urgent at the weekend: ticket {{ ticket.number }}, {{ ticket.subject }}',
  id: 'Mendesak di akhir pekan: tiket {{ ticket.number }}, {{ ticket.subject }}',
};
const REPLY = {
  en: 'Hello {{ contact.name }}, we are back on Monday and will answer first thing.',
  id: 'Halo {{ contact.name }}, kami kembali hari Senin dan akan segera menjawab.',
};

/** The urgent now, the rest on Monday. */
export const weekendDuty: FlowTemplate = {
  key: 'weekend-duty',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) => {
    const route = (queue: string) => ({ queueId: named('queue', queue), requirement: { skills: [] } });
    return drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['start', 'trigger.ticketCreated', {}],
        [
          'isWeekend',
          'filter.condition',
          { condition: { fact: 'time.now', op: 'isWeekday', value: { days: [6, 7] } } },
        ],
        [
          'isUrgent',
          'filter.condition',
          { condition: { fact: 'ticket.priority', op: 'isOneOf', value: ['high', 'urgent'] } },
        ],
        ['duty', 'action.route', route(QUEUES[locale].duty)],
        [
          'tell',
          'action.notify',
          { recipients: [{ kind: 'team', teamId: named('team', TEAM[locale]) }], text: TEXT[locale] },
        ],
        ['reply', 'action.reply', { text: REPLY[locale] }],
        ['wait', 'control.wait', { until: { type: 'businessHours' } }],
        ['usual', 'action.route', route(QUEUES[locale].usual)],
      ],
      [
        'start.then > isWeekend',
        'isWeekend.yes > isUrgent',
        'isWeekend.no > usual',
        'isUrgent.yes > duty',
        'duty.done > tell',
        'isUrgent.no > reply',
        'reply.done > wait',
        'wait.elapsed > usual',
      ],
    );
  },
  guards: (locale) => {
    const script = [{ afterMinutes: 0, events: [CREATED] }];
    const queues = QUEUES[locale];
    return [
      {
        name: { en: 'Urgent on Saturday', id: 'Mendesak hari Sabtu' }[locale],
        facts: newTicket({ 'ticket.priority': 'urgent' }),
        startsAtMs: SATURDAY_NOON,
        script,
        expects: [
          { afterMinutes: 0, effect: { type: 'enqueue', queueId: queues.duty } },
          { afterMinutes: 0, effect: { type: 'notify', recipients: [{ kind: 'team', teamId: TEAM[locale] }] } },
        ],
      },
      {
        name: { en: 'Anything else on Saturday', id: 'Selain itu hari Sabtu' }[locale],
        facts: newTicket(),
        startsAtMs: SATURDAY_NOON,
        script,
        expects: [
          { afterMinutes: 0, effect: { type: 'sendReply' } },
          // Monday at 9:00, 45 hours later.
          { afterMinutes: 45 * 60, effect: { type: 'enqueue', queueId: queues.usual } },
        ],
      },
      {
        name: { en: 'Urgent on Monday', id: 'Mendesak hari Senin' }[locale],
        facts: newTicket({ 'ticket.priority': 'urgent' }),
        startsAtMs: MONDAY_NOON,
        script,
        expects: [{ afterMinutes: 0, effect: { type: 'enqueue', queueId: queues.usual } }],
      },
    ];
  },
};
