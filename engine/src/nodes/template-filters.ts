import type { FactValue } from '../facts/fact-value.ts';
import { instantMs } from '../facts/instant.ts';
import { dateText } from './date-text.ts';

/** What a filter knows besides the value: its arguments and the workspace's time zone. */
interface FilterInput {
  readonly args: readonly (FactValue | null)[];
  readonly timeZone: string;
  /** A value as templates write it. */
  readonly write: (value: FactValue | null) => string;
}

type Filter = (value: FactValue | null, input: FilterInput) => FactValue | null;

/** How long a truncated text is where its filter does not say, the dots included. */
const TRUNCATED_LENGTH = 50;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The filters of templates: `default: value` where there is none; `date: format, language` of an instant, on the
 * workspace's wall clock; `upcase`, `downcase`, `capitalize`, `strip` of a text; `truncate: length, ending`;
 * `join: separator` of a set.
 */
const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['default', (value, { args }) => (value === null || value === false ? (args[0] ?? null) : value)],
  [
    'date',
    (value, { args, timeZone }) => {
      const atMs = instantMs(value);
      if (atMs === null) return value;
      const [format, language] = args;
      return dateText(atMs, timeZone, typeof format === 'string' ? format : undefined, language === 'id' ? 'id' : 'en');
    },
  ],
  ['upcase', onText((text) => text.toUpperCase())],
  ['downcase', onText((text) => text.toLowerCase())],
  [
    'capitalize',
    onText((text) => {
      const [first = ''] = text;
      return first.toUpperCase() + text.slice(first.length).toLowerCase();
    }),
  ],
  ['strip', onText((text) => text.trim())],
  [
    'truncate',
    (value, { args: [length, ending], write }) =>
      value === null
        ? null
        : truncated(
            write(value),
            typeof length === 'number' ? length : TRUNCATED_LENGTH,
            typeof ending === 'string' ? ending : '…',
          ),
  ],
  ['join', (value, { args: [by] }) => (Array.isArray(value) ? value.join(typeof by === 'string' ? by : ' ') : value)],
]);

/** Whether templates have a filter of this name. */
export function isFilter(name: string): boolean {
  return FILTERS.has(name);
}

/** The names of all filters, sorted. */
export const FILTER_NAMES: readonly string[] = [...FILTERS.keys()].sort();

/** A value after one filter; unchanged by a filter there is none of. */
export function applyFilter(name: string, value: FactValue | null, input: FilterInput): FactValue | null {
  const filter = FILTERS.get(name);
  return filter ? filter(value, input) : value;
}

function onText(change: (text: string) => string): Filter {
  return (value, { write }) => (value === null ? null : change(write(value)));
}

/** Cut to so many characters as people count them, the ending included. */
function truncated(text: string, length: number, ending: string): string {
  if (text.length <= length) return text;
  const kept: string[] = [];
  const room = Math.max(0, Math.floor(length) - ending.length);
  for (const { segment } of graphemes.segment(text)) {
    // One character more than fits tells that the text is too long; no more of it needs to be read.
    if (kept.length > length) break;
    kept.push(segment);
  }
  return kept.length <= length ? text : kept.slice(0, room).join('') + ending;
}
