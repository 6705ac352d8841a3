import { InputCheck, isStorableText } from '../server/input-check.ts';

/** Limits of what people write, in characters unless the name says bytes. */
export const TEXT_LIMITS = {
  subject: 500,
  messageBytes: 256 * 1024,
  externalId: 512,
  name: 200,
  email: 320,
  phone: 40,
  place: 100,
  category: 200,
  tag: 100,
  tags: 50,
  customText: 10_000,
} as const;

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;

/** Checks what people and channels write on tickets. What passes is stored as it was sent. */
export class TicketCheck extends InputCheck {
  /** Text the database can hold, of at most `most` characters. True where it is fine. */
  written(value: string | null | undefined, most: number, ...path: string[]): boolean {
    if (value === null || value === undefined) return true;
    const name = path.join('.');
    if (!isStorableText(value))
      this.wrong('BAD_TEXT', `${name} holds a NUL character or half a character; send well-formed Unicode.`, ...path);
    else if (value.length > most)
      this.wrong('TOO_LONG', `${name} has ${value.length} characters; at most ${most} fit.`, ...path);
    else return true;
    return false;
  }

  /** As `written`, and not blank. */
  required(value: string | null | undefined, most: number, ...path: string[]): void {
    if (this.written(value, most, ...path) && !value?.trim())
      this.wrong('REQUIRED', `${path.join('.')} must not be empty.`, ...path);
  }

  /** The text of a message, limited in bytes. */
  message(value: string | null | undefined, ...path: string[]): void {
    if (value === null || value === undefined) return;
    if (Buffer.byteLength(value) > TEXT_LIMITS.messageBytes)
      this.wrong('TOO_LONG', `${path.join('.')} must be at most 256 KB as UTF-8.`, ...path);
    else this.written(value, Number.POSITIVE_INFINITY, ...path);
  }

  language(value: string | null | undefined, ...path: string[]): void {
    if (value && !LANGUAGE_TAG.test(value))
      this.wrong('INVALID', `${path.join('.')} must be a language tag such as id, en or pt-BR.`, ...path);
  }

  email(value: string | null | undefined, ...path: string[]): void {
    if (value && this.written(value, TEXT_LIMITS.email, ...path) && !/^[^\s@]+@[^\s@]+$/.test(value))
      this.wrong('INVALID', `${path.join('.')} must be an e-mail address such as name@example.org.`, ...path);
  }

  tags(values: readonly string[] | null | undefined, ...path: string[]): void {
    if (!values) return;
    if (values.length > TEXT_LIMITS.tags)
      this.wrong('TOO_MANY', `${path.join('.')} holds ${values.length}; at most ${TEXT_LIMITS.tags} fit.`, ...path);
    for (const [index, tag] of values.slice(0, TEXT_LIMITS.tags).entries())
      this.required(tag, TEXT_LIMITS.tag, ...path, String(index));
  }

  oneOf(value: string | null | undefined, allowed: readonly string[], ...path: string[]): void {
    if (value && !allowed.includes(value))
      this.wrong('INVALID', `${path.join('.')} must be one of ${allowed.join(', ')}.`, ...path);
  }
}

/** Tags without blanks around them; those that differ only by case are one, the first. */
export function tidyTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const tag of tags) {
    const trimmed = tag.trim();
    const folded = trimmed.toLowerCase();
    if (trimmed && !byFolded.has(folded)) byFolded.set(folded, trimmed);
  }
  return [...byFolded.values()];
}
