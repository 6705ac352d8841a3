import type { SlaMetric } from '@alur/engine';
import { GraphQLDuration, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SlaMetricEnum } from './sla.enums.ts';

@InputType({ description: 'What is promised for one metric; a priority left out has no target.' })
export class SlaTargetInput {
  @Field(() => SlaMetricEnum, { description: 'Each metric at most once in a policy.' })
  metric!: SlaMetric;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For low priority, a second to ten years.' })
  low?: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For normal priority.' })
  normal?: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For high priority.' })
  high?: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For urgent priority.' })
  urgent?: string | null;

  @Field(() => ID, { nullable: true, description: 'The calendar it is counted in; around the clock if absent.' })
  calendarId?: string | null;
}

@InputType({ description: 'An SLA policy to add, behind the others.' })
export class CreateSlaPolicyInput {
  @Field(() => String, { description: 'Unique in the workspace, at most 200 characters.' })
  name!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'A condition of the flow language on the ticket; every ticket if absent.',
  })
  condition?: Record<string, unknown> | null;

  @Field(() => [SlaTargetInput], { description: 'The promises.' })
  targets!: SlaTargetInput[];
}

@InputType({ description: 'What to change of an SLA policy; what is absent stays.' })
export class UpdateSlaPolicyInput {
  @Field(() => ID, { description: 'The policy.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Unique in the workspace, at most 200 characters.' })
  name?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Another condition; null: every ticket.' })
  condition?: Record<string, unknown> | null;

  @Field(() => [SlaTargetInput], { nullable: true, description: 'All promises anew.' })
  targets?: SlaTargetInput[] | null;

  @Field(() => Int, { nullable: true, description: 'Its place, 0 first: the first policy a ticket meets counts.' })
  position?: number | null;
}

@InputType({ description: 'The SLA policy to delete.' })
export class SlaPolicyIdInput {
  @Field(() => ID, { description: 'The policy.' })
  id!: string;
}
