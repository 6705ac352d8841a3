import { useQuery } from '@apollo/client/react';
import { client } from '../graph/client.ts';
import type { Role, ViewerQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      user { id email name role locale agent { id name presence statusId } }
      workspace { id slug name timeZone isDemo }
    }
  }
`);

/** Who is signed in, and where. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Asks the server (or the cache, once known) who is signed in; null when nobody is. */
export async function loadViewer(): Promise<Viewer | null> {
  const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'cache-first' });
  return data?.viewer ?? null;
}

/** The viewer on pages behind sign-in, where the route has loaded it. */
export function useViewer(): Viewer {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' });
  if (!data?.viewer) throw new Error('useViewer needs a signed-in page');
  return data.viewer;
}

const RANK: Readonly<Record<Role, number>> = { VIEWER: 0, AGENT: 1, MANAGER: 2, ADMIN: 3 };

/** Whether `role` includes what `least` may do. */
export function hasRole(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

/** Whether the viewer has at least this role. */
export function useHasRole(least: Role): boolean {
  return hasRole(useViewer().user.role, least);
}
