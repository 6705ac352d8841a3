import { compileCalendar } from '@alur/engine';
import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/viewer.ts';
import type { StoredCalendar } from '../calendars/calendar-documents.ts';
import { draftOf as calendarOf } from '../calendars/calendar-draft.ts';
import { readFacts } from '../canvas/try/trial-facts.ts';
import type { StoredPolicy } from './policy-draft.ts';
import { policyReach } from './policy-reach.ts';
import { TicketFactsDocument } from './sla-documents.ts';

interface ReachNoteProps {
  readonly condition: unknown;
  /** Policies a ticket meets first. */
  readonly earlier: readonly StoredPolicy[];
  readonly calendars: readonly StoredCalendar[];
}

/** How many of the newest tickets are looked at. */
const LOOKED_AT = 100;
const SHOWN = 3;
const COUNT_AFTER_MS = 300;

/** How many of the newest tickets the policy would hold, with a few to open. */
export function ReachNote({ condition, earlier, calendars }: ReachNoteProps) {
  const { t } = useTranslation();
  const { workspace } = useViewer();
  const { data, error } = useQuery(TicketFactsDocument, {
    variables: { first: LOOKED_AT },
    fetchPolicy: 'cache-first',
  });
  const [settled] = useDebouncedValue(condition, COUNT_AFTER_MS);
  const tickets = useMemo(() => {
    const own = calendars.find(({ isDefault }) => isDefault)?.id;
    const clocks = new Map(calendars.map((each) => [each.id, compileCalendar(calendarOf(each))]));
    return data?.tickets.nodes.map((ticket) => ({
      ticket,
      input: {
        facts: readFacts(ticket.facts),
        nowMs: Date.now(),
        timeZone: workspace.timeZone,
        businessClock: (id: string | null) => clocks.get(id ?? own ?? ''),
      },
    }));
  }, [data, calendars, workspace.timeZone]);
  const before = useMemo(() => earlier.map((each) => each.condition ?? null), [earlier]);
  const reach = useMemo(() => tickets && policyReach(settled, before, tickets), [settled, before, tickets]);
  if (error && !data) return null;
  if (!tickets) return <Skeleton height={20} width={320} />;
  if (tickets.length === 0 || !reach) return null;
  return (
    <p className="policy-reach" role="status">
      <strong>{t('sla.reach', { held: reach.held.length, count: tickets.length })}</strong>{' '}
      {reach.takenBefore > 0 && t('sla.takenBefore', { count: reach.takenBefore })}{' '}
      {reach.held.slice(0, SHOWN).map((ticket) => (
        <Link
          key={ticket.id}
          className="forms-link"
          to="/tickets/$ticketNumber"
          params={{ ticketNumber: String(ticket.number) }}
        >
          #{ticket.number} {ticket.subject}
        </Link>
      ))}
    </p>
  );
}
