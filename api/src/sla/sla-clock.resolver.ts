import { clockSentence, currentClock, type Locale, namesOf, SLA_METRICS } from '@alur/engine';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocaleEnum } from '../access/role.enum.ts';
import { referencesOf } from '../flows/flow-loaders.ts';
import type { Context } from '../server/context.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { lookAtTicket, lookKey } from '../tickets/ticket-loaders.ts';
import { clockToObject, SlaClockObject } from './sla-clock.object.ts';

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
}

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
