import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { NIL } from 'uuid';
import { type Actor, hasRole } from '../access/actor.ts';
import { AgentObject } from '../agents/agent.object.ts';
import { agentById } from '../agents/agent-loaders.ts';
import { LiveSource, type StateTopic } from '../live/live-topic.ts';
import { QueueObject } from '../queues/queue.object.ts';
import { queueById } from '../queues/queue-loaders.ts';
import { queueToObject } from '../queues/queue-to-object.ts';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { ticketById } from '../tickets/ticket-loaders.ts';
import { acceptOffer, declineOffer, listOffers } from './answer-offer.ts';
import { OfferObject } from './offer.object.ts';

@InputType({ description: 'An offer to accept.' })
class AcceptOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  id!: string;
}

@InputType({ description: 'An offer to decline.' })
class DeclineOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  id!: string;

  @Field(() => ID, { description: 'Why: one of `declineReasons`.' })
  reasonId!: string;
}

@ObjectType({ description: 'What came of an answer to an offer.' })
class OfferPayload {
  @Field(() => OfferObject, { nullable: true, description: 'The offer as it is now.' })
  offer!: OfferObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** What is held out to one agent, or to all for null, read anew after every change of tickets. */
function offersTo(agentId: string | null): StateTopic<readonly OfferObject[]> {
  return {
    kind: 'state',
    intervalMs: 200,
    refreshMs: 5_000,
    concerns: ({ about }) => about === 'tickets',
    async load(app, { workspaceId }) {
      const root = await listOffers(app, workspaceId, agentId);
      return { root, fingerprint: JSON.stringify(root.map(({ id }) => id)) };
    },
  };
}

/** Tickets held out to agents. */
@Resolver()
export class OfferResolver {
  @Authorized('agent')
  @Query(() => [OfferObject], {
    description:
      "Offers nobody has answered yet, those that end first before: the viewer's own; for managers all. At most 500.",
  })
  async offers(@Ctx() context: Context): Promise<readonly OfferObject[]> {
    const actor = actorOf(context);
    return listOffers(context.app, actor.workspaceId, scopeOf(actor));
  }

  @Authorized('agent')
  @Mutation(() => OfferPayload, { description: 'Takes a ticket that is offered to the viewer.' })
  async acceptOffer(
    @Arg('input', () => AcceptOfferInput, { description: 'Which.' }) { id }: AcceptOfferInput,
    @Ctx() context: Context,
  ): Promise<OfferPayload> {
    return refusedOr({ offer: null }, async () => ({ offer: await acceptOffer(context.app, actorOf(context), id) }));
  }

  @Authorized('agent')
  @Mutation(() => OfferPayload, { description: 'Declines a ticket that is offered to the viewer.' })
  async declineOffer(
    @Arg('input', () => DeclineOfferInput, { description: 'Which, and why.' }) { id, reasonId }: DeclineOfferInput,
    @Ctx() context: Context,
  ): Promise<OfferPayload> {
    return refusedOr({ offer: null }, async () => ({
      offer: await declineOffer(context.app, actorOf(context), id, reasonId),
    }));
  }

  @Authorized('agent')
  @Subscription(() => [OfferObject], {
    name: 'offers',
    description: 'As the query: all of them at once, then all again after changes.',
    subscribe: ({ context }: { context: Context }) => {
      const scope = scopeOf(actorOf(context));
      return new LiveSource(`offers ${scope ?? 'of all'}`, offersTo(scope));
    },
  })
  liveOffers(@Root() root: readonly OfferObject[]): readonly OfferObject[] {
    return root;
  }
}

/** Whose offers an actor sees: null for all. */
function scopeOf({ role, agentId }: Actor): string | null {
  return hasRole(role, 'manager') ? null : (agentId ?? NIL);
}

/** The things an offer is about. */
@Resolver(() => OfferObject)
export class OfferFieldsResolver {
  @FieldResolver(() => TicketObject, { nullable: true, description: 'The ticket, as it is now.' })
  async ticket(@Root() { ticketId }: OfferObject, @Ctx() { loaders }: Context): Promise<TicketObject | null> {
    return loaders.load(ticketById, ticketId);
  }

  @FieldResolver(() => AgentObject, { nullable: true, description: 'Whom it is held out to.' })
  async agent(@Root() { agentId }: OfferObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> {
    return loaders.load(agentById, agentId);
  }

  @FieldResolver(() => QueueObject, { nullable: true, description: 'The queue the ticket waits in.' })
  async queue(@Root() { queueId }: OfferObject, @Ctx() { loaders }: Context): Promise<QueueObject | null> {
    const queue = await loaders.load(queueById, queueId);
    return queue ? queueToObject(queue) : null;
  }
}
