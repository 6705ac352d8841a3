import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import type { SkilledAgentsQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

const SkilledAgentsDocument = graphql(`
  query SkilledAgents($after: String) {
    agents(first: 100, after: $after) {
      nodes {
        id name presence location shiftCalendarId
        skills { level skill { id } }
        teams { id name }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** A person of the matrix and of the shifts. */
export type SkilledAgent = SkilledAgentsQuery['agents']['nodes'][number];

/** Everybody, page after page. `agents` is null until all are here. */
export function useAllAgents() {
  const client = useApolloClient();
  const [agents, setAgents] = useState<readonly SkilledAgent[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(async () => {
    setError(null);
    try {
      const all: SkilledAgent[] = [];
      let after: string | null = null;
      do {
        const page: SkilledAgentsQuery | undefined = (
          await client.query({ query: SkilledAgentsDocument, variables: { after }, fetchPolicy: 'network-only' })
        ).data;
        all.push(...(page?.agents.nodes ?? []));
        after = page?.agents.pageInfo.hasNextPage ? page.agents.pageInfo.endCursor : null;
      } while (after !== null);
      setAgents(all);
    } catch (failure) {
      setError(failure);
    }
  }, [client]);
  useEffect(() => void load(), [load]);
  return { agents, error, reload: load };
}
