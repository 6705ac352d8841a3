import { client, renewSession } from '../graph/client.ts';
import type { SignInInput, SignInMutation } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer { user { id locale } }
      userErrors { code message path }
    }
  }
`);

/** What went wrong, as a key under `access` in the words; the server's codes are mapped here. */
export type SignInProblem = 'invalid' | 'workspaceNeeded' | 'tooMany';

const PROBLEM_OF_CODE: Readonly<Record<string, SignInProblem>> = {
  WORKSPACE_NEEDED: 'workspaceNeeded',
  WORKSPACE_REQUIRED: 'workspaceNeeded',
  RATE_LIMITED: 'tooMany',
};

type SignedIn = NonNullable<SignInMutation['signIn']['viewer']>;

/** Signs in and forgets what the last session had loaded. Throws only when the request itself fails. */
export async function signIn(input: SignInInput): Promise<{ viewer: SignedIn } | { problem: SignInProblem }> {
  const { data } = await client.mutate({ mutation: SignInDocument, variables: { input } });
  const payload = data?.signIn;
  if (!payload?.viewer) return { problem: signInProblem(payload?.userErrors ?? []) };
  await renewSession();
  return { viewer: payload.viewer };
}

/** The first problem that says more than "does not match". */
export function signInProblem(
  userErrors: readonly { readonly code: string; readonly path: readonly string[] }[],
): SignInProblem {
  for (const { code, path } of userErrors) {
    const problem = PROBLEM_OF_CODE[code] ?? (path.includes('workspace') ? 'workspaceNeeded' : undefined);
    if (problem) return problem;
  }
  return 'invalid';
}

/** Where to go after signing in: only a path within this app, never another site. */
export function safeReturnPath(returnTo: string | undefined): string {
  if (!returnTo?.startsWith('/') || /^\/[/\\]/.test(returnTo) || returnTo.startsWith('/sign-in')) return '/flows';
  return returnTo;
}
