import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { PAGE_LIMIT } from './connection.ts';

/** What one operation may ask for, on HTTP and sockets alike. */
export const OPERATION_LIMITS = {
  /** Lexical tokens of the whole document. */
  tokens: 4_000,
  /** Fields inside each other; introspection is not counted. */
  depth: 14,
  aliases: 50,
  directives: 50,
  /** Operations and fragments of the document. */
  definitions: 60,
  /** Fields the answer may have at most, counting a list as its page size. */
  cost: 100_000,
} as const;

/** Options for `parse`: a document of too many tokens is not read to its end. */
export const PARSE_OPTIONS = { maxTokens: OPERATION_LIMITS.tokens, noLocation: false } as const;

/** Page size where none is written or it comes in a variable: the most it can be. */
const LISTS_AT_MOST = PAGE_LIMIT;
/** What a plain list (teams, skills, steps...) counts for. */
const PLAIN_LIST = 10;

/** Validation rule that holds an operation to `OPERATION_LIMITS`. Cost: one walk over the document. */
export const operationLimits: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Document(document) {
    const fragments = new Map<string, FragmentDefinitionNode>();
    const operations: OperationDefinitionNode[] = [];
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    if (document.definitions.length > OPERATION_LIMITS.definitions) {
      context.reportError(tooMuch('definitions', document.definitions.length));
      return false;
    }
    for (const operation of operations) {
      const measure = measureOperation(operation, fragments);
      for (const what of ['depth', 'aliases', 'directives', 'cost'] as const)
        if (measure[what] > OPERATION_LIMITS[what]) context.reportError(tooMuch(what, measure[what]));
    }
    return undefined;
  },
});

interface Measure {
  depth: number;
  aliases: number;
  directives: number;
  cost: number;
}

function measureOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Measure {
  const total: Measure = { depth: 0, aliases: 0, directives: operation.directives?.length ?? 0, cost: 0 };
  // A walk may be stopped short once anything is far over: the rest changes nothing.
  const isOver = () => total.cost > OPERATION_LIMITS.cost || total.depth > OPERATION_LIMITS.depth;

  const walk = (set: SelectionSetNode, depth: number, times: number, spread: readonly string[]): void => {
    for (const selection of set.selections) {
      if (isOver()) return;
      total.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        // A fragment within itself is another rule's to report.
        if (fragment && !spread.includes(name)) walk(fragment.selectionSet, depth, times, [...spread, name]);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, depth, times, spread);
        continue;
      }
      if (selection.alias) total.aliases++;
      total.cost += times;
      if (selection.name.value.startsWith('__') || !selection.selectionSet) continue;
      total.depth = Math.max(total.depth, depth + 1);
      walk(selection.selectionSet, depth + 1, times * rowsOf(selection), spread);
    }
  };
  walk(operation.selectionSet, 0, 1, []);
  return total;
}

/** How many rows a field may give: its page size, a plain list's share, or one. */
function rowsOf(field: FieldNode): number {
  const name = field.name.value;
  const size = field.arguments?.find((argument) => ['first', 'last'].includes(argument.name.value))?.value;
  if (size?.kind === Kind.INT) return Math.min(LISTS_AT_MOST, Math.max(1, Number(size.value)));
  if (size) return LISTS_AT_MOST / 2;
  const selects = (child: string) =>
    field.selectionSet?.selections.some(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === child,
    ) ?? false;
  if (selects('nodes') || selects('edges') || selects('pageInfo')) return LISTS_AT_MOST / 2;
  if (name === 'nodes' || name === 'edges') return 1;
  return name.endsWith('s') && !name.endsWith('ss') ? PLAIN_LIST : 1;
}

function tooMuch(what: Exclude<keyof typeof OPERATION_LIMITS, 'tokens'>, measured: number): GraphQLError {
  const limit = OPERATION_LIMITS[what];
  const sentences = {
    depth: `The operation is nested more than ${limit} fields deep. Ask in several operations.`,
    aliases: `The operation has ${measured} aliases; at most ${limit} are allowed.`,
    directives: `The operation has ${measured} directives; at most ${limit} are allowed.`,
    definitions: `The document has ${measured} definitions; at most ${limit} are allowed.`,
    cost: `The answer could have more than ${limit} fields. Ask for smaller pages, or in several operations.`,
  };
  return new GraphQLError(sentences[what], { extensions: { code: 'QUERY_TOO_COMPLEX', limit } });
}
