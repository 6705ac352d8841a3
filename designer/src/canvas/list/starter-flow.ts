import { FLOW_FORMAT, type Flow, type FlowEdge, type FlowNode, type References } from '@alur/engine';

/** How many categories the starter tells apart. */
const MOST_CASES = 4;

const AT_START = { x: 0, y: 0 } as const;

/**
 * A flow to begin with: new tickets go to a queue by their category, the rest to the last queue. It uses the
 * workspace's own categories and queues; what is missing is left to fill in.
 */
export function starterFlow(references: References, freshId: () => string): Flow {
  const categories = references.categories.slice(0, MOST_CASES);
  const cases = (categories.length > 0 ? categories : ['']).map((category) => ({
    id: freshId(),
    ...(category ? { label: category } : {}),
    condition: category
      ? { fact: 'ticket.category', op: 'is', value: category }
      : { fact: 'ticket.category', op: 'is' },
  }));
  const trigger: FlowNode = { id: freshId(), kind: 'trigger.ticketCreated', position: AT_START, config: {} };
  const choice: FlowNode = { id: freshId(), kind: 'filter.switch', position: AT_START, config: { cases } };
  const ports = [...cases.map(({ id }) => id), 'otherwise'];
  const routes = ports.map((port, index): { node: FlowNode; edge: FlowEdge } => {
    const queueId = (references.queues[index] ?? references.queues.at(-1))?.id ?? '';
    const config = { queueId, requirement: { skills: [] } };
    const node: FlowNode = { id: freshId(), kind: 'action.route', position: AT_START, config };
    return { node, edge: { id: freshId(), from: { node: choice.id, port }, to: { node: node.id } } };
  });
  const start: FlowEdge = { id: freshId(), from: { node: trigger.id, port: 'then' }, to: { node: choice.id } };
  return {
    format: FLOW_FORMAT,
    nodes: [trigger, choice, ...routes.map(({ node }) => node)],
    edges: [start, ...routes.map(({ edge }) => edge)],
    notes: [],
  };
}
