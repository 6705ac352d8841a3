import { drawFlow, type FlowTemplate, named } from './flow-template.ts';
import { MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'Re-route when the agent leaves', id: 'Arahkan ulang saat agen pergi' };
const DESCRIPTION = {
  en: 'When an agent has been away for fifteen minutes, their open tickets go back into the queue, first in line, with a note saying why.',
  id: 'Bila agen pergi selama lima belas menit, tiketnya yang terbuka kembali ke antrean, terdepan, dengan catatan alasannya.',
};
const NOTE = {
  en: 'Back in the queue: the assignee was not available.',
  id: 'Kembali ke antrean: penanggung jawab tidak tersedia.',
};
const QUEUE = { en: 'General', id: 'Umum' };
const MINUTES = 15;

/** Nothing waits for somebody who is gone. */
export const agentLeaves: FlowTemplate = {
  key: 'agent-leaves',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) =>
    drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        ['left', 'trigger.agentUnavailable', { afterMs: MINUTES * 60_000, refire: { policy: 'oncePerEpisode' } }],
        ['isOpen', 'filter.condition', { condition: { fact: 'ticket.status', op: 'isOneOf', value: ['new', 'open'] } }],
        ['release', 'action.unassign', { from: 'agent' }],
        [
          'route',
          'action.route',
          { queueId: named('queue', QUEUE[locale]), requirement: { skills: [], language: 'ticket' }, priority: 'high' },
        ],
        ['note', 'action.note', { text: NOTE[locale] }],
      ],
      ['left.then > isOpen', 'isOpen.yes > release', 'release.done > route', 'route.done > note'],
    ),
  guards: (locale) => {
    const facts = newTicket({
      'ticket.assignee': 'Dewi',
      'ticket.language': 'id',
      'agent.unavailableSince': MONDAY_NOON,
    });
    const script = [
      { afterMinutes: 0, events: [{ type: 'ticketUpdated', actor: { kind: 'agent' }, changes: {} } as const] },
    ];
    return [
      {
        name: { en: 'A ticket being worked on', id: 'Tiket yang sedang dikerjakan' }[locale],
        facts: { ...facts, 'ticket.status': 'open' },
        startsAtMs: MONDAY_NOON,
        script,
        expects: [
          { afterMinutes: MINUTES, effect: { type: 'unassign', from: 'agent' } },
          { afterMinutes: MINUTES, effect: { type: 'enqueue', queueId: QUEUE[locale], priority: 'high' } },
          { afterMinutes: MINUTES, effect: { type: 'addNote', text: NOTE[locale] } },
        ],
      },
      {
        name: { en: 'A ticket waiting for the customer', id: 'Tiket yang menunggu pelanggan' }[locale],
        facts: { ...facts, 'ticket.status': 'pending' },
        startsAtMs: MONDAY_NOON,
        script,
        expects: [],
      },
    ];
  },
};
