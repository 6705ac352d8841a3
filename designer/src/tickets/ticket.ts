import { useQuery, useSubscription } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { Locale, TicketFieldsFragment } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

export const TicketFieldsDocument = graphql(`
  fragment TicketFields on Ticket {
    id number subject status priority severity level category tags language sentiment customFields externalId
    createdAt updatedAt queuedAt assignedAt solvedAt closedAt firstOpenedAt surveyScore surveyComment
    channel { id name type }
    contact { id name email phone tags isVip language country city openTickets }
    team { id name }
    assignee { id name presence }
    queue { id name }
    sla { metric state isRunning dueAt sentence(locale: $locale) }
    messages(last: 100) {
      nodes { id author authorName visibility text createdAt }
      pageInfo { hasPreviousPage }
    }
    events(last: 100) {
      nodes { id sequence type at actorKind actorName data }
      pageInfo { hasPreviousPage }
    }
    why(locale: $locale) {
      kind at text details nodeId
      flow { id name }
      version { id number }
      agent { id name }
      run { id }
    }
    runs(first: 20) {
      nodes { id at outcome waitsUntil continuesId flow { id name } version { id number } }
    }
  }
`);

const TicketDocument = graphql(`
  query Ticket($number: Int!, $locale: Locale!) {
    ticketByNumber(number: $number) { ...TicketFields }
  }
`);

const TicketUpdatedDocument = graphql(`
  subscription TicketUpdated($id: ID!, $locale: Locale!) {
    ticketUpdated(id: $id) { ...TicketFields }
  }
`);

/** A ticket with everything its page shows. */
export type Ticket = TicketFieldsFragment;

/** The present language, as the API names it. */
export function useApiLocale(): Locale {
  return useTranslation().i18n.language === 'id' ? 'ID' : 'EN';
}

/** The ticket of a number, kept up to date while the page is open; null when there is none. */
export function useTicket(number: number) {
  const locale = useApiLocale();
  const { data, error, loading, refetch } = useQuery(TicketDocument, { variables: { number, locale } });
  const ticket = data?.ticketByNumber ?? null;
  // What arrives is the ticket itself, so the cache brings it to every reader of it.
  useSubscription(TicketUpdatedDocument, { variables: { id: ticket?.id ?? '', locale }, skip: ticket === null });
  return { ticket, error, isLoading: loading && !data, retry: () => void refetch() };
}
