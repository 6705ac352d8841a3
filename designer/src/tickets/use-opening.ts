import { useEffect, useRef } from 'react';
import { useHasRole, useViewer } from '../access/viewer.ts';
import { graphql } from '../graph/generated/index.ts';
import { useAction } from '../shell/use-action.ts';
import type { Ticket } from './ticket.ts';

const OpenTicketDocument = graphql(`
  mutation OpenTicket($input: OpenTicketInput!) {
    openTicket(input: $input) { ticket { id firstOpenedAt } userErrors { code message path } }
  }
`);

/** Tells the server when an agent looks at a ticket that none has opened before. */
export function useOpening({ id, firstOpenedAt }: Ticket): void {
  const isAgent = useHasRole('AGENT');
  const worksAsAgent = useViewer().user.agent !== null;
  const [open] = useAction(OpenTicketDocument);
  const told = useRef<string | null>(null);
  const isNew = isAgent && worksAsAgent && firstOpenedAt === null;
  useEffect(() => {
    if (!isNew || told.current === id) return;
    told.current = id;
    void open({ variables: { input: { id } } });
  }, [isNew, id, open]);
}
