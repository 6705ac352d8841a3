import { SLA_METRIC_LABELS } from '@alur/engine';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../canvas/references/use-locale.ts';
import { useNowMs } from '../words/now.ts';
import { fullTime, spanText, tickingText } from '../words/times.ts';
import { metricOf } from './policy-draft.ts';
import { pressingClock, type ShownClock, stateAt } from './pressing-clock.ts';
import './sla-marks.css';

/** From here on seconds tick. */
const TICKS_BELOW_MS = 10 * 60_000;

/** How long is left, or how long it is over: "12 min left" with a sign that does without colour. */
export function SlaCountdown({ clock }: { readonly clock: ShownClock }) {
  const { t, i18n } = useTranslation();
  const nowMs = useNowMs();
  const state = stateAt(clock, nowMs);
  if (!clock.isRunning || clock.dueAt === null) {
    return (
      <span className="sla-mark" data-state={state}>
        {t(`sla.state.${state}`)}
      </span>
    );
  }
  const leftMs = Date.parse(clock.dueAt) - nowMs;
  const span =
    leftMs > 0 && leftMs < TICKS_BELOW_MS
      ? tickingText(leftMs, i18n.language)
      : spanText(Math.abs(leftMs), i18n.language);
  return (
    <time
      className="sla-mark alur-number"
      data-state={state}
      dateTime={clock.dueAt}
      title={fullTime(Date.parse(clock.dueAt), i18n.language)}
    >
      {t(leftMs > 0 ? 'sla.left' : 'sla.over', { span })}
    </time>
  );
}

/** The target of a ticket that presses most, for lists; a dash where there is none. */
export function SlaMark({ clocks }: { readonly clocks: readonly ShownClock[] }) {
  const locale = useLocale();
  const clock = pressingClock(clocks);
  if (!clock) return <span className="alur-faint">–</span>;
  return (
    <span className="sla-in-list">
      <SlaCountdown clock={clock} />
      <span className="alur-faint">{SLA_METRIC_LABELS[metricOf(clock.metric)][locale]}</span>
    </span>
  );
}
