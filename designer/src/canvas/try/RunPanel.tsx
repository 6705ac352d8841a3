import type { Step } from '@alur/engine';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunQuery } from '../../graph/generated/graphql.ts';
import { shortTime } from '../../words/times.ts';
import { useLightRun } from './light-run.ts';
import { StepTraces } from './StepTraces.tsx';

export type KnownRun = NonNullable<RunQuery['run']>;

/** A run that happened: its ticket, and each step on the version it ran on. */
export function RunPanel({ run }: { readonly run: KnownRun }) {
  const { t, i18n } = useTranslation();
  const light = useLightRun();
  // The API gives the engine's own steps back as it stored them.
  const steps = Array.isArray(run.steps) ? (run.steps as readonly Step[]) : [];
  const show = () => light({ steps, edgeIds: run.edgeIds });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run
  useEffect(show, [run.id]);
  const at = shortTime(Date.parse(run.at), i18n.language);
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
      </div>
      <StepTraces steps={steps} />
      <Button variant="default" size="xs" leftSection={<IconRepeat size={14} />} onClick={show}>
        {t('canvas.try.again')}
      </Button>
    </Stack>
  );
}
