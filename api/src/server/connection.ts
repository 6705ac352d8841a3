import type { ClassType } from 'type-graphql';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { apiError } from './error-codes.ts';

/** The most rows of one page. */
export const PAGE_LIMIT = 100;
const PAGE_DEFAULT = 50;

/** Arguments of a list that is read forwards. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many, from the start or after `after`: 1 to 100, 50 if absent.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string;
}

/** Arguments of a list that is read both ways. */
@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many, from the end or before `before`: 1 to 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'The `startCursor` of the page behind.' })
  before?: string;
}

@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
export class PageInfoObject {
  @Field(() => Boolean, { description: 'True if more rows follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True if rows come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

/** A page asked for, checked: `count` rows, forwards or backwards, from beyond `cursor`. */
export interface Page {
  readonly count: number;
  readonly isBackward: boolean;
  /** The keys of the row to go on from, as `encodeCursor` was given them; null from the end of the list. */
  readonly cursor: readonly (string | number)[] | null;
}

/**
 * Checks page arguments. Read `count + 1` rows to learn whether more follow.
 * @param keyCount how many values this list's cursors carry.
 * @throws BAD_USER_INPUT
 */
export function pageOf(args: PageArgs, keyCount: number): Page {
  const { first, after, last, before } = args;
  const isBackward = last != null || (before != null && first == null);
  if (first != null && last != null) throw apiError('BAD_USER_INPUT', 'Give `first` or `last`, not both.');
  if (isBackward && after != null) throw apiError('BAD_USER_INPUT', '`after` goes with `first`, `before` with `last`.');
  if (!isBackward && before != null)
    throw apiError('BAD_USER_INPUT', '`before` goes with `last`, `after` with `first`.');
  const count = (isBackward ? last : first) ?? PAGE_DEFAULT;
  if (count < 1 || count > PAGE_LIMIT)
    throw apiError('BAD_USER_INPUT', `\`${isBackward ? 'last' : 'first'}\` must be 1 to ${PAGE_LIMIT}.`);
  const text = isBackward ? before : after;
  return { count, isBackward, cursor: text == null ? null : decodeCursor(text, keyCount) };
}

/** An opaque cursor of a row's sort keys. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

function decodeCursor(text: string, keyCount: number): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (
      Array.isArray(keys) &&
      keys.length === keyCount &&
      keys.every((key) => ['string', 'number'].includes(typeof key))
    )
      return keys;
  } catch {}
  throw apiError('BAD_USER_INPUT', 'This cursor is not one of this list. Use `startCursor` or `endCursor` as given.');
}

/** A page of rows as a Relay connection. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoObject;
}

/**
 * A connection of rows read for a page.
 * @param rows up to `page.count + 1` rows in the direction of reading (backwards: last row first).
 * @param keysOf the sort keys of a row, for its cursor.
 */
export function toConnection<T>(
  page: Page,
  rows: readonly T[],
  keysOf: (row: T) => readonly (string | number)[],
): Connection<T> {
  const hasMore = rows.length > page.count;
  const kept = rows.slice(0, page.count);
  const nodes = page.isBackward ? kept.reverse() : kept;
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keysOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: page.isBackward ? page.cursor !== null : hasMore,
      hasPreviousPage: page.isBackward ? hasMore : page.cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function abstractConnection<T extends object>(name: string, nodeClass: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: 'A row and its cursor.' })
  class Edge {
    @Field(() => String, { description: 'For `after` or `before`.' })
    cursor!: string;

    @Field(nodeClass, { description: 'The row.' })
    node!: T;
  }

  // Never referred to by a field, and so not part of the schema.
  @ObjectType(`${name}Page`)
  abstract class Page implements Connection<T> {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [nodeClass()], { description: 'The rows.' })
    nodes!: T[];

    @Field(() => PageInfoObject, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfoObject;
  }
  return Page;
}

/**
 * GraphQL classes `<Name>Edge` and `<Name>Connection`, the latter without `totalCount`.
 * Use as `export const MessageConnection = connectionClass('Message', () => MessageObject)`.
 */
export function connectionClass<T extends object>(
  name: string,
  nodeClass: () => ClassType<T>,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class UncountedPage extends abstractConnection(name, nodeClass) {}
  return UncountedPage;
}

/** The same with `totalCount`. */
export function countedConnectionClass<T extends object>(
  name: string,
  nodeClass: () => ClassType<T>,
): ClassType<Connection<T> & { readonly totalCount: number }> {
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class CountedPage extends abstractConnection(name, nodeClass) {
    @Field(() => Int, { description: 'How many rows the whole list has.' })
    totalCount!: number;
  }
  return CountedPage;
}
