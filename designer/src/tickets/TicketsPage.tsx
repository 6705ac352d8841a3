import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconFileImport, IconPlus, IconRefresh, IconTicketOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { TicketFilters } from './TicketFilters.tsx';
import { TicketTable } from './TicketTable.tsx';
import { TicketsDocument, ticketListVariables } from './ticket-list.ts';
import { useNewTicketCount } from './use-new-ticket-count.ts';
import './tickets.css';

const NewTicketDialog = lazy(() => import('./NewTicketDialog.tsx').then((m) => ({ default: m.NewTicketDialog })));
const ImportDialog = lazy(() => import('../imports/ImportDialog.tsx').then((m) => ({ default: m.ImportDialog })));

const route = getRouteApi('/shell/tickets');

/** All tickets: search, filter, open; make one by hand, or bring many in from a file. */
export function TicketsPage() {
  const { t, i18n } = useTranslation();
  usePageTitle(t('tickets.title'));
  const search = route.useSearch();
  const [dialog, setDialog] = useState<'new' | 'import' | null>(null);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(TicketsDocument, {
    variables: ticketListVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const news = useNewTicketCount();
  const page = (data ?? previousData)?.tickets;
  const tickets = page?.edges.map(({ node }) => node) ?? [];
  const number = new Intl.NumberFormat(i18n.language);
  const refresh = () => {
    news.reset();
    void refetch();
  };
  const closeImport = () => {
    setDialog(null);
    refresh();
  };
  return (
    <div className="tickets-page">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" align="baseline">
          <Title order={1}>{t('tickets.title')}</Title>
          {page && (
            <Text className="alur-faint alur-number" size="sm" role="status">
              {t('tickets.count', { count: page.totalCount, total: number.format(page.totalCount) })}
            </Text>
          )}
        </Group>
        <PageActions onOpen={setDialog} />
      </Group>
      <TicketFilters />
      {news.count > 0 && (
        <Button variant="light" size="sm" leftSection={<IconRefresh size={16} aria-hidden />} onClick={refresh}>
          {t('tickets.arrived', { count: news.count })}
        </Button>
      )}
      <section className="alur-card tickets-list" aria-busy={loading} aria-label={t('tickets.title')}>
        {error && !page ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !page ? (
          <ListLoading />
        ) : tickets.length === 0 ? (
          <EmptyState
            icon={<IconTicketOff size={40} stroke={1.4} />}
            title={t('tickets.none')}
            text={t(Object.keys(search).length > 0 ? 'tickets.noneFound' : 'tickets.noneYet')}
          />
        ) : (
          <TicketTable tickets={tickets} />
        )}
      </section>
      {page?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}
          >
            {t('tickets.loadMore', { shown: number.format(tickets.length), total: number.format(page.totalCount) })}
          </Button>
        </Group>
      )}
      <Suspense>
        {dialog === 'new' && <NewTicketDialog onClose={() => setDialog(null)} />}
        {dialog === 'import' && <ImportDialog onClose={closeImport} />}
      </Suspense>
    </div>
  );
}

function PageActions({ onOpen }: { readonly onOpen: (dialog: 'new' | 'import') => void }) {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const isAgent = useHasRole('AGENT');
  return (
    <Group gap="xs">
      {isManager && (
        <Button
          variant="default"
          leftSection={<IconFileImport size={17} aria-hidden />}
          onClick={() => onOpen('import')}
        >
          {t('imports.open')}
        </Button>
      )}
      <Tooltip label={t('needsRole', { role: t('role.AGENT') })} disabled={isAgent}>
        <Button
          leftSection={<IconPlus size={17} aria-hidden />}
          {...(isAgent ? {} : { 'data-disabled': true, 'aria-disabled': true })}
          onClick={() => isAgent && onOpen('new')}
        >
          {t('tickets.new')}
        </Button>
      </Tooltip>
    </Group>
  );
}

function ListLoading() {
  return (
    <Stack gap="sm" p="md">
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
        <Skeleton key={key} height={36} />
      ))}
    </Stack>
  );
}
