import { type DocumentNode, Kind, print, visit } from 'graphql';

/** Variables without the one that only tells where a subscriber left off: it decides what it is sent first, not how. */
export function sharedVariables(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const after = afterVariable(document);
  if (after === null || !(after in variables)) return variables;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== after));
}

/** Two operations with the same key give the same results for the same root value. */
export function operationKey(
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
  rights: readonly string[],
): string {
  const text = document.loc?.source.body ?? print(document);
  const sorted = Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([text, operationName, sorted, rights]);
}

const known = new WeakMap<DocumentNode, { readonly name: string | null }>();

/** The variable given as `after` to the root field, if it is used for nothing else. */
function afterVariable(document: DocumentNode): string | null {
  const found = known.get(document);
  if (found) return found.name;
  let name: string | null = null;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const field of definition.selectionSet.selections) {
      const value =
        field.kind === Kind.FIELD ? field.arguments?.find((arg) => arg.name.value === 'after')?.value : null;
      if (value?.kind === Kind.VARIABLE) name = value.name.value;
    }
  }
  let uses = 0;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === Kind.VARIABLE && node.name.value === name) uses++;
      return undefined;
    },
  });
  const result = uses === 1 ? name : null;
  known.set(document, { name: result });
  return result;
}
