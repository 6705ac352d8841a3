import type { FlowNode } from '../flow/flow.ts';
import { routeTargets } from '../nodes/action-route.ts';
import type { RoutingAgent } from '../routing/assignment.ts';
import { meetsRequirement } from '../routing/exclusion-for.ts';
import type { LadderTarget } from '../routing/requirement.ts';
import type { FlowReading } from './flow-writer.ts';
import type { ProgramIssue } from './program-world.ts';

/**
 * Routes on whose whole ladder there is nobody who could ever take a ticket, whatever falls away in time and whoever is
 * at work: ROUTE_WITHOUT_AGENT (warning). A language that only the ticket knows asks for nothing here.
 */
export function checkRouteAgents(
  { given, pipeline, nodes }: FlowReading,
  agents: readonly RoutingAgent[],
): readonly ProgramIssue[] {
  return [...pipeline.steps.keys()].flatMap((nodeId): readonly ProgramIssue[] =>
    routesOf(nodes.get(nodeId)).flatMap(({ targets, path }) =>
      targets.length === 0 || targets.some((target) => canBeServed(target, agents))
        ? []
        : [{ code: 'ROUTE_WITHOUT_AGENT', severity: 'warning', flowId: given.flowId, nodeId, path, params: {} }],
    ),
  );
}

interface Route {
  readonly targets: readonly LadderTarget[];
  readonly path: readonly (string | number)[];
}

const ROUTE_KIND = 'action.route';

/** The node itself, or those in its list of actions. */
function routesOf(node: FlowNode | undefined): readonly Route[] {
  if (!node) return [];
  if (node.kind === ROUTE_KIND) return [{ targets: routeTargets(node.config), path: ['config', 'requirement'] }];
  const { actions } = node.config;
  if (!Array.isArray(actions)) return [];
  return actions.flatMap((action: unknown, index): readonly Route[] => {
    if (typeof action !== 'object' || action === null || !('kind' in action && 'config' in action)) return [];
    const { kind, config } = action;
    if (kind !== ROUTE_KIND || typeof config !== 'object' || config === null) return [];
    return [{ targets: routeTargets({ ...config }), path: ['config', 'actions', index] }];
  });
}

function canBeServed({ requirement }: LadderTarget, agents: readonly RoutingAgent[]): boolean {
  const lasting = { ...requirement, skills: requirement.skills.filter(({ drop }) => drop === undefined) };
  return agents.some((agent) => meetsRequirement(agent, lasting));
}
