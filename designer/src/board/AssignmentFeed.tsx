import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Ago } from '../words/Ago.tsx';
import { useAssignments } from './assignments.ts';

/** Which ticket went to whom, newest first, as it happens. */
export function AssignmentFeed() {
  const { t } = useTranslation();
  const { events, isLoading } = useAssignments();
  return (
    <section className="board-panel alur-card board-feed" aria-labelledby="board-feed">
      <Title order={2} id="board-feed" className="board-panel-title">
        {t('board.assignments')}
      </Title>
      {events.length === 0 ? (
        <Text size="sm" className="alur-faint">
          {isLoading ? t('common.loading') : t('board.noAssignments')}
        </Text>
      ) : (
        // Focusable, so that it scrolls by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1)
        <ol className="board-feed-list" tabIndex={0} aria-labelledby="board-feed">
          {events.map(({ id, at, ticket }) => (
            <li key={id}>
              <Link to="/tickets/$ticketNumber" params={{ ticketNumber: String(ticket.number) }} preload={false}>
                <span className="board-feed-ticket">
                  <span className="alur-number alur-faint">#{ticket.number}</span> {ticket.subject}
                </span>
                <span className="board-feed-agent">
                  {ticket.assignee && `→ ${ticket.assignee.name}`}
                  <span className="alur-faint">
                    <Ago at={at} />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
