import { Button, Text, Title } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shell/EmptyState.tsx';
import type { TicketsSearch } from '../shell/search-params.ts';
import { useNowMs } from '../words/now.ts';
import { fullTime, tickingText } from '../words/times.ts';
import { backlogShare, byNeed } from './board-figures.ts';
import type { QueueFigures } from './board-state.ts';
import { AT_RISK, BREACHED, IN_PROGRESS, WAITING } from './ticket-links.ts';
import { useSteadyOrder } from './use-steady-order.ts';

const COLUMNS = [
  'waiting',
  'backlog',
  'inProgress',
  'longestWait',
  'atRisk',
  'breached',
  'arrivals',
  'assigned',
] as const;

/** Up to so many queues stand in the workspace's own order; of more, those in need come first and the rest is folded. */
const FEW = 12;
const SHOWN_AT_FIRST = 10;

/** The queues; every number opens its tickets. */
export function QueueTable({ queues }: { readonly queues: readonly QueueFigures[] }) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const areMany = queues.length > FEW;
  const order = useSteadyOrder((areMany ? byNeed(queues) : queues).map(({ queue }) => queue.id));
  const byId = new Map(queues.map((figures) => [figures.queue.id, figures]));
  const arranged = order.flatMap((id) => byId.get(id) ?? []);
  const shown = areMany && !showsAll ? arranged.slice(0, SHOWN_AT_FIRST) : arranged;
  return (
    <section className="board-panel alur-card" aria-labelledby="board-queues">
      <Title order={2} id="board-queues" className="board-panel-title">
        {t('board.queues')}
      </Title>
      {queues.length === 0 ? (
        <EmptyState
          icon={<IconStack2 size={36} stroke={1.4} />}
          title={t('board.noQueues')}
          text={t('board.noQueuesText')}
        />
      ) : (
        <table className="board-queues alur-number">
          <thead>
            <tr>
              <th scope="col">{t('board.queue')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`board.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((figures) => (
              <QueueRow
                key={figures.queue.id}
                {...figures}
                queueId={figures.queue.id}
                name={figures.queue.name}
                limit={figures.queue.limit}
                isFallback={figures.queue.isFallback}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < queues.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setShowsAll(true)}>
          {t('board.showAllQueues', { count: queues.length })}
        </Button>
      )}
    </section>
  );
}

type RowProps = Omit<QueueFigures, 'queue'> & {
  readonly queueId: string;
  readonly name: string;
  readonly limit: number;
  readonly isFallback: boolean;
};

const QueueRow = memo(function QueueRow(row: RowProps) {
  const { t } = useTranslation();
  const waiting = { ...WAITING, queue: [row.queueId] };
  const label = (column: (typeof COLUMNS)[number]) => t(`board.column.${column}`);
  return (
    <tr>
      <th scope="row">
        <Link to="/tickets" search={{ queue: [row.queueId] }} className="board-queue-name">
          {row.name}
        </Link>
        {row.isFallback && (
          <Text component="span" size="xs" className="alur-faint" ml={6}>
            {t('board.fallback')}
          </Text>
        )}
      </th>
      <Cell label={label('waiting')}>
        <Count value={row.waiting} search={waiting} />
      </Cell>
      <Cell label={label('backlog')}>
        <Backlog waiting={row.waiting} limit={row.limit} />
      </Cell>
      <Cell label={label('inProgress')}>
        <Count value={row.inProgress} search={{ ...IN_PROGRESS, queue: [row.queueId] }} />
      </Cell>
      <Cell label={label('longestWait')}>
        {row.longestWaitingSince ? <Wait since={row.longestWaitingSince} /> : <span className="alur-faint">–</span>}
      </Cell>
      <Cell label={label('atRisk')}>
        <Count value={row.atRisk} search={{ ...AT_RISK, queue: [row.queueId] }} tone="warning" />
      </Cell>
      <Cell label={label('breached')}>
        <Count value={row.breached} search={{ ...BREACHED, queue: [row.queueId] }} tone="bad" />
      </Cell>
      <Cell label={label('arrivals')}>
        <Count value={row.arrivals} search={{ queue: [row.queueId] }} />
      </Cell>
      <Cell label={label('assigned')}>{row.assigned}</Cell>
    </tr>
  );
});

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <td>
      <span className="board-cell-label" aria-hidden>
        {label}
      </span>
      {children}
    </td>
  );
}

interface CountProps {
  readonly value: number;
  readonly search: TicketsSearch;
  readonly tone?: 'warning' | 'bad';
}

function Count({ value, search, tone }: CountProps) {
  return (
    <Link
      to="/tickets"
      search={search}
      className="board-count"
      data-tone={value > 0 ? tone : undefined}
      data-zero={value === 0 || undefined}
    >
      {value}
    </Link>
  );
}

function Wait({ since }: { readonly since: string }) {
  const { i18n } = useTranslation();
  const nowMs = useNowMs();
  const sinceMs = Date.parse(since);
  return (
    <time dateTime={since} title={fullTime(sinceMs, i18n.language)}>
      {tickingText(nowMs - sinceMs, i18n.language)}
    </time>
  );
}

function Backlog({ waiting, limit }: { readonly waiting: number; readonly limit: number }) {
  const { t } = useTranslation();
  const share = backlogShare(waiting, limit);
  if (limit <= 0) return <span className="alur-faint">{t('board.noLimit')}</span>;
  return (
    <span className="board-backlog" title={t('board.backlogText', { waiting, limit })}>
      <span className="board-bar" data-tone={share >= 1 ? 'bad' : share >= 0.8 ? 'warning' : undefined}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span>
        {Math.round((waiting / limit) * 100)}
        <span className="alur-faint">&thinsp;%</span>
      </span>
    </span>
  );
}
