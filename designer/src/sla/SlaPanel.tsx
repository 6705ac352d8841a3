import { SLA_METRIC_LABELS } from '@alur/engine';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../canvas/references/use-locale.ts';
import { capital } from '../words/capital.ts';
import { metricOf } from './policy-draft.ts';
import type { ShownClock } from './pressing-clock.ts';
import { SlaCountdown } from './SlaMark.tsx';

interface SlaPanelProps {
  readonly clocks: readonly (ShownClock & {
    /** How it stands and what it is held to. */
    readonly sentence: string;
  })[];
}

/** A ticket's targets: what each is held to, and how long is left. Nothing where nothing is promised. */
export function SlaPanel({ clocks }: SlaPanelProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (clocks.length === 0) return null;
  return (
    <section className="alur-card ticket-panel" aria-labelledby="ticket-sla">
      <Title order={2} id="ticket-sla">
        {t('sla.onTicket')}
      </Title>
      <ul className="sla-clocks">
        {clocks.map((clock) => (
          <li key={clock.metric}>
            <strong>{capital(SLA_METRIC_LABELS[metricOf(clock.metric)][locale])}</strong>
            <SlaCountdown clock={clock} />
            <small className="alur-faint">{clock.sentence}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
