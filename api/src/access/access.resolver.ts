import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AgentObject } from '../agents/agent.object.ts';
import { agentById } from '../agents/agent-loaders.ts';
import type { App } from '../app.ts';
import { actorOf, type Context } from '../server/context.ts';
import { apiError } from '../server/error-codes.ts';
import { refusedOr } from '../server/refusal.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import { CreateApiTokenInput, CreateUserInput, SignInInput, UpdateUserInput } from './access.inputs.ts';
import {
  ApiTokenObject,
  ApiTokenPayload,
  CreateApiTokenPayload,
  SignInPayload,
  SignOutPayload,
  UserPayload,
} from './access.payloads.ts';
import type { Actor } from './actor.ts';
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens.ts';
import { noSessionCookie, sessionCookie } from './session-cookie.ts';
import { SESSION_LASTS_MS, signIn, signOut } from './sessions.ts';
import { UserEntity } from './user.entity.ts';
import { UserObject, ViewerObject } from './user.object.ts';
import { createUser, listUsers, updateUser } from './users.ts';

/** Signing in and out, users and API tokens. */
@Resolver()
export class AccessResolver {
  @Query(() => ViewerObject, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  async viewer(@Ctx() context: Context): Promise<ViewerObject | null> {
    return context.actor ? viewerOf(context.app, context.actor) : null;
  }

  @Authorized('admin')
  @Query(() => [UserObject], { description: 'Everyone who may or might sign in, by name.' })
  async users(@Ctx() context: Context): Promise<UserObject[]> {
    return listUsers(context.app, actorOf(context));
  }

  @Authorized('admin')
  @Query(() => [ApiTokenObject], { description: 'API tokens, newest first, revoked ones too.' })
  async apiTokens(@Ctx() context: Context): Promise<ApiTokenObject[]> {
    return listApiTokens(context.app, actorOf(context));
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session and sets its cookie. Over HTTP only.' })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who signs in.' }) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    const { app, http } = context;
    if (!http) throw apiError('BAD_USER_INPUT', 'Sign in over HTTP: a socket can not keep a cookie.');
    return refusedOr({ viewer: null }, async () => {
      const { actor, cookieValue } = await signIn(app, app.signInLimit, input, http.address);
      // The session of before, if any, is not taken over: what was planted before signing in is worth nothing after.
      if (context.actor) await signOut(app, context.actor);
      http.setHeader('set-cookie', sessionCookie(cookieValue, http.isSecure, SESSION_LASTS_MS));
      context.loaders.enter(actor.workspaceId);
      return { viewer: await viewerOf(app, actor) };
    });
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session, its cookie and its sockets.' })
  async signOut(@Ctx() { app, actor, http }: Context): Promise<SignOutPayload> {
    if (actor) await signOut(app, actor);
    http?.setHeader('set-cookie', noSessionCookie(http.isSecure));
    return { isSignedOut: true, userErrors: [] };
  }

  @Authorized('admin')
  @Mutation(() => UserPayload, { description: 'Lets a person in.' })
  async createUser(
    @Arg('input', () => CreateUserInput, { description: 'The person.' }) input: CreateUserInput,
    @Ctx() context: Context,
  ): Promise<UserPayload> {
    return refusedOr({ user: null }, async () => ({ user: await createUser(context.app, actorOf(context), input) }));
  }

  @Authorized('admin')
  @Mutation(() => UserPayload, { description: 'Changes a user.' })
  async updateUser(
    @Arg('input', () => UpdateUserInput, { description: 'What to change.' }) input: UpdateUserInput,
    @Ctx() context: Context,
  ): Promise<UserPayload> {
    return refusedOr({ user: null }, async () => ({ user: await updateUser(context.app, actorOf(context), input) }));
  }

  @Authorized('admin')
  @Mutation(() => CreateApiTokenPayload, { description: 'Makes a credential for an integration.' })
  async createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'The credential.' }) input: CreateApiTokenInput,
    @Ctx() context: Context,
  ): Promise<CreateApiTokenPayload> {
    return refusedOr({ token: null, secret: null }, () => createApiToken(context.app, actorOf(context), input));
  }

  @Authorized('admin')
  @Mutation(() => ApiTokenPayload, { description: 'Ends an API token and its sockets.' })
  async revokeApiToken(
    @Arg('id', () => ID, { description: 'The token.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ApiTokenPayload> {
    return refusedOr({ token: null }, async () => ({ token: await revokeApiToken(context.app, actorOf(context), id) }));
  }
}

/** The agent of a user. */
@Resolver(() => UserObject)
export class UserFieldsResolver {
  @FieldResolver(() => AgentObject, { nullable: true, description: 'The agent this person works as.' })
  agent(@Root() user: UserObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> | null {
    return user.agentId === null ? null : loaders.load(agentById, user.agentId);
  }
}

/** The person and workspace behind an actor; a token stands for itself. */
async function viewerOf(app: App, actor: Actor): Promise<ViewerObject> {
  return app.database.inWorkspace(actor.workspaceId, async (em) => {
    const workspace = await em.findOneOrFail(WorkspaceEntity, { id: actor.workspaceId });
    const user = actor.kind === 'user' ? await em.findOneOrFail(UserEntity, { id: actor.id }) : null;
    const { id, name, role, locale, agentId } = actor;
    const standIn = { id, name, role, locale, agentId, email: '', isActive: true, createdAt: workspace.createdAt };
    return { user: user ?? standIn, workspace };
  });
}
