/** Texts of the shifts. */
export const shiftsEn = {
  intro:
    'Who works when. Outside their shift people are given no new tickets, whatever their presence says. Shifts are calendars.',
  toCalendars: 'Edit calendars',
  coverage: 'People on shift, by hour of their own calendar',
  coverageAt_one: '{{day}}, {{hour}}:00 to {{next}}:00: {{count}} person',
  coverageAt_other: '{{day}}, {{hour}}:00 to {{next}}:00: {{count}} people',
  calendar: 'Shift',
  calendarOf: 'Shift of {{name}}',
  none: 'No shift',
  byPresence: 'Whenever they are online',
  showAll: 'Show all {{count}} people',
};
