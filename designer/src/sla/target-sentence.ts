import { type Locale, listText, SLA_METRIC_LABELS, type SlaPriority } from '@alur/engine';
import { spanToText } from '../forms/span-text.ts';
import type { TargetDraft } from './policy-draft.ts';

/** Most urgent first: the order in which promises are read out. */
export const PRIORITIES_DOWN: readonly SlaPriority[] = ['urgent', 'high', 'normal', 'low'];

const PRIORITY_WORDS: Readonly<Record<Locale, Readonly<Record<SlaPriority, string>>>> = {
  en: { urgent: 'urgent', high: 'high', normal: 'normal', low: 'low' },
  id: { urgent: 'mendesak', high: 'tinggi', normal: 'normal', low: 'rendah' },
};

/**
 * A promise as a sentence: "First reply within 30 min for urgent, 1 h for high and normal; in Office hours."
 * Priorities with the same length stand together. `calendarName` is null around the clock; `undefined` for a calendar
 * that is gone.
 */
export function targetSentence(target: TargetDraft, calendarName: string | null | undefined, locale: Locale): string {
  const subject = capital(SLA_METRIC_LABELS[target.metric][locale]);
  const lengths = PRIORITIES_DOWN.flatMap((priority) => {
    const lengthMs = target.byPriority[priority];
    return lengthMs === undefined ? [] : [{ priority, lengthMs }];
  });
  if (lengths.length === 0)
    return { en: `${subject}: no target yet.`, id: `${subject}: belum ada batas waktu.` }[locale];
  const promises = [...new Set(lengths.map(({ lengthMs }) => lengthMs))].map((lengthMs) => {
    const own = lengths.filter((each) => each.lengthMs === lengthMs);
    const length = spanToText(lengthMs, locale);
    if (own.length === PRIORITIES_DOWN.length) return length;
    const priorities = listText(
      own.map(({ priority }) => PRIORITY_WORDS[locale][priority]),
      'and',
      locale,
    );
    return { en: `${length} for ${priorities}`, id: `${length} untuk ${priorities}` }[locale];
  });
  const within = { en: 'within', id: 'dalam' }[locale];
  return `${subject} ${within} ${promises.join(', ')}; ${clockText(calendarName, locale)}.`;
}

function clockText(calendarName: string | null | undefined, locale: Locale): string {
  if (calendarName === null) return { en: 'around the clock', id: 'sepanjang waktu' }[locale];
  if (calendarName === undefined)
    return { en: 'in a calendar that is gone', id: 'menurut kalender yang sudah tidak ada' }[locale];
  return { en: `in ${calendarName}`, id: `menurut ${calendarName}` }[locale];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
