import { Anchor, Box, Tabs } from '@mantine/core';
import { IconArrowLeft, IconTicketOff } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { PageLoading } from '../shell/PageLoading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { SlaPanel } from '../sla/SlaPanel.tsx';
import { Composer } from './Composer.tsx';
import { Conversation } from './Conversation.tsx';
import { History } from './History.tsx';
import { TicketDetails } from './TicketDetails.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import { type Ticket, useTicket } from './ticket.ts';
import { useTicketActions } from './ticket-actions.ts';
import { useOpening } from './use-opening.ts';
import { WhyPanel } from './WhyPanel.tsx';
import './ticket.css';

const route = getRouteApi('/shell/tickets/$ticketNumber');

/** One ticket: what was said, what happened, why it is where it is, and what an agent can do with it. */
export function TicketPage() {
  const { t } = useTranslation();
  const { ticketNumber } = route.useParams();
  const { ticket, error, isLoading, retry } = useTicket(Number(ticketNumber) || 0);
  usePageTitle(ticket ? `#${ticket.number} ${ticket.subject}` : `#${ticketNumber}`);
  if (isLoading) return <PageLoading />;
  if (error && !ticket) {
    return (
      <Box p="lg" maw={720}>
        <Failure error={error} onRetry={retry} />
      </Box>
    );
  }
  if (!ticket) {
    return (
      <EmptyState
        icon={<IconTicketOff size={40} stroke={1.4} />}
        title={t('tickets.missing', { number: ticketNumber })}
        text={t('tickets.missingText')}
      >
        <Anchor component={Link} to="/tickets">
          {t('tickets.all')}
        </Anchor>
      </EmptyState>
    );
  }
  return <TicketView key={ticket.id} ticket={ticket} />;
}

function TicketView({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const isAgent = useHasRole('AGENT');
  const actions = useTicketActions(ticket);
  useOpening(ticket);
  return (
    <article className="ticket-page">
      <Link to="/tickets" className="ticket-back">
        <IconArrowLeft size={16} aria-hidden /> {t('tickets.all')}
      </Link>
      <TicketHeader ticket={ticket} actions={actions} />
      <div className="ticket-columns">
        <aside className="ticket-why">
          <WhyPanel ticket={ticket} />
        </aside>
        <section className="ticket-main alur-card" aria-label={t('tickets.activity')}>
          <Tabs defaultValue="conversation">
            <Tabs.List px="sm">
              <Tabs.Tab value="conversation">{t('tickets.conversation')}</Tabs.Tab>
              <Tabs.Tab value="history">{t('tickets.history')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="conversation" p="md">
              <Conversation messages={ticket.messages} />
              {isAgent && <Composer actions={actions} isSettled={['SOLVED', 'CLOSED'].includes(ticket.status)} />}
            </Tabs.Panel>
            <Tabs.Panel value="history" p="md">
              <History events={ticket.events} />
            </Tabs.Panel>
          </Tabs>
        </section>
        <aside className="ticket-details">
          <SlaPanel clocks={ticket.sla} />
          <TicketDetails ticket={ticket} />
        </aside>
      </div>
    </article>
  );
}
