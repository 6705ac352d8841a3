import type { AuthCheckerInterface, ResolverData } from 'type-graphql';
import { hasRole, type Role } from '../access/actor.ts';
import type { Context } from './context.ts';
import { apiError } from './error-codes.ts';

/** Root fields that need no sign-in, by name; every other one declares a role by `@Authorized`. */
export const PUBLIC_FIELDS: readonly string[] = ['Query.viewer', 'Mutation.signIn', 'Mutation.signOut'];

/** Checks `@Authorized('role')` on HTTP and sockets alike. @throws UNAUTHENTICATED, FORBIDDEN */
export class Authorizer implements AuthCheckerInterface<Context, Role> {
  check({ context, info }: ResolverData<Context>, roles: Role[]): boolean {
    const { actor } = context;
    if (!actor) throw apiError('UNAUTHENTICATED', 'Sign in first, or send an API token.');
    const [least = 'admin'] = roles;
    if (!hasRole(actor.role, least))
      throw apiError(
        'FORBIDDEN',
        `${info.parentType.name}.${info.fieldName} needs the ${least} role; yours is ${actor.role}.`,
      );
    return true;
  }
}
