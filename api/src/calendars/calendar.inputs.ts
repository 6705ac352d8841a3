import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Hours of one weekday.' })
export class OpenIntervalInput {
  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'Wall clock, HH:MM; inside.' })
  from!: string;

  @Field(() => String, { description: 'Wall clock, HH:MM up to 24:00; outside.' })
  to!: string;
}

@InputType({ description: 'A day on which the calendar is closed.' })
export class HolidayInput {
  @Field(() => String, { description: 'YYYY-MM-DD in the time zone of the calendar.' })
  date!: string;

  @Field(() => String, { description: 'For people, at most 200 characters.' })
  name!: string;
}

@InputType({ description: 'Hours within a day.' })
export class DayHoursInput {
  @Field(() => String, { description: 'Wall clock, HH:MM; inside.' })
  from!: string;

  @Field(() => String, { description: 'Wall clock, HH:MM up to 24:00; outside.' })
  to!: string;
}

@InputType({ description: 'A day with hours of its own, holidays included.' })
export class CalendarExceptionInput {
  @Field(() => String, { description: 'YYYY-MM-DD in the time zone of the calendar.' })
  date!: string;

  @Field(() => [DayHoursInput], { description: 'The hours; none: closed.' })
  intervals!: DayHoursInput[];
}

@InputType({ description: 'A calendar to add.' })
export class CreateCalendarInput {
  @Field(() => String, { description: 'Unique in the workspace, at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'IANA time zone, for example Asia/Jakarta.' })
  timeZone!: string;

  @Field(() => [OpenIntervalInput], {
    description: 'Opening hours of a week, at most 100; those of one day may not overlap.',
  })
  weekly!: OpenIntervalInput[];

  @Field(() => [HolidayInput], { nullable: true, description: 'Closed days, at most 2,000.' })
  holidays?: HolidayInput[] | null;

  @Field(() => [CalendarExceptionInput], {
    nullable: true,
    description: 'Days with hours of their own, at most 2,000.',
  })
  exceptions?: CalendarExceptionInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True makes it the workspace's own, in place of the one before. The first is it in any case.",
  })
  isDefault?: boolean | null;
}

@InputType({ description: 'What to change of a calendar; what is absent stays.' })
export class UpdateCalendarInput {
  @Field(() => ID, { description: 'The calendar.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Unique in the workspace, at most 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  timeZone?: string | null;

  @Field(() => [OpenIntervalInput], { nullable: true, description: 'The whole week anew.' })
  weekly?: OpenIntervalInput[] | null;

  @Field(() => [HolidayInput], { nullable: true, description: 'All holidays anew.' })
  holidays?: HolidayInput[] | null;

  @Field(() => [CalendarExceptionInput], { nullable: true, description: 'All exceptions anew.' })
  exceptions?: CalendarExceptionInput[] | null;

  @Field(() => Boolean, { nullable: true, description: "True makes it the workspace's own." })
  isDefault?: boolean | null;
}

@InputType({ description: 'Holidays from an iCalendar file.' })
export class ImportHolidaysInput {
  @Field(() => ID, { description: 'The calendar that gets them.' })
  calendarId!: string;

  @Field(() => String, { description: 'The text of the file (RFC 5545), at most 1 MB.' })
  ics!: string;

  @Field(() => Int, { nullable: true, description: 'The first year to take; this year if absent.' })
  fromYear?: number | null;

  @Field(() => Int, { nullable: true, description: 'The last year to take; two years on if absent.' })
  toYear?: number | null;
}

@InputType({ description: 'The calendar to delete.' })
export class CalendarIdInput {
  @Field(() => ID, { description: 'The calendar.' })
  id!: string;
}
