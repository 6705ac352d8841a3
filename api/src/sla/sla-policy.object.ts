import { SLA_PRIORITIES, type SlaMetric, type SlaTarget } from '@alur/engine';
import { GraphQLDuration, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { durationText } from '../server/iso-duration.ts';
import { SlaMetricEnum } from './sla.enums.ts';
import type { SlaPolicyRecord } from './sla-policy.entity.ts';

@ObjectType('SlaTarget', { description: 'What is promised for one metric. ISO 8601 durations; null: no target.' })
class SlaTargetObject {
  @Field(() => SlaMetricEnum, { description: 'What the promise is about.' })
  metric!: SlaMetric;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For low priority.' })
  low!: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For normal priority.' })
  normal!: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For high priority.' })
  high!: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For urgent priority.' })
  urgent!: string | null;

  @Field(() => ID, { nullable: true, description: 'The calendar it is counted in; null: around the clock.' })
  calendarId!: string | null;
}

/** GraphQL's view of an SLA policy. */
@ObjectType('SlaPolicy', { description: 'What is promised to the tickets that meet a condition.' })
export class SlaPolicyObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => Int, { description: 'The first policy a ticket meets, from 0, is its policy.' })
  position!: number;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'A condition of the flow language; null: every ticket.',
  })
  condition!: Record<string, unknown> | null;

  @Field(() => [SlaTargetObject], { description: 'The promises, at most one for each metric.' })
  targets!: SlaTargetObject[];
}

export function slaPolicyToObject({ id, name, position, condition, targets }: SlaPolicyRecord): SlaPolicyObject {
  return {
    id,
    name,
    position,
    condition: condition ? Object.fromEntries(Object.entries(condition)) : null,
    targets: targets.map(targetToObject),
  };
}

function targetToObject({ metric, byPriority, calendarId }: SlaTarget): SlaTargetObject {
  const texts = SLA_PRIORITIES.map((priority) => {
    const lengthMs = byPriority[priority];
    return [priority, lengthMs === undefined ? null : durationText(lengthMs)] as const;
  });
  const { low = null, normal = null, high = null, urgent = null } = Object.fromEntries(texts);
  return { metric, low, normal, high, urgent, calendarId };
}
