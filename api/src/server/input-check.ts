import { validate as isUuid } from 'uuid';
import type { UserErrorCode } from './error-codes.ts';
import { Refusal, type UserError } from './refusal.ts';

/** True for text the database can hold: no NUL, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** True for what can be an id; ids come from clients as any text. */
export function isId(text: string): boolean {
  return isUuid(text);
}

/**
 * Collects everything wrong with an input, so that a person mends it in one go. Absent (null or undefined) values pass
 * through as undefined. Call `refuseIfWrong` before using what the checks gave.
 */
export class InputCheck {
  readonly #errors: UserError[] = [];

  /** Notes something wrong at a path within `input`. */
  wrong(code: UserErrorCode, message: string, ...path: readonly string[]): void {
    this.#errors.push({ code, message, path: ['input', ...path] });
  }

  /** Text without surrounding space, of 1 to `most` characters. */
  text(value: string, most: number, ...path: readonly string[]): string {
    const text = value.trim();
    const field = path.at(-1) ?? 'text';
    if (text.length === 0) this.wrong('REQUIRED', `Give a ${field}: it is empty.`, ...path);
    if (text.length > most)
      this.wrong('TOO_LONG', `The ${field} has ${text.length} characters; at most ${most} fit.`, ...path);
    if (!isStorableText(text))
      this.wrong(
        'BAD_TEXT',
        `The ${field} holds a character that can't be stored (NUL or half a character). Remove it.`,
        ...path,
      );
    return text;
  }

  /** The same for a value that may be absent. */
  optionalText(value: string | null | undefined, most: number, ...path: readonly string[]): string | undefined {
    return value == null ? undefined : this.text(value, most, ...path);
  }

  /** A list of distinct texts. */
  texts(
    values: readonly string[] | null | undefined,
    most: number,
    each: number,
    ...path: readonly string[]
  ): string[] | undefined {
    if (values == null) return undefined;
    if (values.length > most) this.wrong('TOO_MANY', `${values.length} values; at most ${most} fit.`, ...path);
    return [...new Set(values.slice(0, most).map((value, index) => this.text(value, each, ...path, String(index))))];
  }

  /** A whole number within bounds, both included. */
  between(
    value: number | null | undefined,
    least: number,
    most: number,
    ...path: readonly string[]
  ): number | undefined {
    if (value == null) return undefined;
    if (value < least || value > most)
      this.wrong('OUT_OF_RANGE', `${path.at(-1)} is ${value}; it must be ${least} to ${most}.`, ...path);
    return value;
  }

  /** @throws Refusal with everything noted, if anything was. */
  refuseIfWrong(): void {
    if (this.#errors.length > 0) throw new Refusal(this.#errors);
  }
}
