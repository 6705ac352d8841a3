import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A flow to add.' })
export class CreateFlowInput {
  @Field(() => String, { description: 'At most 200 characters.' })
  name!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'The first draft; empty if absent.' })
  document?: unknown;
}

@InputType({ description: 'What to change of a flow; absent fields stay.' })
export class UpdateFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True if later flows are not run for an event on which this one acted.',
  })
  stopOnMatch?: boolean | null;
}

@InputType({ description: 'Where to put a flow.' })
export class MoveFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  id!: string;

  @Field(() => Int, { description: 'New place in the running order, from 0.' })
  position!: number;
}

@InputType({ description: 'A draft to save.' })
export class SaveDraftInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => GraphQLJSON, { description: 'The flow document; may be incomplete.' })
  document!: unknown;

  @Field(() => Int, {
    description: 'The revision the edit started from; a stale one is refused and nothing is overwritten.',
  })
  revision!: number;
}

@InputType({ description: 'A draft to publish.' })
export class PublishFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => Int, { description: 'The revision that was looked at; a stale one is refused.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: 'What changed and why, at most 2,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'A version to publish again.' })
export class RollBackFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => ID, { description: 'One of its versions.' })
  versionId!: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 2,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'A flow.' })
export class FlowIdInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;
}

@InputType({ description: 'What to try a draft on.' })
export class TestFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Absent: the stored draft.' })
  document?: unknown;

  @Field(() => ID, { nullable: true, description: 'A real ticket, whose facts are read.' })
  ticketId?: string | null;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "Facts of a made-up ticket, or overrides of the real one's, keyed by fact.",
  })
  facts?: unknown;

  @Field(() => String, {
    nullable: true,
    description:
      'What happens to the ticket, for example ticketCreated, ticketIdle or manual; absent: what the first trigger listens to.',
  })
  eventType?: string | null;
}
