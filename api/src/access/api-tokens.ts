import { v7 as newId } from 'uuid';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import type { Actor, Role } from './actor.ts';
import { type ApiToken, ApiTokenEntity } from './api-token.entity.ts';
import { newTokenSecret } from './credential.ts';

export interface NewApiToken {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt?: Date | null;
}

/** Every API token of the workspace, newest first; revoked ones too. */
export function listApiTokens(app: App, actor: Actor): Promise<ApiToken[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(ApiTokenEntity, {}, { orderBy: { createdAt: 'desc', id: 'desc' } }),
  );
}

/** Makes a token. Its secret is given back this once and stored nowhere. @throws Refusal */
export async function createApiToken(
  app: App,
  actor: Actor,
  input: NewApiToken,
): Promise<{ token: ApiToken; secret: string }> {
  const check = new InputCheck();
  const name = check.text(input.name, 200, 'name');
  if (input.expiresAt && input.expiresAt.getTime() <= app.clock.nowMs())
    check.wrong('OUT_OF_RANGE', 'This moment is past. Give one to come, or none.', 'expiresAt');
  check.refuseIfWrong();
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    insertApiToken(em, {
      workspaceId: actor.workspaceId,
      name,
      role: input.role,
      expiresAt: input.expiresAt ?? null,
      createdBy: actor.kind === 'user' ? actor.id : null,
      createdAt: new Date(app.clock.nowMs()),
    }),
  );
}

/** Writes a token in the open transaction. */
export async function insertApiToken(
  em: EntityManager,
  token: Pick<ApiToken, 'workspaceId' | 'name' | 'role' | 'expiresAt' | 'createdBy' | 'createdAt'>,
): Promise<{ token: ApiToken; secret: string }> {
  const { value, prefix, hash } = newTokenSecret(token.workspaceId);
  const created = em.create(ApiTokenEntity, {
    ...token,
    id: newId(),
    prefix,
    tokenHash: hash,
    lastUsedAt: null,
    revokedAt: null,
  });
  await em.flush();
  return { token: created, secret: value };
}

/** Ends a token and its sockets; ending it again changes nothing. @throws NOT_FOUND */
export async function revokeApiToken(app: App, actor: Actor, id: string): Promise<ApiToken> {
  const token = await app.database.inWorkspace(actor.workspaceId, async (em) => {
    const found = isId(id) ? await em.findOne(ApiTokenEntity, { id }) : null;
    if (!found) throw notFound('API token');
    found.revokedAt ??= new Date(app.clock.nowMs());
    await em.flush();
    return found;
  });
  app.notices.publish({ workspaceId: actor.workspaceId, about: 'access', ids: [id] });
  return token;
}
