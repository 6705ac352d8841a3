import { GraphQLDuration } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { durationText } from '../server/iso-duration.ts';
import type { DeclineReason } from './decline-reason.entity.ts';

/** GraphQL's view of a status. */
@ObjectType('PresenceStatus', { description: "A presence of the workspace's own making, as lunch or training." })
export class PresenceStatusObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => Boolean, { description: 'New tickets may be given meanwhile.' })
  allowsWork!: boolean;
}

/** GraphQL's view of a reason to decline. */
@ObjectType('DeclineReason', { description: 'Why an agent may decline a ticket that is offered.' })
export class DeclineReasonObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'After how long the ticket may be offered to the same agent again; null: never.',
  })
  offerAgainAfter!: string | null;
}

export function declineReasonToObject({ id, name, offerAgainAfterMs }: DeclineReason): DeclineReasonObject {
  return { id, name, offerAgainAfter: offerAgainAfterMs === null ? null : durationText(offerAgainAfterMs) };
}
