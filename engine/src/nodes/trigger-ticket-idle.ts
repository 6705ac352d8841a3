import * as z from 'zod';
import type { Facts } from '../facts/fact-value.ts';
import { durationText } from '../facts/value-text.ts';
import type { LocalText } from '../flow/locale.ts';
import type { TimeTrigger } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { durationField } from './duration-field.ts';
import { ONCE_PER_EPISODE, refireField, refireText } from './refire-field.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';
import { isEnded, readInstant, timeTrigger } from './time-trigger.ts';

const config = z.strictObject({
  waitingOn: z.enum(['agent', 'customer', 'anyone']).meta(
    control(
      'select',
      { en: 'Waiting for', id: 'Menunggu' },
      {
        options: [
          { value: 'agent', label: { en: 'An agent', id: 'Agen' } },
          { value: 'customer', label: { en: 'The customer', id: 'Pelanggan' } },
          { value: 'anyone', label: { en: 'Anyone', id: 'Siapa pun' } },
        ],
      },
    ),
  ),
  forMs: durationField({ en: 'For', id: 'Selama' }, 1000),
  clock: z.enum(['calendar', 'business']).meta(
    control(
      'select',
      { en: 'Counting', id: 'Menghitung' },
      {
        options: [
          { value: 'calendar', label: { en: 'All hours', id: 'Semua jam' } },
          { value: 'business', label: { en: 'Business hours only', id: 'Jam kerja saja' } },
        ],
      },
    ),
  ),
  calendarId: z
    .string()
    .optional()
    .meta(
      control(
        'calendar',
        { en: 'Business hours', id: 'Jam kerja' },
        { help: { en: "Leave empty for the workspace's own", id: 'Kosongkan untuk jam kerja ruang kerja' } },
      ),
    ),
  refire: refireField,
});

type Config = z.infer<typeof config>;

const SUBJECTS: Readonly<Record<Config['waitingOn'], LocalText>> = {
  agent: { en: 'When the customer has waited for an agent for', id: 'Ketika pelanggan menunggu agen selama' },
  customer: { en: 'When the customer has not answered for', id: 'Ketika pelanggan tidak menjawab selama' },
  anyone: { en: 'When nothing has happened for', id: 'Ketika tidak ada yang terjadi selama' },
};

const SINCE = {
  agent: 'ticket.lastCustomerMessageAt',
  customer: 'ticket.lastAgentMessageAt',
  anyone: 'ticket.lastActivityAt',
} as const;

/**
 * Fires when a ticket that is neither solved nor closed has waited so long: for an agent since the customer's message
 * nobody answered, for the customer since the agent's last answer, for anyone since anything last happened. Each such
 * wait is an episode of its own.
 */
export const triggerTicketIdle = defineNode<Config>({
  kind: 'trigger.ticketIdle',
  group: 'trigger',
  label: { en: 'Nothing happened', id: 'Tidak ada kegiatan' },
  help: {
    en: 'Starts when a ticket has waited for a certain time',
    id: 'Mulai ketika tiket sudah menunggu selama waktu tertentu',
  },
  config,
  defaultConfig: { waitingOn: 'agent', forMs: 3_600_000, clock: 'calendar', refire: ONCE_PER_EPISODE },
  ports: () => TRIGGER_PORTS,
  references: ({ clock, calendarId }) =>
    clock === 'business' && calendarId ? [{ kind: 'calendar', id: calendarId, path: ['calendarId'] }] : [],
  check: () => [],
  sentence: ({ waitingOn, forMs, clock, calendarId, refire }, names, locale) => {
    const hours = calendarId
      ? names.reference('calendar', calendarId)
      : { en: 'business hours', id: 'jam kerja' }[locale];
    const within = clock === 'business' ? { en: ` within ${hours}`, id: ` dalam ${hours}` }[locale] : '';
    return `${SUBJECTS[waitingOn][locale]} ${durationText(forMs, locale)}${within}${refireText(refire, locale)}`;
  },
  implies: () => ({ fact: 'ticket.status', op: 'isNoneOf', value: ['solved', 'closed'] }),
  behaviour: (parsed) =>
    timeTrigger({
      event: 'ticketIdle',
      refire: parsed.refire,
      due: dueAfter(parsed),
      decidingFact: SINCE[parsed.waitingOn],
    }),
});

function dueAfter({ waitingOn, forMs, clock, calendarId }: Config): TimeTrigger['due'] {
  return ({ facts, businessClock }) => {
    const sinceMs = isEnded(facts) ? null : waitingSince(waitingOn, facts);
    if (sinceMs === null) return null;
    const hours = clock === 'business' ? businessClock(calendarId || null) : undefined;
    const dueAtMs = hours ? hours.addBusinessTime(sinceMs, forMs) : sinceMs + forMs;
    return dueAtMs === null ? null : { dueAtMs, episode: String(sinceMs) };
  };
}

/** Since when the ticket has waited for somebody, or null where it does not. */
function waitingSince(waitingOn: Config['waitingOn'], facts: Facts): number | null {
  const customerMs = readInstant(facts, SINCE.agent);
  const agentMs = readInstant(facts, SINCE.customer);
  switch (waitingOn) {
    case 'agent':
      return customerMs !== null && (agentMs === null || agentMs < customerMs) ? customerMs : null;
    case 'customer':
      return agentMs !== null && (customerMs === null || customerMs <= agentMs) ? agentMs : null;
    case 'anyone':
      return readInstant(facts, SINCE.anyone) ?? readInstant(facts, 'ticket.createdAt');
  }
}
