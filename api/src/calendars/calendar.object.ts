import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CalendarRecord } from './calendar.entity.ts';

@ObjectType('OpenInterval', { description: 'Hours of one weekday.' })
class OpenIntervalObject {
  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'Wall clock, HH:MM; inside.' })
  from!: string;

  @Field(() => String, { description: 'Wall clock, HH:MM up to 24:00; outside.' })
  to!: string;
}

@ObjectType('Holiday', { description: 'A day on which the calendar is closed.' })
class HolidayObject {
  @Field(() => String, { description: 'YYYY-MM-DD in the time zone of the calendar.' })
  date!: string;

  @Field(() => String, { description: 'For people.' })
  name!: string;
}

@ObjectType('DayHours', { description: 'Hours within a day.' })
class DayHoursObject {
  @Field(() => String, { description: 'Wall clock, HH:MM; inside.' })
  from!: string;

  @Field(() => String, { description: 'Wall clock, HH:MM up to 24:00; outside.' })
  to!: string;
}

@ObjectType('CalendarException', { description: 'A day with hours of its own, holidays included.' })
class CalendarExceptionObject {
  @Field(() => String, { description: 'YYYY-MM-DD in the time zone of the calendar.' })
  date!: string;

  @Field(() => [DayHoursObject], { description: 'The hours; none: closed.' })
  intervals!: DayHoursObject[];
}

/** GraphQL's view of a calendar. */
@ObjectType('Calendar', { description: 'When people work. SLA targets and waits on the business clock reckon by it.' })
export class CalendarObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => Boolean, { description: "It is the workspace's own: what is meant wherever no calendar is named." })
  isDefault!: boolean;

  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;

  @Field(() => [OpenIntervalObject], { description: 'Opening hours of a week.' })
  weekly!: readonly OpenIntervalObject[];

  @Field(() => [HolidayObject], { description: 'Closed days, by date.' })
  holidays!: readonly HolidayObject[];

  @Field(() => [CalendarExceptionObject], { description: 'Days with hours of their own, by date.' })
  exceptions!: readonly CalendarExceptionObject[];
}

export function calendarToObject({ id, name, isDefault, document }: CalendarRecord): CalendarObject {
  return { id, name, isDefault, ...document } as CalendarObject;
}
