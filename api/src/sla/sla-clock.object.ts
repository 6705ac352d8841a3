import type { ClockEvent, SlaClock, SlaMetric, SlaState } from '@alur/engine';
import { GraphQLDateTime, GraphQLDuration } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { durationText } from '../server/iso-duration.ts';
import { SlaEventTypeEnum, SlaMetricEnum, SlaStateEnum } from './sla.enums.ts';

/** GraphQL's view of a clock. The sentence is resolved where it is asked for. */
@ObjectType('SlaClock', { description: 'How a metric of a ticket stands, and what it is held to.' })
export class SlaClockObject {
  @Field(() => SlaMetricEnum, { description: 'What it measures.' })
  metric!: SlaMetric;

  @Field(() => SlaStateEnum, { description: 'How it stands.' })
  state!: SlaState;

  @Field(() => Boolean, { description: 'It runs now.' })
  isRunning!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When its target is or was reached; null without a target, and while it is paused in time.',
  })
  dueAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its target was first missed; null: never.' })
  breachedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it stopped; null: it has not.' })
  fulfilledAt!: Date | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'What is promised; null: it has no target.' })
  target!: string | null;

  @Field(() => GraphQLDuration, { description: 'How long it has run, around the clock.' })
  elapsed!: string;

  @Field(() => GraphQLDuration, {
    description: "How long it has run in the calendar of its target; without one, in the workspace's own.",
  })
  businessElapsed!: string;

  @Field(() => ID, { nullable: true, description: 'The SLA policy it is held to; null: none.' })
  policyId!: string | null;

  /** What the sentence is made from. */
  clock!: SlaClock;
  readAtMs!: number;
}

/** GraphQL's view of what happened to a clock. */
@ObjectType('SlaEvent', { description: 'What happened to a clock of a ticket, with a target or without.' })
export class SlaEventObject {
  @Field(() => SlaEventTypeEnum, { description: 'What.' })
  type!: ClockEvent['type'];

  @Field(() => SlaMetricEnum, { description: 'Of which metric.' })
  metric!: SlaMetric;

  @Field(() => Int, { description: 'Which clock of the metric, from 1: a next reply has one for each exchange.' })
  episode!: number;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;
}

export function clockToObject(clock: SlaClock, readAtMs: number): SlaClockObject {
  const { metric, state, isRunning, target } = clock;
  return {
    metric,
    state,
    isRunning,
    startedAt: new Date(clock.startedAtMs),
    dueAt: dateOf(clock.dueAtMs),
    breachedAt: dateOf(clock.breachedAtMs),
    fulfilledAt: dateOf(clock.fulfilledAtMs),
    target: target && durationText(target.lengthMs),
    elapsed: durationText(Math.round(clock.elapsedMs)),
    businessElapsed: durationText(Math.round(clock.businessMs)),
    policyId: target?.policyId ?? null,
    clock,
    readAtMs,
  };
}

function dateOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs);
}
