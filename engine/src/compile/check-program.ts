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
  const readings = readAll(flows, world);
  const { slaPolicies, references } = world;
  return inOrder(readings, [
    ...readings.flatMap((earlier, index) => readings.slice(index + 1).flatMap((later) => checkPair(earlier, later))),
    ...readings.flatMap((reading) => checkInWorld(reading, world)),
    ...checkEscalations(readings, slaPolicies ?? references.slaPolicies),
  ]);
}

/**
 * What `checkProgram` says of one of the flows, from either side. Cost: pairs of that flow and others that write a common
 * field, or of which one may start the other.
 */
export function checkFlowInProgram(
  flowId: string,
  flows: readonly ProgramFlow[],
  world: ProgramWorld,
): readonly ProgramIssue[] {
  const readings = readAll(flows, world);
  const at = readings.findIndex(({ given }) => given.flowId === flowId);
  const own = readings[at];
  if (!own) return [];
  return inOrder(readings, [
    ...readings.slice(0, at).flatMap((earlier) => checkPair(earlier, own)),
    ...readings.slice(at + 1).flatMap((later) => checkPair(own, later)),
    ...checkInWorld(own, world),
  ]);
}

function readAll(flows: readonly ProgramFlow[], { references }: ProgramWorld): readonly FlowReading[] {
  return [...flows].sort(compareFlows).map((flow) => readWriters(flow, references));
}

function inOrder(readings: readonly FlowReading[], issues: ProgramIssue[]): readonly ProgramIssue[] {
  const places = new Map(readings.map(({ given }, index) => [given.flowId, index]));
  const placeOf = ({ flowId }: ProgramIssue) => (flowId === undefined ? readings.length : (places.get(flowId) ?? 0));
  return issues.sort((a, b) => placeOf(a) - placeOf(b) || compareText(orderKey(a), orderKey(b)));
}

function checkInWorld(
  reading: FlowReading,
  { routingAgents, slaPolicies, defaultCalendarId }: ProgramWorld,
): readonly ProgramIssue[] {
  return [
    ...(routingAgents ? checkRouteAgents(reading, routingAgents) : []),
    ...(slaPolicies ? checkTimers(reading, slaPolicies, defaultCalendarId) : []),
  ];
}

function checkPair(earlier: FlowReading, later: FlowReading): readonly ProgramIssue[] {
  if (earlier.given.flowId === later.given.flowId) return [];
  const hasCommon = [...earlier.written].some((fact) => later.written.has(fact));
  return [...(hasCommon ? checkSameField(earlier, later) : []), ...checkMutualTriggers(earlier, later)];
}

function orderKey({ nodeId = '', code, otherFlowId = '', path, params }: ProgramIssue): string {
  return JSON.stringify([nodeId, code, otherFlowId, path, params]);
}
