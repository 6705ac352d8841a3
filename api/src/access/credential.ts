import { createHash, randomBytes } from 'node:crypto';
import { stringify as formatId, validate as isId, parse as parseId } from 'uuid';

/** What a client shows to be let in: where to look it up, and the hash to look for. The secret itself is never stored. */
export interface Credential {
  readonly kind: 'session' | 'token';
  readonly workspaceId: string;
  /** SHA-256; enough for secrets of 256 random bits. */
  readonly hash: Buffer;
}

const SECRET_BYTES = 32;
const TOKEN_PREFIX = 'alur_';

/** A new session's cookie value, `<workspaceId>.<secret>`, and what to store of it. */
export function newSessionSecret(workspaceId: string): { readonly value: string; readonly hash: Buffer } {
  const secret = randomBytes(SECRET_BYTES);
  return { value: `${workspaceId}.${secret.toString('base64url')}`, hash: sha256(secret) };
}

/** A new API token, `alur_<workspace and secret>`; its prefix, to tell it from others; and what to store of it. */
export function newTokenSecret(workspaceId: string): { value: string; prefix: string; hash: Buffer } {
  const secret = randomBytes(SECRET_BYTES);
  const value = TOKEN_PREFIX + Buffer.concat([parseId(workspaceId), secret]).toString('base64url');
  // The first 16 bytes are the workspace: the characters after them differ between tokens.
  return { value, prefix: `${TOKEN_PREFIX}…${value.slice(-6)}`, hash: sha256(secret) };
}

/** Reads a session's cookie value; null if it is none. */
export function parseSession(value: string): Credential | null {
  const [workspaceId = '', secret = '', ...rest] = value.split('.');
  const bytes = Buffer.from(secret, 'base64url');
  if (rest.length > 0 || !isId(workspaceId) || bytes.length !== SECRET_BYTES) return null;
  return { kind: 'session', workspaceId, hash: sha256(bytes) };
}

/** Reads an `Authorization: Bearer` header; null if it holds no API token. */
export function parseBearer(header: string): Credential | null {
  const [, token] = /^Bearer +(alur_[A-Za-z0-9_-]+)$/i.exec(header.trim()) ?? [];
  if (!token) return null;
  const bytes = Buffer.from(token.slice(TOKEN_PREFIX.length), 'base64url');
  if (bytes.length !== 16 + SECRET_BYTES) return null;
  const workspaceId = formatId(bytes.subarray(0, 16));
  return { kind: 'token', workspaceId, hash: sha256(bytes.subarray(16)) };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
