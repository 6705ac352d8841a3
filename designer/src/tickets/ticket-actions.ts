import type { AssignTicketInput, MessageVisibility, Priority, Status } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { type Ticket, useApiLocale } from './ticket.ts';

const UpdateTicketDocument = graphql(`
  mutation UpdateTicket($input: UpdateTicketInput!, $locale: Locale!) {
    updateTicket(input: $input) {
      ticket { ...TicketFields }
      userErrors { code message path }
    }
  }
`);

const AssignTicketDocument = graphql(`
  mutation AssignTicket($input: AssignTicketInput!, $locale: Locale!) {
    assignTicket(input: $input) {
      ticket { ...TicketFields }
      userErrors { code message path }
    }
  }
`);

const AddMessageDocument = graphql(`
  mutation AddMessage($input: AddMessageInput!, $locale: Locale!) {
    addMessage(input: $input) {
      ticket { ...TicketFields }
      userErrors { code message path }
    }
  }
`);

export interface TicketChange {
  readonly status?: Status;
  readonly priority?: Priority;
}

/** What an agent can do with a ticket. Every call answers whether it was done, and has shown why if not. */
export function useTicketActions(ticket: Ticket) {
  const locale = useApiLocale();
  const [update, updating] = useAction(UpdateTicketDocument);
  const [assign, assigning] = useAction(AssignTicketDocument);
  const [add, adding] = useAction(AddMessageDocument);
  const { id } = ticket;

  return {
    isBusy: updating.loading || assigning.loading || adding.loading,
    change: async (change: TicketChange): Promise<boolean> => {
      const { data } = await update({
        variables: { input: { id, ...change }, locale },
        // Shown at once; the answer replaces it, and a refusal takes it back.
        optimisticResponse: { updateTicket: { ticket: { ...ticket, ...change }, userErrors: [] } },
      });
      return data ? !showUserErrors(data.updateTicket.userErrors) : false;
    },
    assign: async (target: Omit<AssignTicketInput, 'id'>): Promise<boolean> => {
      const { data } = await assign({ variables: { input: { id, ...target }, locale } });
      return data ? !showUserErrors(data.assignTicket.userErrors) : false;
    },
    addMessage: async (text: string, visibility: MessageVisibility): Promise<boolean> => {
      const { data } = await add({ variables: { input: { ticketId: id, text, visibility, author: 'AGENT' }, locale } });
      return data ? !showUserErrors(data.addMessage.userErrors) : false;
    },
  };
}

export type TicketActions = ReturnType<typeof useTicketActions>;
