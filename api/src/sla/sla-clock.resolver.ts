import { type ClockEvent, clockSentence, currentClock, type Locale, namesOf, SLA_METRICS } from '@alur/engine';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocaleEnum } from '../access/role.enum.ts';
import { referencesOf } from '../flows/flow-loaders.ts';
import type { Context } from '../server/context.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { lookAtTickets } from '../tickets/look-at-tickets.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { lookAtTicket, lookKey, workspaceOf } from '../tickets/ticket-loaders.ts';
import { loadClockReader } from './load-sla.ts';
import { clockToObject, SlaClockObject, SlaEventObject } from './sla-clock.object.ts';

/** A ticket's clocks. */
@Resolver(() => TicketObject)
export class TicketClocksResolver {
  @FieldResolver(() => [SlaClockObject], {
    description: 'Its current clocks that are held to a target, each metric at most once; empty without SLA policies.',
  })
  async sla(@Root() ticket: TicketObject, @Ctx() { app, loaders }: Context): Promise<SlaClockObject[]> {
    const look = await loaders.load(lookAtTicket, lookKey(ticket.id, app.clock.nowMs()));
    const reading = look?.clocks;
    if (!reading) return [];
    return SLA_METRICS.flatMap((metric) => {
      const clock = currentClock(reading, metric);
      return clock?.target ? [clockToObject(clock, reading.atMs)] : [];
    });
  }

  @FieldResolver(() => [SlaEventObject], {
    description:
      'What happened to its clocks, oldest first: read off its log, so that a policy added later sees the past.',
  })
  async slaEvents(@Root() ticket: TicketObject, @Ctx() { app, loaders }: Context): Promise<SlaEventObject[]> {
    const events = (await loaders.load(clockEventsOfTicket, lookKey(ticket.id, app.clock.nowMs()))) ?? [];
    return events.map(({ type, metric, episode, atMs }) => ({ type, metric, episode, at: new Date(atMs) }));
  }
}

/** What happened to the clocks of a ticket, by `lookKey`; also where no SLA policy is set. */
const clockEventsOfTicket: LoaderDefinition<string, readonly ClockEvent[]> = {
  async loadMany(em, keys) {
    const workspaceId = await workspaceOf(em);
    const sla = await loadClockReader(em, workspaceId);
    const asked = keys.map((key) => JSON.parse(key) as [string, number]);
    const found = new Map<string, readonly ClockEvent[]>();
    for (const [nowMs, alike] of Map.groupBy(asked, ([, at]) => at)) {
      const ids = [...new Set(alike.map(([id]) => id))];
      const looks = await lookAtTickets(em, workspaceId, ids, nowMs, { sla, needs: new Set() });
      for (const [id, { clocks }] of looks) found.set(lookKey(id, nowMs), clocks?.events ?? []);
    }
    return found;
  },
};

/** What is said of a clock. */
@Resolver(() => SlaClockObject)
export class SlaClockFieldsResolver {
  @FieldResolver(() => String, { description: 'How it stands and what it is held to, in words.' })
  async sentence(
    @Root() { clock, readAtMs }: SlaClockObject,
    @Arg('locale', () => LocaleEnum, { nullable: true, description: "The text's language; the reader's if absent." })
    locale: Locale | null,
    @Ctx() context: Context,
  ): Promise<string> {
    const names = namesOf(await referencesOf(context.loaders));
    return clockSentence(clock, readAtMs, names, locale ?? context.locale);
  }
}
