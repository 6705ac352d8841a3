import { type Calendar, type CalendarIssue, calendarIssueText, checkCalendar } from '@alur/engine';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { bumpFlowsRevision } from '../flows/arrange-flows.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import { rearmTimers } from '../runs/rearm-timers.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { orTaken } from '../server/or-taken.ts';
import { Refusal, refusal } from '../server/refusal.ts';
import { CalendarEntity, type CalendarRecord } from './calendar.entity.ts';
import { readHolidaysOrThrow } from './read-holidays.ts';

const NAME_TAKEN = 'There is a calendar of this name already.';
const MOST_ICS_CHARACTERS = 1_000_000;

/** A calendar as it is to be: what is absent stays. */
interface CalendarChange extends Partial<{ readonly [K in keyof Calendar]: Calendar[K] | null }> {
  readonly name?: string | null;
  readonly isDefault?: boolean | null;
}

/** Every calendar by name. */
export function listCalendars(app: App, actor: Actor): Promise<CalendarRecord[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) => em.find(CalendarEntity, {}, { orderBy: { name: 'asc' } }));
}

/** Adds a calendar; the first of a workspace becomes its own. @throws Refusal */
export function createCalendar(
  app: App,
  actor: Actor,
  input: CalendarChange & { readonly name: string },
): Promise<CalendarRecord> {
  const empty: Calendar = { timeZone: '', weekly: [], holidays: [], exceptions: [] };
  const name = checkName(input.name);
  const document = changedDocument(empty, input);
  return change(app, actor, async (em) => {
    const others = await em.find(CalendarEntity, {});
    const calendar = em.create(CalendarEntity, {
      id: newId(),
      workspaceId: actor.workspaceId,
      name,
      document,
      isDefault: others.length === 0,
    });
    await em.flush();
    if (input.isDefault) await makeDefault(em, others, calendar);
    return calendar;
  });
}

/** Changes a calendar. Runs that wait and clocks that run go by the new hours from now on. @throws Refusal, NOT_FOUND */
export function updateCalendar(
  app: App,
  actor: Actor,
  input: CalendarChange & { readonly id: string },
): Promise<CalendarRecord> {
  const name = input.name == null ? null : checkName(input.name);
  return change(app, actor, async (em) => {
    const calendars = await em.find(CalendarEntity, {});
    const found = calendars.find(({ id }) => id === input.id);
    if (!found) throw notFound('calendar');
    if (name !== null) found.name = name;
    found.document = changedDocument(found.document, input);
    await em.flush();
    if (input.isDefault) await makeDefault(em, calendars, found);
    return found;
  });
}

/** Adds the holidays of an iCalendar file; a date that is a holiday already keeps its name. @throws Refusal, NOT_FOUND */
export function importHolidays(
  app: App,
  actor: Actor,
  input: {
    readonly calendarId: string;
    readonly ics: string;
    readonly fromYear?: number | null;
    readonly toYear?: number | null;
  },
): Promise<{ readonly calendar: CalendarRecord; readonly added: number }> {
  if (input.ics.length > MOST_ICS_CHARACTERS) {
    throw refusal('TOO_LONG', 'The file has over a million characters. Export fewer years.', 'ics');
  }
  const thisYear = new Date(app.clock.nowMs()).getUTCFullYear();
  const fromYear = input.fromYear ?? thisYear;
  const toYear = input.toYear ?? fromYear + 2;
  if (toYear < fromYear || toYear - fromYear > 20) {
    throw refusal('OUT_OF_RANGE', 'Choose years in order, at most 20 of them.', 'toYear');
  }
  const holidays = readHolidaysOrThrow(input.ics, { fromYear, toYear });
  return change(app, actor, async (em) => {
    const calendar = isId(input.calendarId) ? await em.findOne(CalendarEntity, { id: input.calendarId }) : null;
    if (!calendar) throw notFound('calendar');
    const known = new Set(calendar.document.holidays.map(({ date }) => date));
    const added = holidays.filter(({ date }) => !known.has(date));
    calendar.document = changedDocument(calendar.document, { holidays: [...calendar.document.holidays, ...added] });
    await em.flush();
    return { calendar, added: added.length };
  });
}

/** Deletes a calendar that is not the workspace's own. Flows that name it show it as gone. @throws Refusal, NOT_FOUND */
export function deleteCalendar(app: App, actor: Actor, id: string): Promise<string> {
  return change(app, actor, async (em) => {
    const calendar = isId(id) ? await em.findOne(CalendarEntity, { id }) : null;
    if (!calendar) throw notFound('calendar');
    if (calendar.isDefault) {
      throw refusal('NOT_POSSIBLE_NOW', "This is the workspace's own calendar. Make another one its own first.", 'id');
    }
    em.remove(calendar);
    await em.flush();
    return id;
  });
}

/** Under the workspace's lock, so that every process goes by the new hours at its next event. */
async function change<T>(app: App, actor: Actor, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const { workspaceId } = actor;
  const result = await orTaken(NAME_TAKEN, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      await lockWorkspace(em, workspaceId);
      const changed = await work(em);
      await bumpFlowsRevision(em, workspaceId);
      // Due times move with the hours.
      await rearmTimers(em, workspaceId, null, new Date(app.clock.nowMs()));
      return changed;
    }),
  );
  app.notices.publish({ workspaceId, about: 'flows' });
  app.notices.publish({ workspaceId, about: 'timers', dueAtMs: app.clock.nowMs() });
  app.dispatcher.wake(workspaceId);
  return result;
}

/** One at a time, so that there never are two. */
async function makeDefault(em: EntityManager, others: readonly CalendarRecord[], calendar: CalendarRecord) {
  for (const other of others) if (other !== calendar) other.isDefault = false;
  await em.flush();
  calendar.isDefault = true;
  await em.flush();
}

function checkName(text: string): string {
  const check = new InputCheck();
  const name = check.text(text, 200, 'name');
  check.refuseIfWrong();
  return name;
}

/** @throws Refusal with every error the engine finds. */
function changedDocument(before: Calendar, change: CalendarChange): Calendar {
  const byDate = (a: { readonly date: string }, b: { readonly date: string }) => (a.date < b.date ? -1 : 1);
  const document: Calendar = {
    timeZone: change.timeZone ?? before.timeZone,
    weekly: (change.weekly ?? before.weekly).map(({ weekday, from, to }) => ({ weekday, from, to })),
    holidays: (change.holidays ?? before.holidays).map(({ date, name }) => ({ date, name })).sort(byDate),
    exceptions: (change.exceptions ?? before.exceptions)
      .map(({ date, intervals }) => ({ date, intervals: intervals.map(({ from, to }) => ({ from, to })) }))
      .sort(byDate),
  };
  const errors = checkCalendar(document).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(errors.map(issueToUserError));
  return document;
}

function issueToUserError(issue: CalendarIssue) {
  return { code: issue.code, message: calendarIssueText(issue, 'en'), path: ['input', ...issue.path.map(String)] };
}
