import type { Flow } from '@alur/engine';

/** Whether two documents mean the same: positions and the order of nodes, edges and keys don't count, notes do. */
export function isSameMeaning(a: Flow, b: Flow): boolean {
  return meaningOf(a) === meaningOf(b);
}

function meaningOf({ nodes, edges, notes }: Flow): string {
  const meant = {
    nodes: byId(nodes.map(({ id, kind, label, config }) => ({ id, kind, label, config }))),
    edges: byId(edges),
    notes: byId(notes.map(({ id, text }) => ({ id, text }))),
  };
  return JSON.stringify(meant, (_key, value: unknown) => (isPlainObject(value) ? sorted(value) : value));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
