import type { Offer } from '@alur/engine';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const OfferStateEnum = {
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TIMED_OUT: 'timedOut',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, Offer['state']>;

registerEnumType(OfferStateEnum, {
  name: 'OfferState',
  description: 'What has become of an offer.',
  valuesConfig: {
    OFFERED: { description: 'Nobody has answered yet.' },
    ACCEPTED: { description: 'The ticket is theirs.' },
    DECLINED: { description: 'The agent said no, for a reason.' },
    TIMED_OUT: { description: 'The agent did not answer in time.' },
    WITHDRAWN: { description: 'The ticket was solved, moved on or assigned by a person meanwhile.' },
  },
});

/** GraphQL's view of an offer. Ticket, agent and queue are resolved in batches. */
@ObjectType('Offer', { description: 'A ticket held out to an agent, who may accept or decline it.' })
export class OfferObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => OfferStateEnum, { description: 'What has become of it.' })
  state!: Offer['state'];

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  offeredAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be answered.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null before.' })
  endedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Why it was declined, one of `declineReasons`; null otherwise.' })
  reasonId!: string | null;

  ticketId!: string;
  agentId!: string;
  queueId!: string;
}
