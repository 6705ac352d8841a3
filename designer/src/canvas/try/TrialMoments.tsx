import { explainBriefly, namesOf, type PlayedMoment, type Transcript } from '@alur/engine';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../words/times.ts';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import type { Trial } from './play-trial.ts';
import { StepTraces } from './StepTraces.tsx';
import { TRIED_FLOW } from './trial-event.ts';

interface TrialMomentsProps {
  readonly trial: Trial;
  readonly transcript: Transcript;
}

/** What happened in a trial, moment by moment under its virtual clock. */
export function TrialMoments({ trial, transcript }: TrialMomentsProps) {
  const { t } = useTranslation();
  const { moments } = transcript;
  const runs = moments.flatMap(({ outcome }) => outcome.runs);
  const isQuiet = runs.length === 0;
  let first = 0;
  return (
    <section aria-label={t('canvas.try.steps')}>
      {!isQuiet && (
        <Text fw={600} size="sm" mb={8}>
          {t(runs.some(({ acted }) => acted) ? 'canvas.try.acted' : 'canvas.try.actedNot')}
        </Text>
      )}
      {moments.map((moment, index) => {
        const from = first;
        for (const { flowId, steps } of moment.outcome.runs) if (flowId === TRIED_FLOW) first += steps.length;
        return (
          <Moment
            // biome-ignore lint/suspicious/noArrayIndexKey: moments of a trial never change their order
            key={index}
            moment={moment}
            trial={trial}
            isHeaded={moments.length > 1}
            firstStep={from}
          />
        );
      })}
      {isQuiet && moments.length === 0 && <Text size="sm">{t('canvas.try.neverDue')}</Text>}
    </section>
  );
}

interface MomentProps {
  readonly moment: PlayedMoment;
  readonly trial: Trial;
  readonly isHeaded: boolean;
  /** How many steps of the tried flow came before. */
  readonly firstStep: number;
}

function Moment({ moment: { atMs, cause, outcome }, trial, isHeaded, firstStep }: MomentProps) {
  const { t, i18n } = useTranslation();
  const own = outcome.runs.filter(({ flowId }) => flowId === TRIED_FLOW);
  const [event] = outcome.events;
  const what = cause === 'script' && event ? t(`canvas.event.${event.event.type}`) : t(`canvas.try.cause.${cause}`);
  let first = firstStep;
  return (
    <div className="moment" data-testid="moment">
      {isHeaded && (
        <p className="moment-head">
          <IconClock size={14} aria-hidden />
          <span className="alur-number">{shortTime(atMs, i18n.language)}</span>
          <span className="alur-faint">{what}</span>
        </p>
      )}
      {own.map((run, index) => {
        const from = first;
        first += run.steps.length;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of a moment never change their order
          <div key={index}>
            <StepTraces steps={run.steps} first={from} effects={outcome.effects} />
            {(run.outcome === 'failed' || run.outcome === 'cancelled') && (
              <Text size="xs" fw={600} className="moment-end" data-outcome={run.outcome}>
                {t(`canvas.run.outcome.${run.outcome}`)}
              </Text>
            )}
          </div>
        );
      })}
      {own.length === 0 && cause === 'script' && <Reasons outcome={outcome} trial={trial} />}
    </div>
  );
}

/** Why the flow did not start. */
function Reasons({ outcome, trial }: { readonly outcome: PlayedMoment['outcome']; readonly trial: Trial }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { references } = useReferences();
  if (outcome.events.length === 0) return null;
  const names = namesOf(references, trial.flow);
  const reasons = outcome.considerations
    .filter(({ flowId }) => flowId === TRIED_FLOW)
    .map((consideration) => explainBriefly(consideration, outcome, names, locale));
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t('canvas.try.didNotStart')}>
      {reasons.length === 0 ? t('canvas.try.noTrigger') : reasons.map((reason) => <div key={reason}>{reason}</div>)}
    </Alert>
  );
}
