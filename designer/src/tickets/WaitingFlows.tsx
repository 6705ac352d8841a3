import { Button } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { CancelRunDocument } from '../canvas/flow-documents.ts';
import { showDone, showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { shortTime } from '../words/times.ts';
import type { Ticket } from './ticket.ts';

type KnownRun = Ticket['runs']['nodes'][number];

/** Flows that will go on with the ticket, and until when they wait; a manager may call them off. */
export function WaitingFlows({ runs }: { readonly runs: readonly KnownRun[] }) {
  const { t, i18n } = useTranslation();
  const mayCallOff = useHasRole('MANAGER');
  const [cancel, { loading }] = useAction(CancelRunDocument);
  const waiting = runs.filter(({ outcome }) => outcome === 'WAITING');
  if (waiting.length === 0) return null;
  const callOff = async ({ id, flow }: KnownRun) => {
    const { data } = await cancel({ variables: { input: { runId: id } }, refetchQueries: ['Ticket'] });
    if (data && !showUserErrors(data.cancelRun.userErrors)) showDone(t('tickets.why.calledOff', { flow: flow.name }));
  };
  return (
    <ul className="ticket-waiting" data-testid="waiting-flows">
      {waiting.map((run) => {
        const { id, flow, waitsUntil, continuesId } = run;
        return (
          <li key={id}>
            <IconClockPause size={18} aria-hidden />
            <span>
              <Link to="/flows/$flowId" params={{ flowId: flow.id }} search={{ run: continuesId ?? id }}>
                {waitsUntil
                  ? t('tickets.why.waits', { flow: flow.name, at: shortTime(Date.parse(waitsUntil), i18n.language) })
                  : t('tickets.why.waitsForEver', { flow: flow.name })}
              </Link>
            </span>
            {mayCallOff && (
              <Button
                size="compact-xs"
                variant="default"
                loading={loading}
                aria-label={t('tickets.why.callOffOf', { flow: flow.name })}
                onClick={() => void callOff(run)}
              >
                {t('tickets.why.callOff')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
