/** One answer of the API over HTTP. */
export interface Answer<T> {
  readonly status: number;
  readonly data: T | null | undefined;
  readonly errors: readonly { message: string; extensions?: { code?: string } }[];
}

/** Sends one operation, signed in by a token if one is given. */
export async function ask<T = Record<string, unknown>>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  token?: string,
): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: T; errors?: Answer<T>['errors'] };
  return { status: response.status, data: body.data, errors: body.errors ?? [] };
}

/** The same, for a caller that expects success: throws on errors. */
export async function askOrThrow<T = Record<string, unknown>>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  token: string,
): Promise<T> {
  const answer = await ask<T>(url, query, variables, token);
  if (answer.errors.length > 0 || !answer.data) throw new Error(JSON.stringify(answer));
  return answer.data;
}
