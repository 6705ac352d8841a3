import { Arg, Authorized, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { CalendarIdInput, CreateCalendarInput, ImportHolidaysInput, UpdateCalendarInput } from './calendar.inputs.ts';
import { CalendarObject, calendarToObject } from './calendar.object.ts';
import { createCalendar, deleteCalendar, importHolidays, listCalendars, updateCalendar } from './calendar-set-up.ts';

@ObjectType({ description: 'What came of a change to a calendar.' })
class CalendarPayload {
  @Field(() => CalendarObject, { nullable: true, description: 'The calendar as it is now.' })
  calendar!: CalendarObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of taking holidays from a file.' })
class ImportHolidaysPayload {
  @Field(() => CalendarObject, { nullable: true, description: 'The calendar as it is now.' })
  calendar!: CalendarObject | null;

  @Field(() => Int, { nullable: true, description: 'How many holidays are new.' })
  added!: number | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of deleting a calendar.' })
class DeleteCalendarPayload {
  @Field(() => ID, { nullable: true, description: 'The calendar that is gone.' })
  deletedId!: string | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Calendars. */
@Resolver()
export class CalendarResolver {
  @Authorized('viewer')
  @Query(() => [CalendarObject], { description: 'Calendars by name.' })
  async calendars(@Ctx() context: Context): Promise<CalendarObject[]> {
    return (await listCalendars(context.app, actorOf(context))).map(calendarToObject);
  }

  @Authorized('manager')
  @Mutation(() => CalendarPayload, { description: 'Adds a calendar.' })
  async createCalendar(
    @Arg('input', () => CreateCalendarInput, { description: 'The calendar.' }) input: CreateCalendarInput,
    @Ctx() context: Context,
  ): Promise<CalendarPayload> {
    return refusedOr({ calendar: null }, async () => ({
      calendar: calendarToObject(await createCalendar(context.app, actorOf(context), input)),
    }));
  }

  @Authorized('manager')
  @Mutation(() => CalendarPayload, { description: 'Changes a calendar; clocks that run go by it from now on.' })
  async updateCalendar(
    @Arg('input', () => UpdateCalendarInput, { description: 'What to change.' }) input: UpdateCalendarInput,
    @Ctx() context: Context,
  ): Promise<CalendarPayload> {
    return refusedOr({ calendar: null }, async () => ({
      calendar: calendarToObject(await updateCalendar(context.app, actorOf(context), input)),
    }));
  }

  @Authorized('manager')
  @Mutation(() => ImportHolidaysPayload, { description: 'Adds the holidays of an iCalendar file to a calendar.' })
  async importHolidays(
    @Arg('input', () => ImportHolidaysInput, { description: 'The file and the years to take.' })
    input: ImportHolidaysInput,
    @Ctx() context: Context,
  ): Promise<ImportHolidaysPayload> {
    return refusedOr({ calendar: null, added: null }, async () => {
      const { calendar, added } = await importHolidays(context.app, actorOf(context), input);
      return { calendar: calendarToObject(calendar), added };
    });
  }

  @Authorized('manager')
  @Mutation(() => DeleteCalendarPayload, { description: "Deletes a calendar that is not the workspace's own." })
  async deleteCalendar(
    @Arg('input', () => CalendarIdInput, { description: 'Which.' }) { id }: CalendarIdInput,
    @Ctx() context: Context,
  ): Promise<DeleteCalendarPayload> {
    return refusedOr({ deletedId: null }, async () => ({
      deletedId: await deleteCalendar(context.app, actorOf(context), id),
    }));
  }
}
