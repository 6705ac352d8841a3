import type { Condition, Flow, FlowEdge, FlowNode } from '@alur/engine';
import { type RouteCase, type RouteKey, type RouteTable, routeCases } from '../incidents/route-table.ts';

/** What the demo flow refers to, by group name: each group is a queue and a skill. */
export interface DemoGroup {
  readonly queueId: string;
  readonly skillId: string;
}

/** What a table row looks at beside the category. */
const DETAILS = [
  ['subcategory', 'ticket.custom.subcategory'],
  ['symptom', 'ticket.custom.symptom'],
  ['location', 'ticket.custom.location'],
] as const;

/** Distances on the canvas, in pixels. */
const COLUMNS = { start: 0, category: 340, details: 800, routes: 1_400 } as const;
const NODE_HEIGHT = 150;
const PORT_HEIGHT = 30;

/**
 * The flow that routes incidents by what was known at intake: the decision table as a tree, first by category, then,
 * where the table looks closer, by subcategory, symptom and location. Each way ends in the queue of a group and asks
 * for its skill. Tickets that are no incidents of the log are left alone; groups that aren't given are left out.
 */
export function demoFlow(table: RouteTable, groups: ReadonlyMap<string, DemoGroup>): Flow {
  const draft = new Draft(groups);
  draft.add('start', 'trigger.ticketCreated', 'Incident arrives', COLUMNS.start, 0, {});
  const categories = categoriesOf(table);
  draft.add('by-category', 'filter.switch', 'Category', COLUMNS.category, 0, {
    cases: [
      ...categories.map(({ category }) => ({
        id: idOf(category),
        label: category,
        condition: { fact: 'ticket.category', op: 'is', value: category },
      })),
      {
        id: 'any-other-incident',
        label: 'Any other incident',
        condition: { not: { fact: 'ticket.custom.impact', op: 'isEmpty' } },
      },
    ],
  });
  draft.connect('start', 'then', 'by-category');
  for (const { category, rows } of categories) {
    const cases = routeCases({ ...table, rows });
    const closer = cases.filter((each) => !isWholeCategory(each) && groups.has(each.group));
    const rest = cases.find(isWholeCategory)?.group ?? table.otherwise;
    if (closer.length === 0) {
      draft.route('by-category', idOf(category), rest);
      continue;
    }
    const id = `in-${idOf(category)}`;
    draft.add(id, 'filter.switch', `Within ${category}`, COLUMNS.details, draft.heightOf(COLUMNS.details), {
      cases: closer.map(({ group, anyOf }, index) => ({
        id: `${idOf(group)}-${index + 1}`,
        label: group,
        condition: anyOfKeys(anyOf),
      })),
    });
    draft.connect('by-category', idOf(category), id);
    for (const [index, { group }] of closer.entries()) draft.route(id, `${idOf(group)}-${index + 1}`, group);
    draft.route(id, 'otherwise', rest);
  }
  draft.route('by-category', 'any-other-incident', table.otherwise);
  return draft.finish();
}

/** The table by category, the most frequent first: what is asked first is what mostly decides. */
function categoriesOf(table: RouteTable) {
  const byCategory = Map.groupBy(table.rows, ({ category }) => category);
  const seenOf = (rows: RouteTable['rows']) => rows.reduce((sum, { seen }) => sum + seen, 0);
  return [...byCategory]
    .map(([category, rows]) => ({ category, rows }))
    .sort((a, b) => seenOf(b.rows) - seenOf(a.rows) || (a.category < b.category ? -1 : 1));
}

function isWholeCategory({ anyOf }: RouteCase): boolean {
  return anyOf.every((key) => DETAILS.every(([field]) => key[field] === undefined));
}

function anyOfKeys(keys: readonly RouteKey[]): Condition {
  const each = keys.map((key): Condition => {
    const comparisons = DETAILS.flatMap(([field, fact]) => {
      const value = key[field];
      return value === undefined ? [] : [{ fact, op: 'is', value } as const];
    });
    const [only] = comparisons;
    return only && comparisons.length === 1 ? only : { all: comparisons };
  });
  const [only] = each;
  return only && each.length === 1 ? only : { any: each };
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** A flow under way: nodes laid out in columns, routes beside those that lead to them. */
class Draft {
  readonly #groups: ReadonlyMap<string, DemoGroup>;
  readonly #nodes: FlowNode[] = [];
  readonly #edges: FlowEdge[] = [];
  readonly #heights = new Map<number, number>();
  /** Where the ways into each group's route come from, on the canvas. */
  readonly #sources = new Map<string, number[]>();

  constructor(groups: ReadonlyMap<string, DemoGroup>) {
    this.#groups = groups;
  }

  /** How far down a column is taken. */
  heightOf(column: number): number {
    return this.#heights.get(column) ?? 0;
  }

  add(id: string, kind: string, label: string, x: number, y: number, config: FlowNode['config']): void {
    this.#nodes.push({ id, kind, label, position: { x, y }, config });
    const ports = Array.isArray(config.cases) ? config.cases.length : 0;
    this.#heights.set(x, y + NODE_HEIGHT + PORT_HEIGHT * ports);
  }

  connect(from: string, port: string, to: string): void {
    this.#edges.push({ id: `${from}.${port}`, from: { node: from, port }, to: { node: to } });
  }

  /** Leads a port to the route of a group. */
  route(from: string, port: string, group: string): void {
    if (!this.#groups.has(group)) return;
    const y = this.#nodes.find(({ id }) => id === from)?.position.y ?? 0;
    this.#sources.set(group, [...(this.#sources.get(group) ?? []), y]);
    this.connect(from, port, `to-${idOf(group)}`);
  }

  finish(): Flow {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const ordered = [...this.#sources].sort(([a, ofA], [b, ofB]) => mean(ofA) - mean(ofB) || (a < b ? -1 : 1));
    for (const [group] of ordered) {
      const { queueId, skillId } = this.#groups.get(group) as DemoGroup;
      const y = this.heightOf(COLUMNS.routes);
      this.add(`to-${idOf(group)}`, 'action.route', `To ${group}`, COLUMNS.routes, y, {
        queueId,
        requirement: { skills: [{ skillId, level: 1 }] },
      });
    }
    return { format: 1, nodes: this.#nodes, edges: this.#edges, notes: [] };
  }
}
