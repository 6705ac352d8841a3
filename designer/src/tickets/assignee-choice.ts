import type { TicketsSearch } from '../shell/search-params.ts';

/** Values of the assignee filter that are no agent's id. */
export const NOBODY = '';
export const ANYBODY = '*';

/** What the assignee filter has chosen, as its menu lists it. */
export function assigneeValues({ unassigned, assignee }: TicketsSearch): readonly string[] {
  if (unassigned === undefined) return assignee ?? [];
  return [unassigned ? NOBODY : ANYBODY, ...(assignee ?? [])];
}

/** Nobody, anybody and named agents exclude each other: the one just chosen wins. */
export function assigneeChoice(
  values: readonly string[],
  last: TicketsSearch,
): Pick<TicketsSearch, 'unassigned' | 'assignee'> {
  const before = assigneeValues(last);
  const added = values.find((value) => !before.includes(value));
  if (added === NOBODY || added === ANYBODY) return { unassigned: added === NOBODY, assignee: undefined };
  const agents = values.filter((value) => value !== NOBODY && value !== ANYBODY);
  return { unassigned: undefined, assignee: agents.length > 0 ? agents : undefined };
}
