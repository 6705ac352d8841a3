import { useSubscription } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { graphql } from '../graph/generated/index.ts';

const CreatedDocument = graphql(`
  subscription Created {
    ticketEvents(where: { types: ["created"] }) { cursor events { id } }
  }
`);

/** How many tickets came since the list was loaded. */
export function useNewTicketCount() {
  const [count, setCount] = useState(0);
  // The first message after each start tells of earlier events, which are no news.
  const known = useRef<Set<string> | null>(null);
  useSubscription(CreatedDocument, {
    fetchPolicy: 'no-cache',
    onData: ({ data: { data } }) => {
      const ids = data?.ticketEvents.events.map(({ id }) => id) ?? [];
      const before = known.current;
      known.current = new Set([...(before ?? []), ...ids]);
      if (before) setCount((last) => last + ids.filter((id) => !before.has(id)).length);
    },
  });
  const reset = useCallback(() => setCount(0), []);
  return { count, reset };
}
