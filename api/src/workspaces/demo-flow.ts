import type { Condition, Flow, FlowEdge, FlowNode } from '@alur/engine';
import { type RouteCase, type RouteKey, type RouteTable, routeCases } from '../incidents/route-table.ts';

/** What the demo flow refers to, by group name: each group is a queue and a skill. */
export interface DemoGroup {
  readonly queueId: string;
  readonly skillId: string;
}

type Shape = 'location' | 'symptom' | 'subcategory' | 'category';

const FACTS: Readonly<Record<keyof RouteKey, string>> = {
  category: 'ticket.category',
  subcategory: 'ticket.custom.subcategory',
  symptom: 'ticket.custom.symptom',
  location: 'ticket.custom.location',
};
const FIELDS = ['category', 'subcategory', 'symptom', 'location'] as const;

/** One switch for each combination of fields the table looks at, from special to general. */
const SWITCHES: readonly { readonly shape: Shape; readonly label: string }[] = [
  { shape: 'location', label: 'Category, subcategory and location' },
  { shape: 'symptom', label: 'Category, subcategory and symptom' },
  { shape: 'subcategory', label: 'Category and subcategory' },
  { shape: 'category', label: 'Category alone' },
];

const SWITCH_STEP = { x: 340, y: 420 };
const ROUTES = { x: 1_900, columns: 5, width: 280, height: 150 };

/**
 * The flow that routes incidents by what was known at intake: a decision table as switches, each case on its way to
 * the queue of a group. Tickets that are no incidents of the log are left alone. Groups that aren't given are left out.
 */
export function demoFlow(table: RouteTable, groups: ReadonlyMap<string, DemoGroup>): Flow {
  const cases = routeCases(table).filter(({ group }) => groups.has(group));
  const routed = [...new Set([...cases.map(({ group }) => group), table.otherwise])].filter((group) =>
    groups.has(group),
  );
  const nodes: FlowNode[] = [
    node('start', 'trigger.ticketCreated', 'Incident arrives', 0, 0, {}),
    node('is-incident', 'filter.condition', 'Comes from the incident log', 320, 0, {
      condition: {
        any: [
          { fact: 'ticket.category', op: 'isOneOf', value: [...new Set(table.rows.map(({ category }) => category))] },
          { not: { fact: 'ticket.custom.impact', op: 'isEmpty' } },
        ],
      },
    }),
  ];
  const edges: FlowEdge[] = [edge('start', 'then', 'is-incident')];
  let from = { node: 'is-incident', port: 'yes' };
  for (const [index, { shape, label }] of SWITCHES.entries()) {
    const own = cases.filter((routeCase) => shapeOf(routeCase) === shape);
    if (own.length === 0) continue;
    const id = `by-${shape}`;
    const x = 640 + SWITCH_STEP.x * index;
    nodes.push(
      node(id, 'filter.switch', label, x, SWITCH_STEP.y * index, {
        cases: own.map(({ group, anyOf }) => ({ id: portOf(group), label: group, condition: anyOfKeys(anyOf) })),
      }),
    );
    edges.push(edge(from.node, from.port, id));
    for (const { group } of own) edges.push(edge(id, portOf(group), routeId(group)));
    from = { node: id, port: 'otherwise' };
  }
  if (groups.has(table.otherwise)) edges.push(edge(from.node, from.port, routeId(table.otherwise)));
  for (const [index, group] of routed.entries()) {
    const { queueId, skillId } = groups.get(group) as DemoGroup;
    const x = ROUTES.x + ROUTES.width * (index % ROUTES.columns);
    const y = ROUTES.height * Math.floor(index / ROUTES.columns);
    nodes.push(
      node(routeId(group), 'action.route', `To ${group}`, x, y, {
        queueId,
        requirement: { skills: [{ skillId, level: 1 }] },
      }),
    );
  }
  return { format: 1, nodes, edges, notes: [] };
}

function shapeOf({ anyOf }: RouteCase): Shape {
  const [key] = anyOf;
  if (key?.location !== undefined) return 'location';
  if (key?.symptom !== undefined) return 'symptom';
  return key?.subcategory !== undefined ? 'subcategory' : 'category';
}

function anyOfKeys(keys: readonly RouteKey[]): Condition {
  const all = keys.map((key) => {
    const comparisons = FIELDS.flatMap((field) =>
      key[field] === undefined ? [] : [{ fact: FACTS[field], op: 'is', value: key[field] } as const],
    );
    const [only] = comparisons;
    return only && comparisons.length === 1 ? only : { all: comparisons };
  });
  const [only] = all;
  return only && all.length === 1 ? only : { any: all };
}

function node(id: string, kind: string, label: string, x: number, y: number, config: FlowNode['config']): FlowNode {
  return { id, kind, label, position: { x, y }, config };
}

function edge(from: string, port: string, to: string): FlowEdge {
  return { id: `${from}.${port}-${to}`, from: { node: from, port }, to: { node: to } };
}

function portOf(group: string): string {
  return group.toLowerCase().replaceAll(' ', '-');
}

function routeId(group: string): string {
  return `to-${portOf(group)}`;
}
