import type { ApolloCache } from '@apollo/client';

/** Drops what the cache knows of a flow's history, so that whoever shows it asks again. */
export function forgetVersions(cache: ApolloCache, flowId: string): void {
  const id = cache.identify({ __typename: 'Flow', id: flowId });
  if (id) cache.evict({ id, fieldName: 'versions' });
}
