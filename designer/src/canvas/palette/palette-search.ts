import { LOCALES, type Locale, NODE_CATALOGUE, type NodeDefinition } from '@alur/engine';

/** Words too short to say anything are left out of a search, unless there is nothing else. */
const LEAST_LETTERS = 3;

/**
 * The kinds of node that fit a search, best first: in a name before in a help text, in the reader's language before in
 * the other. Every word must occur somewhere. An empty search gives all, in the catalogue's order.
 */
export function searchKinds(
  search: string,
  locale: Locale,
  kinds: readonly NodeDefinition[] = NODE_CATALOGUE,
): readonly NodeDefinition[] {
  const words = wordsOf(search);
  if (words.length === 0) return kinds;
  const ranked = kinds.map((definition, index) => ({ definition, index, rank: rankOf(definition, words, locale) }));
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .map(({ definition }) => definition);
}

/** The words of a search, folded; short ones only where there are no others. */
export function wordsOf(search: string): readonly string[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const long = words.filter((word) => word.length >= LEAST_LETTERS);
  return long.length > 0 ? long : words;
}

export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function rankOf(definition: NodeDefinition, words: readonly string[], locale: Locale): number {
  const own = fold(definition.label[locale]);
  const other = fold(LOCALES.map((each) => definition.label[each]).join(' '));
  const help = fold(LOCALES.map((each) => definition.help[each]).join(' '));
  const ranks = words.map((word) => {
    if (own.includes(word)) return own.startsWith(word) ? 4 : 3;
    if (other.includes(word)) return 2;
    return help.includes(word) || fold(definition.kind).includes(word) ? 1 : 0;
  });
  return ranks.includes(0) ? 0 : ranks.reduce<number>((sum, rank) => sum + rank, 0);
}
