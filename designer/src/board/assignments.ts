import { useSubscription } from '@apollo/client/react';
import { useMemo, useRef, useState } from 'react';
import type { AssignmentsSubscription } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import type { LiveContext } from '../graph/live-link.ts';

const AssignmentsDocument = graphql(`
  subscription Assignments($after: String) {
    ticketEvents(where: { types: ["assigned"] }, after: $after) {
      cursor
      events { id sequence at ticket { id number subject assignee { id name } } }
    }
  }
`);

export type AssignmentEvent = AssignmentsSubscription['ticketEvents']['events'][number];

const KEPT = 40;
/** Imported tickets bring the assignments of years ago into the log; those are no news. */
const RECENT_MS = 24 * 3_600_000;

/**
 * The latest assignments, newest first. After a lost connection it goes on from the cursor of its last message, so
 * that nothing between is missing.
 */
export function useAssignments() {
  const [events, setEvents] = useState<readonly AssignmentEvent[]>([]);
  const cursor = useRef<string | undefined>(undefined);
  const context = useMemo<LiveContext>(
    () => ({ resume: () => (cursor.current === undefined ? {} : { after: cursor.current }) }),
    [],
  );
  const { loading } = useSubscription(AssignmentsDocument, {
    fetchPolicy: 'no-cache',
    context,
    onData: ({ data: { data } }) => {
      if (!data) return;
      cursor.current = data.ticketEvents.cursor;
      const recent = data.ticketEvents.events.filter(({ at }) => Date.now() - Date.parse(at) < RECENT_MS);
      setEvents((last) => withNewEvents(last, recent, KEPT));
    },
  });
  return { events, isLoading: loading };
}

/** Puts a batch (oldest or newest first) before what is there: newest first, each once, at most `limit`. */
export function withNewEvents<E extends { readonly id: string; readonly sequence: string }>(
  last: readonly E[],
  batch: readonly E[],
  limit: number,
): readonly E[] {
  const known = new Set(last.map(({ id }) => id));
  const fresh = batch.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return last;
  return [...fresh, ...last].sort((a, b) => Number(b.sequence) - Number(a.sequence)).slice(0, limit);
}
