import type { CalendarsQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

export const CalendarsDocument = graphql(`
  query Calendars {
    calendars { ...CalendarFields }
  }
`);

export const CalendarFieldsDocument = graphql(`
  fragment CalendarFields on Calendar {
    id name isDefault timeZone
    weekly { weekday from to }
    holidays { date name }
    exceptions { date intervals { from to } }
  }
`);

export const CreateCalendarDocument = graphql(`
  mutation CreateCalendar($input: CreateCalendarInput!) {
    createCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }
  }
`);

export const UpdateCalendarDocument = graphql(`
  mutation UpdateCalendar($input: UpdateCalendarInput!) {
    updateCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }
  }
`);

export const DeleteCalendarDocument = graphql(`
  mutation DeleteCalendar($input: CalendarIdInput!) {
    deleteCalendar(input: $input) { deletedId userErrors { code message path } }
  }
`);

export const ImportHolidaysDocument = graphql(`
  mutation ImportHolidays($input: ImportHolidaysInput!) {
    importHolidays(input: $input) { calendar { ...CalendarFields } added userErrors { code message path } }
  }
`);

/** A calendar as it is stored. */
export type StoredCalendar = CalendarsQuery['calendars'][number];
