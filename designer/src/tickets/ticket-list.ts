import type { TicketFilterInput, TicketOrderInput, TicketsQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import type { TicketsSearch } from '../shell/search-params.ts';

export const PAGE_SIZE = 50;

export const TicketsDocument = graphql(`
  query Tickets($first: Int!, $after: String, $search: String, $filter: TicketFilterInput, $orderBy: TicketOrderInput) {
    tickets(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
        node {
          id number subject status priority category createdAt
          contact { id name isVip }
          queue { id name }
          team { id name }
          assignee { id name }
          sla { metric state isRunning dueAt }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export type ListedTicket = TicketsQuery['tickets']['edges'][number]['node'];

/** The server's filter for what the page's address asks; null when it asks for everything. */
export function ticketFilter(search: TicketsSearch): TicketFilterInput | null {
  const { status, priority, queue, team, assignee, category, unassigned, sla, wait } = search;
  const filter: TicketFilterInput = {
    ...(status?.length ? { status } : {}),
    ...(priority?.length ? { priority } : {}),
    ...(queue?.length ? { queueIds: queue } : {}),
    ...(team?.length ? { teamIds: team } : {}),
    ...(assignee?.length ? { assigneeIds: assignee } : {}),
    ...(category?.length ? { category } : {}),
    ...(sla?.length ? { sla: { state: sla } } : {}),
    ...(wait?.length ? { wait } : {}),
    ...(unassigned === undefined ? {} : { isUnassigned: unassigned }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}

const ORDERS: Readonly<Record<NonNullable<TicketsSearch['sort']>, TicketOrderInput>> = {
  newest: { field: 'CREATED_AT', direction: 'DESC' },
  oldest: { field: 'CREATED_AT', direction: 'ASC' },
  updated: { field: 'UPDATED_AT', direction: 'DESC' },
  priority: { field: 'PRIORITY', direction: 'DESC' },
};

/** Everything the server needs to list what the page's address asks; the first page of it. */
export function ticketListVariables(search: TicketsSearch) {
  return {
    first: PAGE_SIZE,
    search: search.search?.trim() || null,
    filter: ticketFilter(search),
    orderBy: ORDERS[search.sort ?? 'newest'],
  };
}
