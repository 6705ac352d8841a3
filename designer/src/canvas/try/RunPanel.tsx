import { type Step, TICKET_EVENT_TYPES } from '@alur/engine';
import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClock, IconPlayerStop, IconRepeat } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../../access/viewer.ts';
import type { RunQuery } from '../../graph/generated/graphql.ts';
import { showUserErrors } from '../../shell/notices.ts';
import { useAction } from '../../shell/use-action.ts';
import { shortTime } from '../../words/times.ts';
import { useDocument } from '../editor/editor-context.ts';
import { CancelRunDocument, StartingRunDocument } from '../flow-documents.ts';
import { useLightPath } from './light-run.ts';
import { litPath } from './lit-path.ts';
import { outcomeOf } from './run-outcome-of.ts';
import { StepTraces } from './StepTraces.tsx';
import { useRunParts } from './use-run-parts.ts';

export type KnownRun = NonNullable<RunQuery['run']>;

/** A run that happened, with what it did after each wait: its ticket, how it stands, and each step with what it saw. */
export function RunPanel({ run }: { readonly run: KnownRun }) {
  const { t, i18n } = useTranslation();
  const edges = useDocument(({ flow }) => flow.edges);
  const light = useLightPath();
  const parts = [run, ...useRunParts(run.continuationIds)].map((part) => ({ ...part, steps: stepsOf(part.steps) }));
  const last = parts.at(-1) ?? run;
  const show = () => light(litPath(parts, edges, last.waitsAt));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run, and again when it goes on
  useEffect(show, [run.id, parts.length, last.outcome]);
  const at = shortTime(Date.parse(run.at), i18n.language);
  const eventText = (type: string) => {
    const known = TICKET_EVENT_TYPES.find((each) => each === type);
    return known ? t(`canvas.event.${known}`) : t('canvas.run.byTime');
  };
  let first = 0;
  return (
    <Stack gap="sm">
      <div>
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => (
            <Link {...props} to="/tickets/$ticketNumber" params={{ ticketNumber: String(run.ticket.number) }} />
          )}
        >
          #{run.ticket.number} {run.ticket.subject}
        </Anchor>
        <Text size="xs" className="alur-faint">
          {t('canvas.try.runAt', { at, version: run.version.number })}
        </Text>
        <RunOrigin run={run} />
      </div>
      {parts.map((part, index) => {
        const from = first;
        first += part.steps.length;
        return (
          <div key={part.id} className="moment">
            {index > 0 && (
              <p className="moment-head">
                <IconClock size={14} aria-hidden />
                {t('canvas.run.wentOn', {
                  at: shortTime(Date.parse(part.at), i18n.language),
                  event: eventText(part.eventType),
                })}
              </p>
            )}
            <StepTraces steps={part.steps} first={from} />
          </div>
        );
      })}
      <RunState run={run} last={last} />
      <Button variant="default" size="xs" leftSection={<IconRepeat size={14} />} onClick={show}>
        {t('canvas.try.again')}
      </Button>
    </Stack>
  );
}

/** The API gives the engine's own steps back as it stored them. */
function stepsOf(json: unknown): readonly Step[] {
  return Array.isArray(json) ? (json as readonly Step[]) : [];
}

/** Where a run came from: another flow's run, or the run that waited before. */
function RunOrigin({ run }: { readonly run: KnownRun }) {
  const { t } = useTranslation();
  const { startedById, continuesId } = run;
  const { data } = useQuery(StartingRunDocument, { variables: { id: startedById ?? '' }, skip: startedById === null });
  const starter = data?.run;
  const link = (flowId: string, runId: string, text: string) => (
    <Anchor
      size="xs"
      renderRoot={(props) => <Link {...props} to="/flows/$flowId" params={{ flowId }} search={{ run: runId }} />}
    >
      {text}
    </Anchor>
  );
  if (starter) return link(starter.flow.id, starter.id, t('canvas.run.startedBy', { flow: starter.flow.name }));
  return continuesId === null ? null : link(run.flow.id, continuesId, t('canvas.run.continues'));
}

interface RunStateProps {
  readonly run: KnownRun;
  /** The run itself, or what it did last. */
  readonly last: Pick<KnownRun, 'outcome' | 'waitsUntil'>;
}

/** How a run ended, or what it waits for, with the button that calls it off. */
function RunState({ run, last: { outcome, waitsUntil } }: RunStateProps) {
  const { t, i18n } = useTranslation();
  const mayCancel = useHasRole('MANAGER');
  const [cancel, { loading }] = useAction(CancelRunDocument);
  const [isAsked, setIsAsked] = useState(false);
  const until = waitsUntil && shortTime(Date.parse(waitsUntil), i18n.language);
  const isWaiting = outcome === 'WAITING';
  const callOff = async () => {
    const { data } = await cancel({ variables: { input: { runId: run.id } }, refetchQueries: ['Run'] });
    setIsAsked(false);
    if (data && !showUserErrors(data.cancelRun.userErrors)) {
      notifications.show({ color: 'teal', message: t('canvas.run.cancelled') });
    }
  };
  return (
    <Alert
      p="xs"
      variant="light"
      color={{ DONE: 'teal', STOPPED: 'gray', FAILED: 'red', WAITING: 'blue', CANCELLED: 'gray' }[outcome]}
      icon={<IconClock size={16} />}
      data-testid="run-state"
    >
      <Text size="sm" fw={600}>
        {isWaiting && until ? t('canvas.run.waitsUntil', { at: until }) : t(`canvas.run.outcome.${outcomeOf(outcome)}`)}
      </Text>
      {isWaiting && mayCancel && !isAsked && (
        <Button
          mt={6}
          size="compact-xs"
          variant="default"
          leftSection={<IconPlayerStop size={13} />}
          onClick={() => setIsAsked(true)}
        >
          {t('canvas.run.cancel')}
        </Button>
      )}
      {isWaiting && isAsked && (
        <>
          <Text size="xs" mt={4}>
            {t('canvas.run.cancelText')}
          </Text>
          <Group gap={6} mt={6}>
            <Button size="compact-xs" color="red" loading={loading} onClick={() => void callOff()}>
              {t('canvas.run.cancelConfirm')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setIsAsked(false)}>
              {t('canvas.run.keep')}
            </Button>
          </Group>
        </>
      )}
    </Alert>
  );
}
