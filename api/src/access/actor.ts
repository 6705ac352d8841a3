/** Roles, least to most. Each may do what those before it may. */
export const ROLES = ['viewer', 'agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: a signed-in user, an API token, or Alur itself (replay, start-up). Always within one workspace. */
export interface Actor {
  readonly workspaceId: string;
  readonly kind: 'user' | 'token' | 'system';
  /** Id of the user or token. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The agent this user works as. */
  readonly agentId: string | null;
  readonly locale: 'en' | 'id';
  /** Id of the session or token, for revocation. */
  readonly credentialId: string;
}

/** True if `role` may do what needs `least`. */
export function hasRole(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
