import { useQuery } from '@apollo/client/react';
import type { PresenceStatusesQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

export const PresenceStatusesDocument = graphql(`
  query PresenceStatuses {
    presenceStatuses { id name allowsWork }
  }
`);

/** A presence of the workspace's own making. */
export type PresenceStatus = PresenceStatusesQuery['presenceStatuses'][number];

const NONE: readonly PresenceStatus[] = [];

/** The workspace's own statuses by name; none while they load. */
export function usePresenceStatuses(): readonly PresenceStatus[] {
  const { data } = useQuery(PresenceStatusesDocument, { fetchPolicy: 'cache-first' });
  return data?.presenceStatuses ?? NONE;
}
