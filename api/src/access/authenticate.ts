import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import type { Actor } from './actor.ts';
import { ApiTokenEntity } from './api-token.entity.ts';
import { type Credential, parseBearer, parseSession } from './credential.ts';
import { SessionEntity } from './session.entity.ts';
import { readSessionCookie } from './session-cookie.ts';
import { UserEntity } from './user.entity.ts';

/** How long an answer is believed without looking again. Revocations in this process are heard at once. */
const BELIEVED_MS = 2_000;
const MOST_REMEMBERED = 5_000;
/** How exact "last used" is; each update is a write. */
const SEEN_EVERY_MS = 60_000;

/** What a request shows of itself. */
export interface Shown {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  /** True over https and on this computer. */
  readonly isSecure: boolean;
}

/** Finds out who asks. */
export interface Authenticator {
  /** The actor, or null if nothing valid is shown. A bearer token that is shown counts alone: a cookie never mends it. */
  authenticate(shown: Shown): Promise<Actor | null>;
  /** Of these credentials of a workspace, those that no longer let anyone in. Looks in the database. */
  findEnded(workspaceId: string, credentialIds: readonly string[]): Promise<string[]>;
  close(): void;
}

export function createAuthenticator(app: Pick<App, 'database' | 'clock' | 'notices'>): Authenticator {
  const remembered = new Map<string, { actor: Actor | null; atMs: number }>();
  const unsubscribe = app.notices.subscribe(({ about }) => {
    if (about === 'access') remembered.clear();
  });

  const lookUp = async (credential: Credential): Promise<Actor | null> => {
    const key = credential.kind + credential.workspaceId + credential.hash.toString('base64');
    const nowMs = app.clock.nowMs();
    const known = remembered.get(key);
    if (known && nowMs - known.atMs < BELIEVED_MS) return known.actor;
    const now = new Date(nowMs);
    const actor = await app.database.inWorkspace(credential.workspaceId, (em) =>
      credential.kind === 'session' ? sessionActor(em, credential, now) : tokenActor(em, credential, now),
    );
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, { actor, atMs: nowMs });
    return actor;
  };

  return {
    async authenticate({ authorization, cookie, isSecure }) {
      if (authorization) {
        const credential = parseBearer(authorization);
        return credential && lookUp(credential);
      }
      const value = readSessionCookie(cookie, isSecure);
      const credential = value === null ? null : parseSession(value);
      return credential && lookUp(credential);
    },
    async findEnded(workspaceId, credentialIds) {
      const rows = await app.database.inWorkspace(workspaceId, (em) =>
        em.execute<{ id: string }[]>(
          `select s.id from session s join user_account u on u.workspace_id = s.workspace_id and u.id = s.user_id
           where s.id = any(?) and s.revoked_at is null and s.expires_at > ? and u.is_active
           union all
           select id from api_token where id = any(?) and revoked_at is null and (expires_at is null or expires_at > ?)`,
          [
            arrayText(credentialIds),
            new Date(app.clock.nowMs()),
            arrayText(credentialIds),
            new Date(app.clock.nowMs()),
          ],
        ),
      );
      const valid = new Set(rows.map(({ id }) => id));
      return credentialIds.filter((id) => !valid.has(id));
    },
    close: unsubscribe,
  };
}

async function sessionActor(em: EntityManager, { workspaceId, hash }: Credential, now: Date): Promise<Actor | null> {
  const session = await em.findOne(SessionEntity, { tokenHash: hash });
  if (!session || session.revokedAt || session.expiresAt <= now) return null;
  const user = await em.findOne(UserEntity, { id: session.userId });
  if (!user?.isActive) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    session.lastSeenAt = now;
    await em.flush();
  }
  const { id, name, role, agentId, locale } = user;
  return { workspaceId, kind: 'user', id, name, role, agentId, locale, credentialId: session.id };
}

async function tokenActor(em: EntityManager, { workspaceId, hash }: Credential, now: Date): Promise<Actor | null> {
  const token = await em.findOne(ApiTokenEntity, { tokenHash: hash });
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt <= now)) return null;
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > SEEN_EVERY_MS) {
    token.lastUsedAt = now;
    await em.flush();
  }
  const { id, name, role } = token;
  return { workspaceId, kind: 'token', id, name, role, agentId: null, locale: 'en', credentialId: id };
}

function arrayText(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}
