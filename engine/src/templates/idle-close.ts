import { drawFlow, type FlowTemplate } from './flow-template.ts';
import { CUSTOMER_REPLIED, MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Close idle tickets after two reminders', id: 'Tutup tiket diam setelah dua pengingat' };
const DESCRIPTION = {
  en: 'When a customer has not answered for two days, Alur reminds them twice, a day apart, and then closes the ticket. An answer stops it.',
  id: 'Bila pelanggan tidak menjawab selama dua hari, Alur mengingatkan dua kali dengan jarak sehari, lalu menutup tiket. Jawaban menghentikannya.',
};
const FIRST = {
  en: 'Hello {{ contact.name }}, do you still need help? Just answer this message.',
  id: 'Halo {{ contact.name }}, apakah masih perlu bantuan? Balas saja pesan ini.',
};
const SECOND = {
  en: 'Hello {{ contact.name }}, without an answer we will close this ticket tomorrow.',
  id: 'Halo {{ contact.name }}, tanpa jawaban tiket ini kami tutup besok.',
};
const CLOSING = {
  en: 'We have closed this ticket. Write to us again any time.',
  id: 'Tiket ini sudah kami tutup. Silakan hubungi kami lagi kapan saja.',
};
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
const A_DAY = {
  until: { type: 'duration', ms: DAY_MS, clock: 'calendar' },
  ends: [{ type: 'ticketReplied', by: 'customer' }],
};

/** Remind, remind, close; an answer ends it. */
export const idleClose: FlowTemplate = {
  key: 'idle-close',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) =>
    drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        [
          'idle',
          'trigger.ticketIdle',
          { waitingOn: 'customer', forMs: 2 * DAY_MS, clock: 'calendar', refire: { policy: 'oncePerEpisode' } },
        ],
        ['remind', 'action.reply', { text: FIRST[locale] }],
        ['wait1', 'control.wait', A_DAY],
        ['remindAgain', 'action.reply', { text: SECOND[locale] }],
        ['wait2', 'control.wait', A_DAY],
        ['tag', 'action.tags', { add: ['idle'], remove: [] }],
        ['close', 'action.close', { message: CLOSING[locale] }],
      ],
      [
        'idle.then > remind',
        'remind.done > wait1',
        'wait1.elapsed > remindAgain',
        'remindAgain.done > wait2',
        'wait2.elapsed > tag',
        'tag.done > close',
      ],
    ),
  guards: (locale) => {
    const facts = newTicket({
      'ticket.status': 'pending',
      'ticket.lastCustomerMessageAt': MONDAY_NOON - DAY_MS,
      'ticket.lastAgentMessageAt': MONDAY_NOON,
      'ticket.lastActivityAt': MONDAY_NOON,
    });
    const asked = { afterMinutes: 0, events: [{ type: 'ticketReplied', actor: { kind: 'agent' } }] } as const;
    const reminded = { afterMinutes: 2 * DAY_MINUTES, effect: { type: 'sendReply' } } as const;
    return [
      {
        name: { en: 'A customer who never answers', id: 'Pelanggan yang tidak pernah menjawab' }[locale],
        facts,
        startsAtMs: MONDAY_NOON,
        script: [asked],
        expects: [
          reminded,
          { afterMinutes: 3 * DAY_MINUTES, effect: { type: 'sendReply' } },
          { afterMinutes: 4 * DAY_MINUTES, effect: { type: 'setTags', added: ['idle'] } },
          { afterMinutes: 4 * DAY_MINUTES, effect: { type: 'sendReply', text: CLOSING[locale] } },
          { afterMinutes: 4 * DAY_MINUTES, effect: { type: 'setField', field: 'ticket.status', value: 'closed' } },
        ],
      },
      {
        name: { en: 'An answer stops it', id: 'Jawaban menghentikannya' }[locale],
        facts,
        startsAtMs: MONDAY_NOON,
        script: [
          asked,
          {
            afterMinutes: 2 * DAY_MINUTES + 60,
            facts: {
              'ticket.status': 'open',
              'ticket.lastCustomerMessageAt': MONDAY_NOON + 2 * DAY_MS + 3_600_000,
              'ticket.lastActivityAt': MONDAY_NOON + 2 * DAY_MS + 3_600_000,
            },
            events: [CUSTOMER_REPLIED],
          },
        ],
        expects: [reminded],
      },
    ];
  },
};
