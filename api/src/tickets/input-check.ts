import type { UserErrorCode } from '../server/error-codes.ts';
import { Refusal, type UserError } from '../server/refusal.ts';

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

/** Gathers what is wrong with an input; at the end `refuseIfAny` throws all of it at once. Paths are within `input`. */
export class InputCheck {
  readonly errors: UserError[] = [];

  add(code: UserErrorCode, message: string, ...path: string[]): void {
    this.errors.push({ code, message, path: ['input', ...path] });
  }

  /** Text PostgreSQL can store, of at most `limit` characters. True where it is fine. */
  text(value: string | null | undefined, limit: number, ...path: string[]): boolean {
    if (value === null || value === undefined) return true;
    const name = path.join('.');
    if (!isStorable(value))
      this.add(
        'BAD_TEXT',
        `${name} holds a NUL character or half a character pair; send well-formed Unicode.`,
        ...path,
      );
    else if (value.length > limit) this.add('TOO_LONG', `${name} must be at most ${limit} characters.`, ...path);
    else return true;
    return false;
  }

  /** As `text`, and not blank. */
  required(value: string | null | undefined, limit: number, ...path: string[]): void {
    if (this.text(value, limit, ...path) && !value?.trim())
      this.add('REQUIRED', `${path.join('.')} must not be empty.`, ...path);
  }

  message(value: string | null | undefined, ...path: string[]): void {
    if (value === null || value === undefined) return;
    if (Buffer.byteLength(value) > TEXT_LIMITS.messageBytes)
      this.add('TOO_LONG', `${path.join('.')} must be at most 256 KB as UTF-8.`, ...path);
    else this.text(value, Number.POSITIVE_INFINITY, ...path);
  }

  language(value: string | null | undefined, ...path: string[]): void {
    if (value && !LANGUAGE_TAG.test(value))
      this.add('INVALID', `${path.join('.')} must be a language tag such as id, en or pt-BR.`, ...path);
  }

  email(value: string | null | undefined, ...path: string[]): void {
    if (value && this.text(value, TEXT_LIMITS.email, ...path) && !/^[^\s@]+@[^\s@]+$/.test(value))
      this.add('INVALID', `${path.join('.')} must be an e-mail address such as name@example.org.`, ...path);
  }

  tags(values: readonly string[] | null | undefined, ...path: string[]): void {
    if (!values) return;
    if (values.length > TEXT_LIMITS.tags)
      this.add('TOO_MANY', `${path.join('.')} must be at most ${TEXT_LIMITS.tags}.`, ...path);
    for (const [index, tag] of values.slice(0, TEXT_LIMITS.tags).entries())
      this.required(tag, TEXT_LIMITS.tag, ...path, String(index));
  }

  oneOf(value: string | null | undefined, allowed: readonly string[], ...path: string[]): void {
    if (value && !allowed.includes(value))
      this.add('INVALID', `${path.join('.')} must be one of ${allowed.join(', ')}.`, ...path);
  }

  level(value: number | null | undefined, ...path: string[]): void {
    if (value === null || value === undefined) return;
    if (!Number.isInteger(value) || value < 1 || value > 5)
      this.add('OUT_OF_RANGE', `${path.join('.')} must be a whole number from 1 to 5.`, ...path);
  }

  /** @throws Refusal with everything found, if anything was. */
  refuseIfAny(): void {
    if (this.errors.length > 0) throw new Refusal(this.errors);
  }
}

/** Whether PostgreSQL can store a text: no NUL, no lone surrogates. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
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
