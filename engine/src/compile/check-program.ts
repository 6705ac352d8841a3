import { checkMutualTriggers } from './check-mutual-triggers.ts';
import { checkRouteAgents } from './check-route-agents.ts';
import { checkSameField } from './check-same-field.ts';
import { checkEscalations, checkTimers } from './check-sla-guards.ts';
import { compareText } from './compile-flow.ts';
import { compareFlows, type FlowReading, readWriters } from './flow-writer.ts';
import type { ProgramFlow, ProgramIssue, ProgramWorld } from './program-world.ts';

/**
 * What live flows do to each other and to the workspace; `checkFlow` says what is wrong in each. Warnings only:
 * FLOWS_SET_SAME_FIELD, FLOWS_TRIGGER_EACH_OTHER, ROUTE_WITHOUT_AGENT, TIMER_LONGER_THAN_SLA, SLA_WITHOUT_ESCALATION.
 * Order: by flow in the order they run, node, code and other flow, whatever order they come in; those about no flow
 * last. Never throws. Cost: pairs of flows that write a common field, or of which one may start the other.
 */
export function checkProgram(flows: readonly ProgramFlow[], world: ProgramWorld): readonly ProgramIssue[] {
  const ordered = [...flows].sort(compareFlows);
  const readings = ordered.map((flow) => readWriters(flow, world.references));
  const { routingAgents, slaPolicies } = world;
  const issues = [
    ...readings.flatMap((earlier, index) => readings.slice(index + 1).flatMap((later) => checkPair(earlier, later))),
    ...(routingAgents ? readings.flatMap((reading) => checkRouteAgents(reading, routingAgents)) : []),
    ...(slaPolicies ? readings.flatMap((reading) => checkTimers(reading, slaPolicies, world.defaultCalendarId)) : []),
    ...checkEscalations(readings, slaPolicies ?? world.references.slaPolicies),
  ];
  const places = new Map(ordered.map(({ flowId }, index) => [flowId, index]));
  const placeOf = ({ flowId }: ProgramIssue) => (flowId === undefined ? ordered.length : (places.get(flowId) ?? 0));
  return issues.sort((a, b) => placeOf(a) - placeOf(b) || compareText(orderKey(a), orderKey(b)));
}

function checkPair(earlier: FlowReading, later: FlowReading): readonly ProgramIssue[] {
  if (earlier.given.flowId === later.given.flowId) return [];
  const hasCommon = [...earlier.written].some((fact) => later.written.has(fact));
  return [...(hasCommon ? checkSameField(earlier, later) : []), ...checkMutualTriggers(earlier, later)];
}

function orderKey({ nodeId = '', code, otherFlowId = '', path, params }: ProgramIssue): string {
  return JSON.stringify([nodeId, code, otherFlowId, path, params]);
}
