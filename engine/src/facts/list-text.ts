import type { Locale } from '../flow/locale.ts';

/** A list in a sentence: "a", "a and b", "a, b and c"; or with "or". Indonesian: "a, b, dan c". */
export function listText(items: readonly string[], joiner: 'and' | 'or', locale: Locale): string {
  const word = { en: { and: 'and', or: 'or' }, id: { and: 'dan', or: 'atau' } }[locale][joiner];
  if (items.length <= 1) return items[0] ?? '';
  const comma = locale === 'id' && items.length > 2 ? ',' : '';
  return `${items.slice(0, -1).join(', ')}${comma} ${word} ${items.at(-1)}`;
}

/** The most items a shortened list names, and how many it names when there are more. */
const LONGEST = 6;
const NAMED = 4;

/** Like `listText`, but a list of more than six is cut: "a, b, c, d or 12 others". */
export function shortListText(items: readonly string[], joiner: 'and' | 'or', locale: Locale): string {
  if (items.length <= LONGEST) return listText(items, joiner, locale);
  const others = items.length - NAMED;
  return listText(
    [...items.slice(0, NAMED), { en: `${others} others`, id: `${others} lainnya` }[locale]],
    joiner,
    locale,
  );
}
