import { useTranslation } from 'react-i18next';
import { useAgeMs } from './now.ts';
import { agoText, fullTime } from './times.ts';

/** How long ago something was; the absolute time in the viewer's zone on hover. */
export function Ago({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  const atMs = Date.parse(at);
  const ageMs = useAgeMs(atMs);
  return (
    <time dateTime={at} title={fullTime(atMs, i18n.language)} className="alur-number">
      {agoText(atMs, ageMs, i18n.language)}
    </time>
  );
}
