import type { Calendar } from '@alur/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNowMs } from '../words/now.ts';
import { openNow } from './open-now.ts';

const MINUTE_MS = 60_000;

/** "Open now, until Friday 17:00" or "Closed; opens Monday 09:00", in the calendar's own time. */
export function OpenNowText({ calendar }: { readonly calendar: Calendar }) {
  const { t, i18n } = useTranslation();
  const minuteMs = Math.floor(useNowMs() / MINUTE_MS) * MINUTE_MS;
  const now = useMemo(() => openNow(calendar, minuteMs), [calendar, minuteMs]);
  if (!now) return null;
  const at =
    now.changesAtMs === null
      ? null
      : new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
          weekday: 'long',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: calendar.timeZone,
        }).format(now.changesAtMs);
  return (
    <span className="calendar-now" data-open={now.isOpen || undefined}>
      <span aria-hidden />
      {now.isOpen
        ? at === null
          ? t('calendars.alwaysOpen')
          : t('calendars.openUntil', { at })
        : at === null
          ? t('calendars.neverOpens')
          : t('calendars.opensAt', { at })}
    </span>
  );
}
