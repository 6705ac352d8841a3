import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionClass, countedConnectionClass } from '../server/connection.ts';

/** GraphQL's `FlowState`. */
export const FlowStateEnum = { DRAFT: 'draft', LIVE: 'live', OFF: 'off' } as const;

registerEnumType(FlowStateEnum, {
  name: 'FlowState',
  description: 'Whether a flow runs.',
  valuesConfig: {
    DRAFT: { description: 'Never published.' },
    LIVE: { description: 'A version runs.' },
    OFF: { description: 'Was published, and is turned off.' },
  },
});

/** GraphQL's `IssueSeverity`; values are those of the engine. */
export const IssueSeverityEnum = { ERROR: 'error', WARNING: 'warning' } as const;

registerEnumType(IssueSeverityEnum, {
  name: 'IssueSeverity',
  description: 'Whether a finding stands in the way of publishing.',
  valuesConfig: {
    ERROR: { description: 'Blocks publishing.' },
    WARNING: { description: 'Does not block publishing.' },
  },
});

/** GraphQL's view of a finding about a flow. */
@ObjectType('FlowIssue', { description: 'A finding about a flow.' })
export class FlowIssueObject {
  @Field(() => String, { description: "For programs; the engine's issue code." })
  code!: string;

  @Field(() => IssueSeverityEnum, { description: 'Whether it blocks publishing.' })
  severity!: 'error' | 'warning';

  @Field(() => ID, { nullable: true, description: 'Of a finding across flows: the flow it is about.' })
  flowId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a finding across flows: the other flow, where there is one.' })
  otherFlowId!: string | null;

  @Field(() => String, { nullable: true, description: 'The node it is about.' })
  nodeId!: string | null;

  @Field(() => String, { nullable: true, description: 'The edge it is about.' })
  edgeId!: string | null;

  @Field(() => [String], { description: "Where in the node's config or in the document." })
  path!: string[];

  @Field(() => GraphQLJSON, { description: 'Values for a text of your own.' })
  params!: Readonly<Record<string, string | number>>;

  @Field(() => String, { description: "What is wrong, where, and how to mend it, in the reader's language." })
  message!: string;
}

/** GraphQL's view of a draft. Who saved it, issues and whether it differs from the live version are resolved in batches. */
@ObjectType('FlowDraft', {
  description: "The editable, autosaved document. Its issues are those of the server's check.",
})
export class FlowDraftObject {
  @Field(() => GraphQLJSON, { description: 'The flow document; may be incomplete.' })
  document!: unknown;

  @Field(() => Int, { description: 'Grows with every save; give it back when saving.' })
  revision!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  savedAt!: Date;

  flowId!: string;
  savedById!: string | null;
}

/** GraphQL's view of a flow. Draft, versions and state are resolved in batches. */
@ObjectType('Flow', { description: 'A named automation: a draft, and versions of which at most one is live.' })
export class FlowObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  name!: string;

  @Field(() => Int, { description: 'Its place in the running order, from 0.' })
  position!: number;

  @Field(() => Boolean, { description: 'True if later flows are not run for an event on which this one acted.' })
  stopOnMatch!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last renamed, moved, published or turned off.' })
  updatedAt!: Date;

  liveVersionId!: string | null;
  draft!: unknown;
  draftRevision!: number;
  draftSavedAt!: Date;
  draftSavedBy!: string | null;
}

/** GraphQL's view of a version. What it refers to is resolved in batches. */
@ObjectType('FlowVersion', { description: 'A published, immutable document of a flow.' })
export class FlowVersionObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Counts up from 1 in its flow.' })
  number!: number;

  @Field(() => GraphQLJSON, { description: 'The flow document.' })
  document!: unknown;

  @Field(() => String, { description: 'What its publisher wrote about it; may be empty.' })
  note!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt!: Date;

  flowId!: string;
  publishedBy!: string | null;
  rolledBackFrom!: string | null;
}

/** A page of flows. */
export const FlowConnection = countedConnectionClass('Flow', () => FlowObject);
/** A page of versions. */
export const FlowVersionConnection = connectionClass('FlowVersion', () => FlowVersionObject);

@ObjectType('FlowTest', { description: 'What a draft would do with a ticket; nothing is sent or stored.' })
export class FlowTestObject {
  @Field(() => GraphQLJSON, { description: 'The runs, as the engine traced them.' })
  runs!: unknown;

  @Field(() => GraphQLJSON, { description: 'Why the flow ran or did not, event by event.' })
  considerations!: unknown;

  @Field(() => GraphQLJSON, { description: 'What it asked for, in order.' })
  effects!: unknown;

  @Field(() => GraphQLJSON, { description: 'The given event and those its effects raised.' })
  events!: unknown;

  @Field(() => [String], { description: "What happened and why, in the reader's language." })
  sentences!: string[];
}

@ObjectType('References', {
  description: "Everything flows of this workspace may refer to; the engine's `References`.",
})
export class ReferencesObject {
  @Field(() => GraphQLJSON, { description: '[{id, name}] by name.' })
  queues!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name}] by name.' })
  teams!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name}] by name.' })
  agents!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name}] by name.' })
  skills!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name, type}] by name.' })
  channels!: unknown;

  @Field(() => GraphQLJSON, { description: '[{key, label, type, options}] by key.' })
  customFields!: unknown;

  @Field(() => GraphQLJSON, { description: '[{key, label, type, options}] by key.' })
  contactAttributes!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name}] by name.' })
  calendars!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name}] by name; secrets are never shown.' })
  credentials!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name}] by name.' })
  slaPolicies!: unknown;

  @Field(() => GraphQLJSON, { description: '[{id, name, isLive}] by name: flows another flow may start.' })
  flows!: unknown;

  @Field(() => [String], { description: 'Categories of recent tickets, at most 200.' })
  categories!: readonly string[];

  @Field(() => [String], { description: 'Tags of recent tickets, at most 200.' })
  tags!: readonly string[];
}
