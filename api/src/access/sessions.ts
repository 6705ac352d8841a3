import { v7 as newId } from 'uuid';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { apiError } from '../server/error-codes.ts';
import { refusal } from '../server/refusal.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import type { Actor } from './actor.ts';
import { newSessionSecret } from './credential.ts';
import { isPassword } from './password.ts';
import { SessionEntity } from './session.entity.ts';
import type { SignInLimit } from './sign-in-limit.ts';
import { UserEntity } from './user.entity.ts';

/** How long a session lasts, in milliseconds. */
export const SESSION_LASTS_MS = 30 * 24 * 60 * 60 * 1000;

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** The workspace's slug; needed where there are several. */
  readonly workspace?: string | null;
}

/** A new session: who it is, and the cookie value that proves it. */
export interface SignedIn {
  readonly actor: Actor;
  readonly cookieValue: string;
}

/**
 * Checks e-mail and password and opens a session.
 *
 * @param address where the request came from; failures are limited by it.
 * @throws Refusal WORKSPACE_NEEDED, WRONG_CREDENTIALS (never tells which part was wrong)
 * @throws RATE_LIMITED after too many failures
 */
export async function signIn(app: App, limit: SignInLimit, input: SignIn, address: string): Promise<SignedIn> {
  const retryAfterMs = limit.retryAfterMs(address);
  if (retryAfterMs > 0)
    throw apiError('RATE_LIMITED', `Too many failed sign-ins. Try again in ${Math.ceil(retryAfterMs / 1000)} s.`, {
      retryAfterSeconds: Math.ceil(retryAfterMs / 1000),
    });
  const workspaceId = await workspaceOf(app, input.workspace ?? null);
  const user =
    workspaceId === null ? null : await app.database.inWorkspace(workspaceId, (em) => findUser(em, input.email));
  // The password is checked whatever was found, so that the time taken does not tell who exists.
  const isRight = await isPassword(input.password, user?.passwordHash ?? null);
  if (!user?.isActive || !isRight) {
    limit.failed(address);
    throw refusal('WRONG_CREDENTIALS', 'E-mail or password is wrong. Check both and try again.');
  }
  return openSession(app, user.workspaceId, user.id);
}

/** Opens a session for a user whose identity is proven. */
async function openSession(app: App, workspaceId: string, userId: string): Promise<SignedIn> {
  const { value, hash } = newSessionSecret(workspaceId);
  const now = app.clock.nowMs();
  const id = newId();
  const user = await app.database.inWorkspace(workspaceId, async (em) => {
    const found = await em.findOneOrFail(UserEntity, { id: userId });
    em.create(SessionEntity, {
      id,
      workspaceId,
      userId,
      tokenHash: hash,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + SESSION_LASTS_MS),
      revokedAt: null,
    });
    await em.flush();
    return found;
  });
  const { name, role, agentId, locale } = user;
  const actor: Actor = { workspaceId, kind: 'user', id: userId, name, role, agentId, locale, credentialId: id };
  return { actor, cookieValue: value };
}

/** Ends the actor's session, and its sockets. Does nothing for API tokens, which are revoked instead. */
export async function signOut(app: App, actor: Actor): Promise<void> {
  if (actor.kind !== 'user') return;
  await app.database.inWorkspace(actor.workspaceId, (em) =>
    em.nativeUpdate(SessionEntity, { id: actor.credentialId, revokedAt: null }, { revokedAt: now(app) }),
  );
  app.notices.publish({ workspaceId: actor.workspaceId, about: 'access', ids: [actor.credentialId] });
}

/** Ends every session of a user, in the open transaction. @returns their ids, to publish after the commit. */
export async function revokeSessionsOf(app: App, em: EntityManager, userId: string): Promise<string[]> {
  const sessions = await em.find(SessionEntity, { userId, revokedAt: null });
  for (const session of sessions) session.revokedAt = now(app);
  await em.flush();
  return sessions.map(({ id }) => id);
}

/** A user by e-mail, whatever its case. */
export async function findUser(em: EntityManager, email: string) {
  const [row] = await em.execute<{ id: string }[]>('select id from user_account where lower(email) = lower(?)', [
    email.trim(),
  ]);
  return row ? em.findOne(UserEntity, { id: row.id }) : null;
}

/** The workspace meant: by slug, or the only one. Null if the slug is unknown. @throws Refusal WORKSPACE_NEEDED */
async function workspaceOf(app: App, slug: string | null): Promise<string | null> {
  return app.database.inDirectory(async (em) => {
    if (slug) return (await em.findOne(WorkspaceEntity, { slug: slug.trim().toLowerCase() }))?.id ?? null;
    const [first, second] = await em.find(WorkspaceEntity, {}, { limit: 2 });
    if (second)
      throw refusal('WORKSPACE_NEEDED', 'There are several workspaces here. Give the name of yours.', 'workspace');
    return first?.id ?? null;
  });
}

function now(app: App): Date {
  return new Date(app.clock.nowMs());
}
