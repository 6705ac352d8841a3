import { Field, ID, ObjectType } from 'type-graphql';
import type { UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { FlowDraftObject, FlowIssueObject, FlowObject, FlowTestObject, FlowVersionObject } from './flow.object.ts';

const WHY_NOT = 'Why nothing was changed.';

@ObjectType({ description: 'What came of a change to a flow.' })
export class FlowPayload {
  @Field(() => FlowObject, { nullable: true, description: 'The flow as it is now.' })
  flow!: FlowObject | null;

  @Field(() => [UserErrorObject], { description: WHY_NOT })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of saving a draft.' })
export class SaveDraftPayload {
  @Field(() => FlowDraftObject, { nullable: true, description: 'The saved draft.' })
  draft!: FlowDraftObject | null;

  @Field(() => FlowDraftObject, {
    nullable: true,
    description: 'Where somebody saved in between (STALE_REVISION): what is stored now.',
  })
  current!: FlowDraftObject | null;

  @Field(() => [UserErrorObject], { description: WHY_NOT })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of publishing.' })
export class PublishFlowPayload {
  @Field(() => FlowObject, { nullable: true, description: 'The flow as it is now.' })
  flow!: FlowObject | null;

  @Field(() => FlowVersionObject, {
    nullable: true,
    description: 'The new live version; null if errors stood in the way.',
  })
  version!: FlowVersionObject | null;

  @Field(() => [FlowIssueObject], { description: 'Findings; errors among them block publishing, warnings do not.' })
  issues!: FlowIssueObject[];

  @Field(() => [UserErrorObject], { description: WHY_NOT })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a test run.' })
export class TestFlowPayload {
  @Field(() => FlowTestObject, {
    nullable: true,
    description: 'What the draft would do; null if errors keep it from running.',
  })
  test!: FlowTestObject | null;

  @Field(() => [FlowIssueObject], { description: 'Findings about the document.' })
  issues!: FlowIssueObject[];

  @Field(() => [UserErrorObject], { description: 'Why it could not be tried.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of deleting a flow.' })
export class DeleteFlowPayload {
  @Field(() => ID, { nullable: true, description: 'The flow that is gone.' })
  deletedId!: string | null;

  @Field(() => [UserErrorObject], { description: WHY_NOT })
  userErrors!: readonly UserError[];
}
