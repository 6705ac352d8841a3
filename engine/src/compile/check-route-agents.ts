import type { FlowNode } from '../flow/flow.ts';
import { listedActions } from '../nodes/action-list.ts';
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
export function checkRouteAgents({ given }: FlowReading, agents: readonly RoutingAgent[]): readonly ProgramIssue[] {
  const { flow, flowId } = given;
  return flow.nodes.flatMap((node) =>
    routesOf(node).flatMap(({ targets, path }): readonly ProgramIssue[] =>
      targets.length === 0 || targets.some((target) => canBeServed(target, agents))
        ? []
        : [{ code: 'ROUTE_WITHOUT_AGENT', severity: 'warning', flowId, nodeId: node.id, path, params: {} }],
    ),
  );
}

interface Route {
  readonly targets: readonly LadderTarget[];
  readonly path: readonly (string | number)[];
}

const ROUTE_KIND = 'action.route';

/** The node itself, or those in its list of actions. */
function routesOf({ kind, config }: FlowNode): readonly Route[] {
  if (kind === ROUTE_KIND) return [{ targets: routeTargets(config), path: ['config', 'requirement'] }];
  return listedActions(config).flatMap((action, index) =>
    action.kind === ROUTE_KIND ? [{ targets: routeTargets(action.config), path: ['config', 'actions', index] }] : [],
  );
}

function canBeServed({ requirement }: LadderTarget, agents: readonly RoutingAgent[]): boolean {
  const lasting = { ...requirement, skills: requirement.skills.filter(({ drop }) => drop === undefined) };
  return agents.some((agent) => meetsRequirement(agent, lasting));
}
