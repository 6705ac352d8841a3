import type { Language } from '../words/words.ts';

const SECOND_MS = 1000;
const UNITS = [
  { ms: 86_400_000, en: 'd', id: 'hari', names: /^(d|days?|hari)$/ },
  { ms: 3_600_000, en: 'h', id: 'jam', names: /^(h|hours?|hrs?|jam|j)$/ },
  { ms: 60_000, en: 'min', id: 'mnt', names: /^(m|mins?|minutes?|mnt|menit)$/ },
  { ms: SECOND_MS, en: 's', id: 'dtk', names: /^(s|secs?|seconds?|dtk|detik)$/ },
] as const;

/** A length of time exactly, as people write it: "1 h 30 min", "2 hari 4 jam". Whole seconds; "0 min" for none. */
export function spanToText(spanMs: number, language: Language): string {
  let restMs = Math.round(spanMs / SECOND_MS) * SECOND_MS;
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(restMs / unit.ms);
    restMs -= count * unit.ms;
    if (count > 0) parts.push(`${count} ${unit[language]}`);
  }
  return parts.length > 0 ? parts.join(' ') : `0 ${language === 'id' ? 'mnt' : 'min'}`;
}

const PART = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]*)\.?\s*/;
const CLOCK = /^(\d{1,4}):([0-5]\d)$/;

/**
 * Reads a length of time from what was typed, in either language: "90", "1h 30m", "1:30", "2 hari". A bare number is
 * minutes. Milliseconds; null where it is no length of time.
 */
export function textToSpan(text: string): number | null {
  let rest = text.trim().toLowerCase();
  const clock = CLOCK.exec(rest);
  if (clock) return Number(clock[1]) * 3_600_000 + Number(clock[2]) * 60_000;
  if (rest === '') return null;
  let spanMs = 0;
  while (rest !== '') {
    const part = PART.exec(rest);
    if (!part) return null;
    const [whole, amount = '', name = ''] = part;
    const unit = name === '' ? UNITS[2] : UNITS.find(({ names }) => names.test(name));
    if (!unit) return null;
    spanMs += Number(amount.replace(',', '.')) * unit.ms;
    rest = rest.slice(whole.length);
  }
  return Math.round(spanMs);
}

/** A length of time as ISO 8601, in seconds: "PT90S". */
export function spanToIso(spanMs: number): string {
  return `PT${Math.round(spanMs / SECOND_MS)}S`;
}
