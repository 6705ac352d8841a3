import type { Locale } from '../flow/locale.ts';
import type { FactDefinition } from './fact-catalogue.ts';
import type { FactValue } from './fact-value.ts';
import { instantMs } from './instant.ts';
import { listText } from './list-text.ts';
import { zonedText } from './zoned-time.ts';

const UNITS = [
  { lengthMs: 86_400_000, en: ['day', 'days'], id: 'hari' },
  { lengthMs: 3_600_000, en: ['hour', 'hours'], id: 'jam' },
  { lengthMs: 60_000, en: ['minute', 'minutes'], id: 'menit' },
  { lengthMs: 1000, en: ['second', 'seconds'], id: 'detik' },
] as const;

/**
 * A value as people read it: option labels, names of references, yes or no, durations in words, instants in UTC, lists
 * with "and". A value the fact does not know is shown as it is.
 */
export function valueText(definition: FactDefinition | undefined, value: FactValue, locale: Locale): string {
  if (typeof value === 'object') {
    return listText(
      value.map((item) => optionText(definition, item, locale)),
      'and',
      locale,
    );
  }
  if (typeof value === 'boolean') return { en: value ? 'yes' : 'no', id: value ? 'ya' : 'tidak' }[locale];
  if (definition?.type === 'instant') {
    const atMs = instantMs(value);
    return atMs === null ? String(value) : `${zonedText(atMs, 'UTC')} UTC`;
  }
  if (typeof value === 'number') return definition?.type === 'duration' ? durationText(value, locale) : String(value);
  return optionText(definition, value, locale);
}

/** A length of time in its two largest units: "2 hours 5 minutes", "2 jam 5 menit". Input: milliseconds. */
export function durationText(lengthMs: number, locale: Locale): string {
  let restMs = Math.max(0, lengthMs);
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(restMs / unit.lengthMs);
    restMs -= count * unit.lengthMs;
    if (count > 0) parts.push(`${count} ${locale === 'id' ? unit.id : unit.en[count === 1 ? 0 : 1]}`);
  }
  return parts.slice(0, 2).join(' ') || { en: '0 seconds', id: '0 detik' }[locale];
}

function optionText(definition: FactDefinition | undefined, value: string, locale: Locale): string {
  return definition?.options?.find((option) => option.value === value)?.label[locale] ?? value;
}
