/** The forms a variable can be written in: what is put behind it in `{{ fact | … }}`. */
export const TEMPLATE_FORMS = {
  default: 'default: "-"',
  date: 'date: "%d %B %Y"',
  dateId: 'date: "%d %B %Y", "id"',
  time: 'date: "%H:%M"',
  upcase: 'upcase',
  downcase: 'downcase',
  capitalize: 'capitalize',
  truncate: 'truncate: 80',
  join: 'join: ", "',
} as const;

export type TemplateForm = keyof typeof TEMPLATE_FORMS;

/** A text with the place of the cursor in it. */
export interface EditedText {
  readonly text: string;
  readonly cursor: number;
}

const OPEN = '{{';
const CLOSE = '}}';

/**
 * Puts a form behind the variable the cursor stands in, else the last one before it, else the first one after it; null
 * where the text has none.
 */
export function withForm(text: string, cursor: number, form: TemplateForm): EditedText | null {
  const open = text.lastIndexOf(OPEN, Math.max(0, cursor - 1));
  const close = text.indexOf(CLOSE, open === -1 ? 0 : open);
  if (close === -1) return null;
  const before = text.slice(0, close).trimEnd();
  const added = ` | ${TEMPLATE_FORMS[form]} `;
  return { text: before + added + text.slice(close), cursor: (before + added).length + CLOSE.length };
}

/** Puts text in place of a selection. */
export function withInserted(text: string, from: number, to: number, added: string): EditedText {
  return { text: text.slice(0, from) + added + text.slice(to), cursor: from + added.length };
}

/** A part that is only there where a fact is known. */
export function onlyIfKnown(fact: string, inner: string): string {
  return `{% if ${fact} %}${inner}{% endif %}`;
}
