import { METRIC_DEFINITIONS } from '@alur/engine';
import { GraphQLDateTime, GraphQLDuration } from 'graphql-scalars';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

/** GraphQL's `Metric`: the engine's keys as enum names, `firstReply` as FIRST_REPLY. */
export const MetricEnum = Object.fromEntries(METRIC_DEFINITIONS.map(({ key }) => [enumName(key), key]));

registerEnumType(MetricEnum, {
  name: 'Metric',
  description: 'A published figure.',
  valuesConfig: Object.fromEntries(
    METRIC_DEFINITIONS.map(({ key, definition }) => [enumName(key), { description: definition.en }]),
  ),
});

function enumName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** GraphQL's `MetricGroup`; values are columns of the ticket. */
export const MetricGroupEnum = {
  TEAM: 'team',
  AGENT: 'agent',
  CHANNEL: 'channel',
  QUEUE: 'queue',
  CATEGORY: 'category',
} as const;
export type MetricGroup = (typeof MetricGroupEnum)[keyof typeof MetricGroupEnum];

registerEnumType(MetricGroupEnum, {
  name: 'MetricGroup',
  description: 'By what figures are told apart: what the ticket has now.',
  valuesConfig: {
    TEAM: { description: 'The team.' },
    AGENT: { description: 'The agent.' },
    CHANNEL: { description: 'The channel.' },
    QUEUE: { description: 'The queue.' },
    CATEGORY: { description: 'The category.' },
  },
});

/** GraphQL's `TimeBucket`; values are units of `date_trunc`. */
export const TimeBucketEnum = { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;
export type TimeBucket = (typeof TimeBucketEnum)[keyof typeof TimeBucketEnum];

registerEnumType(TimeBucketEnum, {
  name: 'TimeBucket',
  description: "How time is divided, on the workspace's wall clock.",
  valuesConfig: {
    HOUR: { description: 'By hour.' },
    DAY: { description: 'By day.' },
    WEEK: { description: 'By week, from Monday.' },
    MONTH: { description: 'By month.' },
  },
});

@InputType({ description: 'What to measure.' })
export class MetricsInput {
  @Field(() => GraphQLDateTime, { description: 'The beginning; what was measured before is left out.' })
  from!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The end, and the instant at which what stands is counted; now if absent.',
  })
  to?: Date | null;

  @Field(() => [MetricEnum], { nullable: true, description: 'Which figures; all if absent.' })
  metrics?: string[] | null;

  @Field(() => MetricGroupEnum, { nullable: true, description: 'A row for each; one row for all if absent.' })
  groupBy?: MetricGroup | null;

  @Field(() => TimeBucketEnum, {
    nullable: true,
    description: 'A row for each stretch of time, at most 1,000; one for the whole if absent.',
  })
  bucket?: TimeBucket | null;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'Accepted so soon counts for the service level; PT20S if absent.',
  })
  serviceLevelWithin?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only tickets with one of these teams now.' })
  teamIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only tickets with one of these agents now.' })
  agentIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only tickets of one of these channels.' })
  channelIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only tickets of one of these queues now.' })
  queueIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only tickets of one of these categories now.' })
  category?: string[] | null;
}
