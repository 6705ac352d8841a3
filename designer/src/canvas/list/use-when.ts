import { useTranslation } from 'react-i18next';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Gives a function that says how long ago an instant (ISO 8601) was, and when exactly, in the viewer's zone. */
export function useWhen(): (instant: string) => { readonly relative: string; readonly absolute: string } {
  const { i18n } = useTranslation();
  return (instant) => {
    const agoMs = Date.now() - new Date(instant).getTime();
    const relative = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' });
    const [unit, unitMs] = UNITS.find(([, lengthMs]) => agoMs >= lengthMs) ?? (['minute', 60_000] as const);
    const absolute = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' });
    return {
      relative: relative.format(-Math.max(0, Math.floor(agoMs / unitMs)), unit),
      absolute: absolute.format(new Date(instant)),
    };
  };
}
