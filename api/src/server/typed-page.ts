import { type Page, type PageArgs, pageOf } from './connection.ts';
import { apiError } from './error-codes.ts';
import { isId } from './input-check.ts';

/** SQL types of the keys a cursor may carry. */
export type KeyType = 'uuid' | 'timestamptz' | 'integer' | 'bigint' | 'text';

/** As `pageOf`, for a list whose cursors carry keys of these types. @throws BAD_USER_INPUT, also on a forged cursor */
export function typedPageOf(args: PageArgs, types: readonly KeyType[]): Page {
  const page = pageOf(args, types.length);
  if (page.cursor?.every((key, index) => isOfType(key, types[index] ?? 'text')) === false)
    throw apiError('BAD_USER_INPUT', 'This cursor is not one of this list. Use `startCursor` or `endCursor` as given.');
  return page;
}

function isOfType(key: string | number, type: KeyType): boolean {
  switch (type) {
    case 'uuid':
      return typeof key === 'string' && isId(key);
    case 'timestamptz':
      return typeof key === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(key) && !Number.isNaN(Date.parse(key));
    case 'integer':
      return Number.isInteger(key) && Math.abs(Number(key)) < 2 ** 31;
    case 'bigint':
      return Number.isSafeInteger(key);
    case 'text':
      return typeof key === 'string' && key.isWellFormed() && !key.includes('\0');
  }
}
