import fc from 'fast-check';
import { arbitraryCondition } from '../conditions/condition-arbitrary.test-support.ts';
import { EMPTY_FLOW, type Flow, type FlowEdge, type FlowNode } from '../flow/flow.ts';
import { leadsTo, type NaiveFlow, waysOf } from './naive-drawing.test-support.ts';
import { arbitrarySteps, arbitraryTrigger, type Drawn } from './step-arbitrary.test-support.ts';

const position = { x: 0, y: 0 };

/** Whole flows: each port leads to a later step or nowhere, and only what a wait leads to may lie before it. */
const arbitraryFlow: fc.Arbitrary<Flow> = fc
  .record({
    triggers: fc.array(arbitraryTrigger, { minLength: 1, maxLength: 2 }),
    steps: arbitrarySteps,
    leaps: fc.array(fc.nat(11), { minLength: 40, maxLength: 40 }),
    after: fc.record({ condition: arbitraryCondition }),
  })
  .map(({ triggers, steps, leaps, after }) => {
    const starts: FlowNode[] = triggers.map((told, index) => ({ id: `t${index}`, position, ...told }));
    const rest = nodesOf(steps);
    const edges: FlowEdge[] = [];
    const join = (node: string, port: string, target: FlowNode | undefined) => {
      if (target) edges.push({ id: `${node}-${port}-${edges.length}`, from: { node, port }, to: { node: target.id } });
    };
    for (const start of starts) join(start.id, 'then', rest[0]);
    let draw = 0;
    for (const [index, { kind, ports }] of steps.entries()) {
      for (const port of ports) {
        const leap = leaps[draw % leaps.length] ?? 0;
        // A circle goes round by a wait.
        const isBack = kind === 'control.wait' && leap > 8;
        const target = rest[isBack ? Math.max(0, index - leap + 9) : index + 1 + (leap % 4)];
        join(`s${index}`, port, target);
        draw += 1;
      }
    }
    return withoutLonelyJoins({ ...EMPTY_FLOW, nodes: [...starts, ...rest], edges }, after);
  });

/** Answers that steps ask about are those of the flow's first call, else the ticket's level. */
function nodesOf(steps: readonly Drawn[]): readonly FlowNode[] {
  const call = steps.findIndex(({ kind }) => kind === 'action.webhook');
  const answer = call < 0 ? 'ticket.level' : `result.s${call}.code`;
  return steps.map(({ kind, config }, index) => {
    const text = JSON.stringify(config);
    const isAsked = text.includes('answer.code');
    const told = isAsked ? (JSON.parse(text.replaceAll('answer.code', answer)) as Drawn['config']) : config;
    return { id: `s${index}`, kind, position, config: told };
  });
}

/** A join that brings no branches together may not be published: something else stands in its place. */
function withoutLonelyJoins(flow: Flow, config: FlowNode['config']): Flow {
  const isLonely = ({ id, kind }: FlowNode) =>
    kind === 'control.join' &&
    !flow.edges.some(({ from: { node, port } }) => {
      const leading = waysOf(flow, node, port).filter(({ to }) => to.node === id || leadsTo(flow, to.node, id));
      return leading.length > 1;
    });
  const lonely = flow.nodes.filter(isLonely).map(({ id }) => id);
  if (lonely.length === 0) return flow;
  return {
    ...flow,
    nodes: flow.nodes.map((node) => (lonely.includes(node.id) ? { ...node, kind: 'filter.condition', config } : node)),
    edges: flow.edges.map((edge) =>
      lonely.includes(edge.from.node) ? { ...edge, from: { ...edge.from, port: 'yes' } } : edge,
    ),
  };
}

const stopOnMatch = fc.constantFrom(false, false, true);

/** Up to five live flows that set each other off, with branches, joins, waits and circles. */
export const arbitraryFlows: fc.Arbitrary<readonly NaiveFlow[]> = fc
  .array(fc.record({ position: fc.nat(2), stopOnMatch, flow: arbitraryFlow }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((flows) => flows.map((flow, index) => ({ ...flow, flowId: `f${index}` })));
