import type { Calendar } from '../calendar/calendar.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { GuardEvent, GuardPlace } from '../simulate/guard-test.ts';

/** Monday to Friday, 9 to 17 in Jakarta, which changes no clocks. */
const OFFICE: Calendar = {
  timeZone: 'Asia/Jakarta',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  holidays: [],
  exceptions: [],
};

/** Where the guard tests of templates take place. */
export const TEMPLATE_PLACE: GuardPlace = {
  calendars: { office: OFFICE },
  defaultCalendarId: 'office',
  timeZone: 'Asia/Jakarta',
};

/** Instants in Jakarta, milliseconds since 1970 UTC. */
export const MONDAY_NOON = Date.UTC(2026, 10, 23, 5);
export const MONDAY_EVENING = Date.UTC(2026, 10, 23, 13);
export const SATURDAY_NOON = Date.UTC(2026, 10, 28, 5);

export const CREATED: GuardEvent = { type: 'ticketCreated', actor: { kind: 'customer' } };
export const CUSTOMER_REPLIED: GuardEvent = { type: 'ticketReplied', actor: { kind: 'customer' }, isFirstReply: false };
export const AGENT_REPLIED: GuardEvent = { type: 'ticketReplied', actor: { kind: 'agent' }, isFirstReply: true };

/** A fresh ticket of a customer, but for what is named. */
export function newTicket(facts: Facts = {}): Facts {
  return {
    'ticket.status': 'new',
    'ticket.priority': 'normal',
    'ticket.level': 1,
    'ticket.channelType': 'web',
    'contact.name': 'Putri',
    'message.author': 'customer',
    ...facts,
  };
}
