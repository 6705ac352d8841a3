import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { connectionClass, ForwardPageArgs } from '../server/connection.ts';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { ticketById } from '../tickets/ticket-loaders.ts';
import { listNotifications, readNotification } from './notification-list.ts';

@ObjectType('Notification', { description: "A line in a user's in-app notices." })
export class NotificationObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was sent.' })
  at!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was read; null before.' })
  readAt!: Date | null;

  ticketId!: string | null;
}

const NotificationConnection = connectionClass('Notification', () => NotificationObject);

@ObjectType({ description: 'What came of reading a notice.' })
class NotificationPayload {
  @Field(() => NotificationObject, { nullable: true, description: 'The notice as it is now.' })
  notification!: NotificationObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** In-app notices. */
@Resolver()
export class NotificationResolver {
  @Authorized('viewer')
  @Query(() => NotificationConnection, { description: "The viewer's own notices, newest first." })
  async notifications(@Args(() => ForwardPageArgs) args: ForwardPageArgs, @Ctx() context: Context) {
    return listNotifications(context.app, actorOf(context), args);
  }

  @Authorized('viewer')
  @Mutation(() => NotificationPayload, { description: "Marks one of the viewer's own notices as read." })
  async readNotification(
    @Arg('id', () => ID, { description: 'The notice.' }) id: string,
    @Ctx() context: Context,
  ): Promise<NotificationPayload> {
    return refusedOr({ notification: null }, async () => ({
      notification: await readNotification(context.app, actorOf(context), id),
    }));
  }
}

@Resolver(() => NotificationObject)
export class NotificationFieldsResolver {
  @FieldResolver(() => TicketObject, {
    nullable: true,
    description: 'What it is about; null if it is about no ticket.',
  })
  async ticket(@Root() { ticketId }: NotificationObject, @Ctx() { loaders }: Context): Promise<TicketObject | null> {
    return ticketId === null ? null : loaders.load(ticketById, ticketId);
  }
}
