import fc from 'fast-check';
import { arbitraryFacts } from '../conditions/condition-arbitrary.test-support.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { NaiveEvent, NaiveMoment } from './naive-drawing.test-support.ts';

const sometimes = <T>(value: T) => fc.constantFrom<(T | null)[]>(null, null, value);

/** Facts of a ticket before its life: tags in lower case, and now and then somebody responsible. */
export const arbitraryTicket: fc.Arbitrary<Facts> = fc
  .tuple(
    arbitraryFacts,
    fc.record({
      'ticket.channel': sometimes('c-wa'),
      'ticket.assignee': sometimes('a-dewi'),
      'ticket.team': sometimes('t-1'),
      'ticket.queue': sometimes('q-gen'),
      'ticket.status': sometimes('solved'),
      'ticket.custom.dueDate': fc.constantFrom(null, 500, 3_000, 90_000),
    }),
  )
  .map(([facts, more]): Facts => {
    const tags = facts['ticket.tags'];
    const lower = Array.isArray(tags) ? tags.map((tag: string) => tag.toLowerCase()) : null;
    return { ...facts, ...more, 'ticket.tags': lower };
  });

const often: fc.Arbitrary<NaiveEvent> = fc.record({
  type: fc.constantFrom('ticketCreated', 'ticketReplied', 'ticketSolved'),
  by: fc.constant('customer'),
});
const seldom: fc.Arbitrary<NaiveEvent> = fc.oneof(
  fc.record({
    type: fc.constant('ticketReplied' as const),
    by: fc.constantFrom('agent' as const, 'bot' as const),
    isFirstReply: fc.boolean(),
    isAutomated: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('ticketClosed', 'ticketReopened', 'ticketOpened'),
    by: fc.constant('agent'),
  }),
  fc.record({
    type: fc.constant('ticketUpdated' as const),
    by: fc.constant('agent' as const),
    priority: fc.constantFrom('low' as const, 'high' as const, 'urgent' as const),
  }),
  fc.record({
    type: fc.constant('manual' as const),
    by: fc.constant('agent' as const),
    flowId: fc.constantFrom('f0', 'f1', 'f2'),
  }),
  fc.record({
    type: fc.constant('webhook' as const),
    by: fc.constant('customer' as const),
    name: fc.constantFrom('paid', 'other'),
  }),
);
const event = fc.oneof({ arbitrary: often, weight: 2 }, { arbitrary: seldom, weight: 1 });
const run = fc.nat(5);

/** A ticket's life: mostly what happens to it, with time and answers in between. */
export const arbitraryLife: fc.Arbitrary<readonly NaiveMoment[]> = fc.array(
  fc.oneof(
    { weight: 15, arbitrary: fc.record({ events: fc.array(event, { minLength: 1, maxLength: 2 }) }) },
    { weight: 12, arbitrary: fc.record({ laterMs: fc.constantFrom(500, 1_000, 2_000, 6_000, 90_000, 700_000), run }) },
    {
      weight: 12,
      arbitrary: fc.record({ isRefused: fc.boolean(), code: fc.integer({ min: 1, max: 7 }), run, place: fc.nat(5) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ asked: fc.nat(5), laterMs: fc.constantFrom(0, 500, 2_000, 59_000, 3_600_000) }),
    },
    { weight: 1, arbitrary: fc.record({ isPublished: fc.constant(true as const) }) },
    { weight: 1, arbitrary: fc.record({ isCancelled: fc.constant(true as const), run }) },
  ),
  { minLength: 1, maxLength: 7, size: 'max' },
);
