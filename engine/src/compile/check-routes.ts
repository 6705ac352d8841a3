import { isCertain } from '../conditions/reasoning/knowledge.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { Issue } from '../flow/issue.ts';
import { writesOf } from './after-writes.ts';
import type { CompiledStep, Way } from './compile-flow.ts';
import { pathKnowledge } from './path-knowledge.ts';
import { portParams } from './port-params.ts';
import type { ReadFlow } from './read-flow.ts';

/** Who or what looks after a ticket. */
const OWNERS: ReadonlySet<string> = new Set(['ticket.queue', 'ticket.team', 'ticket.assignee']);

/**
 * New tickets that a flow leaves to nobody while it gives others a queue, team or agent: UNROUTED_TICKETS (warning) at
 * the step and port where they leave it. The first conditions of a flow, one side of which leads nowhere, say what the
 * flow is about, so that side is not judged; nobody leaves by a stop. Silent where it is not certain that tickets get
 * there.
 */
export function checkRoutes(flow: ReadFlow): readonly Issue[] {
  const { pipeline, nodes } = flow;
  const triggers = pipeline.triggers.filter(({ on }) => on.includes('ticketCreated'));
  const isSettled = (step: CompiledStep) => settles(step, nodes.get(step.nodeId));
  if (![...pipeline.steps.values()].some((step) => isOwning(nodes.get(step.nodeId)))) return [];
  const paths = pathKnowledge(flow, { triggers, endsAt: isSettled });
  if (!paths) return [];
  const unowned = new Set<CompiledStep>();
  const gates = new Set<CompiledStep>();
  const visit = ({ step }: Way, isGateway: boolean) => {
    if (isSettled(step)) return;
    unowned.add(step);
    if (isGateway && isGate(step)) gates.add(step);
  };
  for (const { first } of triggers) if (first) visit(first, true);
  // A set can grow while it is walked; what is added is walked too.
  for (const step of unowned) {
    for (const ways of step.ways.values()) {
      if (ways.length > 1 && ways.some((way) => leadsToOwner(way, nodes))) continue;
      for (const way of ways) visit(way, gates.has(step));
    }
  }
  const issues: Issue[] = [];
  for (const step of unowned) {
    if (gates.has(step)) continue;
    for (const [port, { known, isExact }] of paths.after.get(step.nodeId) ?? []) {
      if (port === 'failed' || step.ways.has(port) || !isExact || !isCertain(known)) continue;
      const { nodeId } = step;
      issues.push({
        code: 'UNROUTED_TICKETS',
        severity: 'warning',
        nodeId,
        path: [],
        params: portParams(nodes.get(nodeId), port),
      });
    }
  }
  return issues;
}

/** A first condition that leads on by one side only. */
function isGate({ ways, kind }: CompiledStep): boolean {
  return kind === 'filter.condition' && ways.size === 1;
}

/** Whether nothing is left to be done for the ticket behind this step: it has an owner, it ended, or another flow has it. */
function settles({ behaviour }: CompiledStep, node: FlowNode | undefined): boolean {
  return behaviour?.type === 'startFlow' || isOwning(node);
}

function isOwning(node: FlowNode | undefined): boolean {
  return writesOf(node).some((write) => {
    if ('added' in write) return false;
    if (write.fact === 'ticket.status') return write.to === 'solved' || write.to === 'closed';
    return OWNERS.has(write.fact) && write.to !== null;
  });
}

function leadsToOwner(way: Way, nodes: ReadonlyMap<string, FlowNode>): boolean {
  const passed = new Set([way.step]);
  for (const { ways } of passed) for (const { step } of [...ways.values()].flat()) passed.add(step);
  return [...passed].some(({ nodeId }) => isOwning(nodes.get(nodeId)));
}
