import { v7 as newId } from 'uuid';
import { AgentEntity } from '../agents/agent.entity.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { orTaken } from '../server/or-taken.ts';
import { refusal } from '../server/refusal.ts';
import type { Actor, Role } from './actor.ts';
import { hashPassword, PASSWORD_LENGTH } from './password.ts';
import { revokeSessionsOf } from './sessions.ts';
import { type User, UserEntity } from './user.entity.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly locale?: 'en' | 'id' | null;
  readonly agentId?: string | null;
}

export interface UserChange {
  readonly id: string;
  readonly name?: string | null;
  readonly role?: Role | null;
  readonly locale?: 'en' | 'id' | null;
  readonly isActive?: boolean | null;
  readonly password?: string | null;
  readonly agentId?: string | null;
}

/** Every user of the workspace by name. */
export function listUsers(app: App, actor: Actor): Promise<User[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(UserEntity, {}, { orderBy: { name: 'asc', id: 'asc' } }),
  );
}

/** Adds a user. @throws Refusal */
export async function createUser(app: App, actor: Actor, input: NewUser): Promise<User> {
  const check = new InputCheck();
  const email = check.text(input.email, 254, 'email').toLowerCase();
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email))
    check.wrong('INVALID', 'This is no e-mail address. Write it as name@example.org.', 'email');
  const name = check.text(input.name, 200, 'name');
  checkPassword(check, input.password);
  check.refuseIfWrong();
  const passwordHash = await hashPassword(input.password);
  return orTaken('Someone with this e-mail address is here already.', ['email'], () =>
    app.database.inWorkspace(actor.workspaceId, async (em) => {
      await checkAgent(em, input.agentId);
      const user = em.create(UserEntity, {
        id: newId(),
        workspaceId: actor.workspaceId,
        email,
        name,
        passwordHash,
        role: input.role,
        locale: input.locale ?? 'en',
        agentId: input.agentId ?? null,
        isActive: true,
        createdAt: new Date(app.clock.nowMs()),
      });
      await em.flush();
      return user;
    }),
  );
}

/**
 * Changes a user. A new password, or no longer being active, ends their sessions; so does a lesser or greater role,
 * whose sockets then connect anew with their new rights.
 *
 * @throws Refusal LAST_ADMIN if nobody could manage the workspace any more; NOT_FOUND
 */
export async function updateUser(app: App, actor: Actor, input: UserChange): Promise<User> {
  const check = new InputCheck();
  const name = check.optionalText(input.name, 200, 'name');
  if (input.password != null) checkPassword(check, input.password);
  check.refuseIfWrong();
  const passwordHash = input.password == null ? null : await hashPassword(input.password);
  const { user, ended } = await app.database.inWorkspace(actor.workspaceId, async (em) => {
    const found = isId(input.id) ? await em.findOne(UserEntity, { id: input.id }) : null;
    if (!found) throw notFound('user');
    await checkAgent(em, input.agentId);
    const losesAdmin =
      found.role === 'admin' && found.isActive && ((input.role ?? 'admin') !== 'admin' || input.isActive === false);
    if (losesAdmin && (await em.count(UserEntity, { role: 'admin', isActive: true })) <= 1)
      throw refusal(
        'LAST_ADMIN',
        'This is the only admin. Make someone else an admin first.',
        input.role ? 'role' : 'isActive',
      );
    const endsSessions =
      passwordHash !== null || input.isActive === false || (input.role != null && input.role !== found.role);
    if (name !== undefined) found.name = name;
    if (input.role != null) found.role = input.role;
    if (input.locale != null) found.locale = input.locale;
    if (input.isActive != null) found.isActive = input.isActive;
    if (input.agentId !== undefined) found.agentId = input.agentId;
    if (passwordHash !== null) found.passwordHash = passwordHash;
    await em.flush();
    return { user: found, ended: endsSessions ? await revokeSessionsOf(app, em, found.id) : [] };
  });
  app.notices.publish({ workspaceId: actor.workspaceId, about: 'access', ids: ended });
  return user;
}

function checkPassword(check: InputCheck, password: string): void {
  if (password.length < PASSWORD_LENGTH.least)
    check.wrong(
      'INVALID',
      `The password has ${password.length} characters; use at least ${PASSWORD_LENGTH.least}.`,
      'password',
    );
  if (password.length > PASSWORD_LENGTH.most)
    check.wrong('TOO_LONG', `The password has over ${PASSWORD_LENGTH.most} characters.`, 'password');
}

async function checkAgent(em: EntityManager, agentId: string | null | undefined): Promise<void> {
  if (agentId == null) return;
  if (!isId(agentId) || !(await em.findOne(AgentEntity, { id: agentId })))
    throw refusal('UNKNOWN_REFERENCE', 'There is no such agent in this workspace.', 'agentId');
}
