import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { WhyKindEnum } from './ticket.enums.ts';

/** GraphQL's view of one sentence of why. Flow, version, agent and run are resolved in batches. */
@ObjectType('WhyEntry', { description: 'One sentence on why a ticket is where it is.' })
export class WhyEntryObject {
  @Field(() => WhyKindEnum, { description: 'What it is about.' })
  kind!: 'flowActed' | 'flowDidNotAct' | 'assigned' | 'waiting';

  @Field(() => GraphQLDateTime, { description: 'When it was decided.' })
  at!: Date;

  @Field(() => String, { description: 'The sentence.' })
  text!: string;

  @Field(() => [String], { description: 'Its parts in order: steps of a run, or figures and excluded agents.' })
  details!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The node of the flow that decided.' })
  nodeId!: string | null;

  flowId!: string | null;
  versionId!: string | null;
  agentId!: string | null;
  runId!: string | null;
}
