import { useTranslation } from 'react-i18next';
import { useAgeMs } from './now.ts';
import { fullTime, spanText } from './times.ts';

/** How old something is: seconds at first, then minutes; the absolute time in the viewer's zone on hover. */
export function Age({ since }: { readonly since: string }) {
  const { i18n } = useTranslation();
  const sinceMs = Date.parse(since);
  const ageMs = useAgeMs(sinceMs);
  return (
    <time dateTime={since} title={fullTime(sinceMs, i18n.language)}>
      {spanText(ageMs, i18n.language)}
    </time>
  );
}
