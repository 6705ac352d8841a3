import { useTranslation } from 'react-i18next';
import { useNowMinuteMs } from './now.ts';
import { agoText, fullTime } from './times.ts';

/** How long ago something was; the absolute time in the viewer's zone on hover. */
export function Ago({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  const nowMinuteMs = useNowMinuteMs();
  const atMs = Date.parse(at);
  // Within the running minute the minute's start lies before `at`: never speak of the future.
  const nowMs = Math.max(nowMinuteMs + 59_999, atMs);
  return (
    <time dateTime={at} title={fullTime(atMs, i18n.language)} className="alur-number">
      {agoText(atMs, nowMs, i18n.language)}
    </time>
  );
}
