import type { ImportField } from './import-fields.ts';
import { parseInstant } from './parse-instant.ts';

/** Thrown when one column of a row can't be taken. The message says what is wrong and how to mend it. */
export class WrongCell extends Error {
  readonly column: string;

  constructor(column: string, message: string) {
    super(message);
    this.column = column;
  }
}

/** The cells of one row, by the ticket's field they fill. Empty and missing cells read as null. */
export class Cells {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #columns: ReadonlyMap<ImportField, string>;
  readonly #nowMs: number;

  constructor(values: Readonly<Record<string, unknown>>, columns: ReadonlyMap<ImportField, string>, nowMs: number) {
    this.#values = values;
    this.#columns = columns;
    this.#nowMs = nowMs;
  }

  /** The column that fills a field; its own name if none does. */
  columnOf(field: ImportField): string {
    return this.#columns.get(field) ?? field;
  }

  wrong(field: ImportField, message: string): WrongCell {
    return new WrongCell(this.columnOf(field), message);
  }

  /** @throws WrongCell */
  text(field: ImportField, mostCharacters: number): string | null {
    const column = this.#columns.get(field);
    const value = column === undefined ? null : this.#values[column];
    if (value === null || value === undefined) return null;
    if (typeof value === 'object') throw this.wrong(field, `${column} must be text`);
    const text = String(value).trim();
    if (!text.isWellFormed() || text.includes('\u0000'))
      throw this.wrong(field, `${column} holds a NUL character or half a character. Remove it`);
    if (text.length > mostCharacters)
      throw this.wrong(field, `${column} has ${text.length} characters; at most ${mostCharacters} fit`);
    return text === '' ? null : text;
  }

  /** One of several names, whatever case, blanks, dashes and leading numbers ("1 - Critical"). @throws WrongCell */
  named<T extends string>(field: ImportField, names: Readonly<Record<string, T>>): T | null {
    const value = this.text(field, 200);
    if (value === null) return null;
    const folded = value.toLowerCase().replace(/[\s_-]/g, '');
    const found = names[folded] ?? names[folded.replace(/^\d+/, '')];
    if (found) return found;
    const known = [...new Set(Object.values(names))].join(', ');
    throw this.wrong(field, `"${value.slice(0, 40)}" is no ${field}; it must be one of ${known}`);
  }

  /** Milliseconds since 1970 UTC, not in the future. @throws WrongCell */
  instant(field: ImportField): number | null {
    const value = this.text(field, 100);
    if (value === null) return null;
    const ms = parseInstant(value);
    if (ms === null)
      throw this.wrong(field, `"${value}" is no time; write it as 2016-02-29T09:08:00Z (UTC where no zone is given)`);
    if (ms > this.#nowMs) throw this.wrong(field, `${value} lies in the future`);
    return ms;
  }

  /** What fills the custom fields, by key; empty cells are left out. */
  custom(): { readonly key: string; readonly field: ImportField; readonly value: unknown }[] {
    return [...this.#columns].flatMap(([field, column]) => {
      const key = /^custom\.(.+)$/.exec(field)?.[1];
      const value = this.#values[column];
      return key === undefined || value === null || value === undefined || value === '' ? [] : [{ key, field, value }];
    });
  }
}
