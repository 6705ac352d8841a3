import type { Aggregate, Share } from '@alur/engine';
import { GraphQLDateTime, GraphQLDuration } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { durationText } from '../server/iso-duration.ts';
import type { UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import type { Measure } from './measure.ts';
import type { Measured } from './measure-tickets.ts';
import { MetricEnum } from './metrics.inputs.ts';

@ObjectType('LengthFigures', { description: 'What a list of lengths of time comes to. ISO 8601 durations.' })
class LengthFiguresObject {
  @Field(() => GraphQLDuration, { nullable: true, description: 'The arithmetic mean; null for none.' })
  mean!: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'Half are at most this.' })
  median!: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'Nine in ten are at most this.' })
  p90!: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'The longest.' })
  longest!: string | null;
}

@ObjectType('ShareFigures', { description: 'A share with what it is made of.' })
class ShareFiguresObject {
  @Field(() => Float, { description: 'Things, or milliseconds for occupancy.' })
  part!: number;

  @Field(() => Float, { description: 'Of so many.' })
  whole!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null where there is nothing to share.' })
  share!: number | null;
}

@ObjectType('Measure', { description: 'One figure; the part that fits what it counts is there.' })
class MeasureObject {
  @Field(() => MetricEnum, { description: 'Which.' })
  metric!: string;

  @Field(() => String, { description: "Its name, in the reader's language." })
  label!: string;

  @Field(() => String, { description: "What exactly it says, in the reader's language." })
  definition!: string;

  @Field(() => Int, { description: 'How many things it is made from.' })
  count!: number;

  @Field(() => LengthFiguresObject, { nullable: true, description: 'Lengths of time, around the clock.' })
  calendar!: LengthFiguresObject | null;

  @Field(() => LengthFiguresObject, { nullable: true, description: 'The same in business hours.' })
  business!: LengthFiguresObject | null;

  @Field(() => ShareFiguresObject, { nullable: true, description: 'A share.' })
  share!: ShareFiguresObject | null;

  @Field(() => Float, { nullable: true, description: 'A count.' })
  total!: number | null;
}

@ObjectType('MeasuredGroup', { description: 'A group, in a stretch of time, with its figures.' })
class MeasuredGroupObject {
  @Field(() => String, {
    nullable: true,
    description: 'The id or category grouped by; null for tickets without one, and where nothing is grouped.',
  })
  key!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When the stretch of time begins.' })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it ends.' })
  to!: Date;

  @Field(() => [MeasureObject], { description: 'In the order of their definitions.' })
  measures!: MeasureObject[];
}

/** GraphQL's answer to a measuring. */
@ObjectType({ description: 'What was measured.' })
export class MetricsPayload {
  @Field(() => [MeasuredGroupObject], { description: 'By time and then group; those without any figure are left out.' })
  groups!: MeasuredGroupObject[];

  @Field(() => [UserErrorObject], { description: 'Why nothing was measured.' })
  userErrors!: readonly UserError[];
}

export function measuredToObjects({ groups, bucketStarts, to }: Measured, locale: 'en' | 'id'): MeasuredGroupObject[] {
  return groups.map(({ key, bucket, measures }) => ({
    key,
    from: bucketStarts[bucket] ?? to,
    to: bucketStarts[bucket + 1] ?? to,
    measures: measures.map((measure) => measureToObject(measure, locale)),
  }));
}

function measureToObject({ definition, ...measure }: Measure, locale: 'en' | 'id'): MeasureObject {
  return {
    metric: definition.key,
    label: definition.label[locale],
    definition: definition.definition[locale],
    count: measure.count,
    calendar: measure.calendar && lengths(measure.calendar),
    business: measure.business && lengths(measure.business),
    share: measure.share satisfies Share | null,
    total: measure.total,
  };
}

function lengths({ mean, median, p90, longest }: Aggregate): LengthFiguresObject {
  const text = (ms: number | null) => (ms === null ? null : durationText(Math.round(ms)));
  return { mean: text(mean), median: text(median), p90: text(p90), longest: text(longest) };
}
