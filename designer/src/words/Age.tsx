import { useTranslation } from 'react-i18next';
import { useNowMinuteMs } from './now.ts';
import { fullTime, spanText } from './times.ts';

/** How old something is, to the minute; the absolute time in the viewer's zone on hover. */
export function Age({ since }: { readonly since: string }) {
  const { i18n } = useTranslation();
  const nowMs = useNowMinuteMs() + 59_999;
  const sinceMs = Date.parse(since);
  const minutes = Math.max(1, Math.floor((nowMs - sinceMs) / 60_000));
  return (
    <time dateTime={since} title={fullTime(sinceMs, i18n.language)}>
      {spanText(minutes * 60_000, i18n.language)}
    </time>
  );
}
