import { drawFlow, type FlowTemplate } from './flow-template.ts';
import { AGENT_REPLIED, CREATED, MONDAY_NOON, newTicket } from './guard-words.ts';

const NAME = { en: 'SLA breach ladder', id: 'Tangga pelanggaran SLA' };
const DESCRIPTION = {
  en: 'Half an hour before the first reply is due, the assignee is told. Once it is missed, the ticket becomes urgent, goes one level up and the supervisors hear of it; an hour later once more.',
  id: 'Setengah jam sebelum balasan pertama jatuh tempo, penanggung jawab diberi tahu. Begitu terlewat, tiket menjadi mendesak, naik satu tingkat, dan penyelia diberi tahu; sejam kemudian sekali lagi.',
};
const WARNING = {
  en: 'Ticket {{ ticket.number }} needs its first reply within half an hour.',
  id: 'Tiket {{ ticket.number }} perlu balasan pertama dalam setengah jam.',
};
const BREACH = {
  en: 'The first reply on ticket {{ ticket.number }} is late.',
  id: 'Balasan pertama tiket {{ ticket.number }} terlambat.',
};
const STILL = {
  en: 'Ticket {{ ticket.number }} still has no reply, an hour after it was due.',
  id: 'Tiket {{ ticket.number }} masih belum dibalas, sejam setelah jatuh tempo.',
};
const HALF_HOUR_MS = 1_800_000;
const HOUR_MS = 3_600_000;
const ONCE = { policy: 'oncePerEpisode' };

/** Warn, escalate, escalate again. */
export const slaLadder: FlowTemplate = {
  key: 'sla-ladder',
  name: NAME,
  description: DESCRIPTION,
  flow: (locale) =>
    drawFlow(
      { name: NAME[locale], description: DESCRIPTION[locale] },
      [
        [
          'warning',
          'trigger.slaChecked',
          { metric: 'firstReply', at: { type: 'warning', beforeMs: HALF_HOUR_MS }, refire: ONCE },
        ],
        ['tellAssignee', 'action.notify', { recipients: [{ kind: 'assignee' }], text: WARNING[locale] }],
        ['breach', 'trigger.slaChecked', { metric: 'firstReply', at: { type: 'breach' }, refire: ONCE }],
        ['urgent', 'action.setFields', { fields: { 'ticket.priority': 'urgent' } }],
        ['escalate', 'action.escalate', {}],
        ['tellSupervisors', 'action.notify', { recipients: [{ kind: 'supervisors' }], text: BREACH[locale] }],
        [
          'wait',
          'control.wait',
          {
            until: { type: 'duration', ms: HOUR_MS, clock: 'calendar' },
            ends: [{ type: 'ticketReplied', by: 'agent' }, { type: 'ticketSolved' }],
          },
        ],
        ['escalateAgain', 'action.escalate', {}],
        ['tellAgain', 'action.notify', { recipients: [{ kind: 'supervisors' }], text: STILL[locale] }],
      ],
      [
        'warning.then > tellAssignee',
        'breach.then > urgent',
        'urgent.done > escalate',
        'escalate.done > tellSupervisors',
        'tellSupervisors.done > wait',
        'wait.elapsed > escalateAgain',
        'escalateAgain.done > tellAgain',
      ],
    ),
  guards: (locale) => {
    const dueAtMs = MONDAY_NOON + HOUR_MS;
    const facts = newTicket({
      'ticket.number': 7,
      'ticket.assignee': 'Dewi',
      'sla.firstReply.state': 'running',
      'sla.firstReply.timeLeft': HOUR_MS,
      'sla.firstReply.dueAt': dueAtMs,
      'sla.firstReply.since': MONDAY_NOON,
    });
    const created = { afterMinutes: 0, events: [CREATED] };
    const late = {
      afterMinutes: 60,
      facts: { 'sla.firstReply.state': 'breached', 'sla.firstReply.timeLeft': 0 },
      events: [],
    };
    const levels = (level: number) => [
      { type: 'setField', field: 'ticket.level', value: level } as const,
      { type: 'notify', recipients: [{ kind: 'level', level }] } as const,
    ];
    const upTo = (level: number, afterMinutes: number) => levels(level).map((effect) => ({ afterMinutes, effect }));
    const missed = [
      { afterMinutes: 30, effect: { type: 'notify', recipients: [{ kind: 'assignee' }] } },
      { afterMinutes: 60, effect: { type: 'setField', field: 'ticket.priority', value: 'urgent' } },
      ...upTo(2, 60),
      { afterMinutes: 60, effect: { type: 'notify', recipients: [{ kind: 'supervisors' }] } },
    ] as const;
    return [
      {
        name: { en: 'Nobody replies', id: 'Tidak ada yang membalas' }[locale],
        facts,
        startsAtMs: MONDAY_NOON,
        script: [created, late],
        expects: [
          ...missed,
          ...upTo(3, 120),
          { afterMinutes: 120, effect: { type: 'notify', recipients: [{ kind: 'supervisors' }] } },
        ],
      },
      {
        name: { en: 'A late reply ends the ladder', id: 'Balasan yang terlambat mengakhiri tangga' }[locale],
        facts,
        startsAtMs: MONDAY_NOON,
        script: [created, late, { afterMinutes: 90, facts: { 'sla.firstReply.dueAt': null }, events: [AGENT_REPLIED] }],
        expects: missed,
      },
    ];
  },
};
