import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { RunPartFragment } from '../../graph/generated/graphql.ts';
import { RunPartDocument } from '../flow-documents.ts';

const NONE: readonly RunPartFragment[] = [];

/** The runs of these ids in their order; none until they are loaded, and those left out that are gone. */
export function useRunParts(ids: readonly string[]): readonly RunPartFragment[] {
  const client = useApolloClient();
  const key = ids.join(' ');
  const [loaded, setLoaded] = useState({ key: '', parts: NONE });
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const asked = key.split(' ').filter(Boolean);
      const answers = await Promise.all(asked.map((id) => client.query({ query: RunPartDocument, variables: { id } })));
      const parts = answers.flatMap(({ data }) => (data?.run ? [data.run] : []));
      if (isCurrent) setLoaded({ key, parts });
    };
    // Where the server does not answer the run itself is shown without what followed.
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [key, client]);
  return loaded.key === key ? loaded.parts : NONE;
}
