import type { ReferencePage } from '@alur/engine';

/** Text as a search compares it. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The part of the reference in which every word of the search occurs, entry by entry; all of it for an empty search. */
export function searchReference(page: ReferencePage, search: string): ReferencePage {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return page;
  const fits = (...texts: readonly (string | null)[]) => {
    const text = folded(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
  const kept = <E, G extends { readonly entries: readonly E[] }>(groups: readonly G[], isKept: (entry: E) => boolean) =>
    groups
      .map((group) => ({ ...group, entries: group.entries.filter(isKept) }))
      .filter(({ entries }) => entries.length > 0);
  return {
    locale: page.locale,
    kinds: kept(
      page.kinds,
      ({ kind, label, help, example, fields }: ReferencePage['kinds'][number]['entries'][number]) =>
        fits(kind, label, help, example, ...fields.map((field) => field.label)),
    ),
    facts: kept(page.facts, ({ fact, label, options }: ReferencePage['facts'][number]['entries'][number]) =>
      fits(fact, label, ...options),
    ),
    operators: kept(page.operators, ({ op, label, help }: ReferencePage['operators'][number]['entries'][number]) =>
      fits(op, label, help),
    ),
    issues: page.issues.filter(({ code, text }) => fits(code, text)),
  };
}
