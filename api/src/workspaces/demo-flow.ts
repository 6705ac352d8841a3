import type { Condition, Flow, FlowEdge, FlowNode } from '@alur/engine';
import { type RouteKey, type RouteTable, routeCases } from '../incidents/route-table.ts';

/** What the demo flow refers to, by group name: each group is a queue and a skill. */
export interface DemoGroup {
  readonly queueId: string;
  readonly skillId: string;
}

/** Distances on the canvas, in pixels. */
const COLUMN_WIDTH = 380;
const ROUTE_HEIGHT = 130;

/** Incidents that must have borne a row out for it to be worth a place on the canvas. */
const WELL_BORNE_OUT = 60;

/**
 * The part of a decision table that a person takes in at a glance: the rows on category and subcategory that the most
 * incidents have borne out. The demo flow is there to be read and changed; whoever wants every row draws them.
 */
export function mainRoutes(table: RouteTable): RouteTable {
  const rows = table.rows.filter(
    ({ symptom, location, agreed }) => symptom === undefined && location === undefined && agreed >= WELL_BORNE_OUT,
  );
  return { ...table, rows };
}

/**
 * The flow that routes incidents by what was known at intake: a table as one switch with a case for each group, each
 * ending in the queue of the group and asking for its skill. Tickets that are no incidents of the log are left alone;
 * groups that aren't given are left out.
 */
export function demoFlow(table: RouteTable, groups: ReadonlyMap<string, DemoGroup>): Flow {
  const cases = routeCases(table)
    .filter(({ group }) => groups.has(group))
    .map(({ group, anyOf }, index) => ({ id: `case-${index + 1}`, label: group, condition: anyOfKeys(anyOf) }));
  const routed = [...new Set([...cases.map(({ label }) => label), table.otherwise])];
  const middle = ((routed.length - 1) / 2) * ROUTE_HEIGHT;
  const nodes: FlowNode[] = [
    node('start', 'trigger.ticketCreated', 'Incident arrives', 0, middle, {}),
    node('is-incident', 'filter.condition', 'Comes from the incident log', 1, middle, {
      condition: { not: { fact: 'ticket.custom.impact', op: 'isEmpty' } },
    }),
    node('by-group', 'filter.switch', 'Which group knows it', 2, middle / 2, { cases }),
  ];
  const edges: FlowEdge[] = [
    edge('start', 'then', 'is-incident'),
    edge('is-incident', 'yes', 'by-group'),
    ...cases.map(({ id, label }) => edge('by-group', id, routeId(label))),
  ];
  for (const [index, group] of routed.entries()) {
    const target = groups.get(group);
    if (!target) continue;
    nodes.push(
      node(routeId(group), 'action.route', `To ${group}`, 3, index * ROUTE_HEIGHT, {
        queueId: target.queueId,
        requirement: { skills: [{ skillId: target.skillId, level: 1 }] },
      }),
    );
  }
  if (groups.has(table.otherwise)) edges.push(edge('by-group', 'otherwise', routeId(table.otherwise)));
  return { format: 1, nodes, edges, notes: [] };
}

function anyOfKeys(keys: readonly RouteKey[]): Condition {
  const each = keys.map(({ category, subcategory }): Condition => {
    const ofCategory = { fact: 'ticket.category', op: 'is', value: category } as const;
    if (subcategory === undefined) return ofCategory;
    return { all: [ofCategory, { fact: 'ticket.custom.subcategory', op: 'is', value: subcategory }] };
  });
  const [only] = each;
  return only && each.length === 1 ? only : { any: each };
}

function node(
  id: string,
  kind: string,
  label: string,
  column: number,
  y: number,
  config: FlowNode['config'],
): FlowNode {
  return { id, kind, label, position: { x: column * COLUMN_WIDTH, y }, config };
}

function edge(from: string, port: string, to: string): FlowEdge {
  return { id: `${from}.${port}`, from: { node: from, port }, to: { node: to } };
}

function routeId(group: string): string {
  return `to-${group.toLowerCase().replaceAll(' ', '-')}`;
}
