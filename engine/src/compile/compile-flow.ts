import type { Flow, FlowEdge } from '../flow/flow.ts';
import type { Behaviour } from '../nodes/behaviour.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { type CompiledJoin, compileJoins } from './compile-joins.ts';

type TriggerBehaviour = Extract<Behaviour, { readonly type: 'trigger' }>;

/** A way out of a step: the edge taken and the step it leads to. */
export interface Way {
  readonly edgeId: string;
  readonly step: CompiledStep;
}

/** A node made ready to run. `behaviour` is null where it cannot be run; the run then fails there, visibly. */
export interface CompiledStep {
  readonly nodeId: string;
  readonly kind: string;
  readonly behaviour: Exclude<Behaviour, TriggerBehaviour> | null;
  /** By port, sorted by edge id. More than one way makes the port a fork; only `control.parallel` has such ports. */
  readonly ways: ReadonlyMap<string, readonly Way[]>;
}

/** A trigger made ready: when it fires and where the run begins (null: nowhere). */
export interface CompiledTrigger extends Pick<TriggerBehaviour, 'on' | 'miss' | 'time' | 'need'> {
  readonly nodeId: string;
  readonly kind: string;
  readonly first: Way | null;
}

/** What a compiled flow is known by. */
export interface PipelineIdentity {
  readonly flowId: string;
  readonly versionId: string;
  /** Live flows run in ascending position; equal ones by flow id. */
  readonly position: number;
  /** Once this flow acted on an event, later flows are not run for it. */
  readonly stopOnMatch: boolean;
}

/** A compiled flow version. Immutable; holds functions, so it is made where it runs and never stored. */
export interface Pipeline extends PipelineIdentity {
  /** By node id: where several triggers fire on one event, the first begins the run. */
  readonly triggers: readonly CompiledTrigger[];
  /** All nodes but the triggers, by node id. */
  readonly steps: ReadonlyMap<string, CompiledStep>;
  readonly joins: ReadonlyMap<string, CompiledJoin>;
  /** Nodes that cannot be run (unknown kind or unusable config), by id; empty for every flow without errors. */
  readonly brokenNodeIds: readonly string[];
}

/** The one kind of node whose ports may have several edges: those are branches that run side by side. */
const FORKING_KIND = 'control.parallel';

/**
 * Makes a flow ready to run. Meant for flows in which `checkFlow` finds no errors; others compile too, so that one bad
 * version cannot keep a workspace from starting: broken steps fail their run, a broken trigger never fires, and both
 * are named in `brokenNodeIds`; of several edges where only one may be, the one with the smallest id counts. Never
 * throws. The order of nodes and edges in the document has no influence.
 */
export function compileFlow(flow: Flow, identity: PipelineIdentity): Pipeline {
  const edges = edgesByPort(flow.edges);
  const steps = new Map<string, CompiledStep>();
  const ways = new Map<string, Map<string, readonly Way[]>>();
  const triggers: Omit<CompiledTrigger, 'first'>[] = [];
  const brokenNodeIds: string[] = [];
  for (const { id, kind, config } of [...flow.nodes].sort((a, b) => compareText(a.id, b.id))) {
    const behaviour = nodeDefinition(kind)?.behaviour(config, id) ?? null;
    if (!behaviour) brokenNodeIds.push(id);
    if (behaviour?.type === 'trigger') {
      const { on, miss, time, need = null } = behaviour;
      triggers.push({ nodeId: id, kind, on, miss, need, ...(time ? { time } : {}) });
    } else {
      const own = new Map<string, readonly Way[]>();
      ways.set(id, own);
      steps.set(id, { nodeId: id, kind, behaviour, ways: own });
    }
  }
  const waysOf = (leaving: readonly FlowEdge[]): Way[] =>
    leaving.flatMap((edge) => {
      const step = steps.get(edge.to.node);
      return step ? [{ edgeId: edge.id, step }] : [];
    });
  for (const [nodeId, own] of ways) {
    const canFork = steps.get(nodeId)?.kind === FORKING_KIND;
    for (const [port, leaving] of edges.get(nodeId) ?? []) {
      const found = waysOf(canFork ? leaving : leaving.slice(0, 1));
      if (found.length > 0) own.set(port, found);
    }
  }
  const { flowId, versionId, position, stopOnMatch } = identity;
  return {
    flowId,
    versionId,
    position,
    stopOnMatch,
    triggers: triggers.map((trigger) => {
      const leaving = edges.get(trigger.nodeId)?.get('then') ?? [];
      return { ...trigger, first: waysOf(leaving.slice(0, 1))[0] ?? null };
    }),
    steps,
    joins: compileJoins(steps),
    brokenNodeIds,
  };
}

/** Order of two texts by code unit, the same everywhere. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The order in which live flows run: ascending position, then by flow id and version id. */
export function comparePipelines(a: Pipeline, b: Pipeline): number {
  return a.position - b.position || compareText(a.flowId, b.flowId) || compareText(a.versionId, b.versionId);
}

/** The edges of every port of every node, sorted by id. */
function edgesByPort(edges: readonly FlowEdge[]): ReadonlyMap<string, ReadonlyMap<string, readonly FlowEdge[]>> {
  const byNode = new Map<string, Map<string, FlowEdge[]>>();
  for (const edge of [...edges].sort((a, b) => compareText(a.id, b.id))) {
    const byPort = byNode.get(edge.from.node) ?? new Map<string, FlowEdge[]>();
    byNode.set(edge.from.node, byPort);
    const leaving = byPort.get(edge.from.port) ?? [];
    byPort.set(edge.from.port, leaving);
    leaving.push(edge);
  }
  return byNode;
}
