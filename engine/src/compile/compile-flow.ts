import type { Flow, FlowEdge } from '../flow/flow.ts';
import type { Behaviour } from '../nodes/behaviour.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';

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
  readonly ways: ReadonlyMap<string, Way>;
}

/** A trigger made ready: when it fires and where the run begins (null: nowhere). */
export interface CompiledTrigger {
  readonly nodeId: string;
  readonly kind: string;
  readonly on: TriggerBehaviour['on'];
  readonly miss: TriggerBehaviour['miss'];
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
  /** Nodes that cannot be run (unknown kind or unusable config), by id; empty for every flow without errors. */
  readonly brokenNodeIds: readonly string[];
}

/**
 * Makes a flow ready to run. Meant for flows in which `checkFlow` finds no errors; others compile too, so that one bad
 * version cannot keep a workspace from starting: broken steps fail their run, a broken trigger never fires, and both
 * are named in `brokenNodeIds`. Never throws. The order of nodes and edges in the document has no influence.
 */
export function compileFlow(flow: Flow, identity: PipelineIdentity): Pipeline {
  const edges = edgesByPort(flow.edges);
  const steps = new Map<string, CompiledStep>();
  const ways = new Map<string, Map<string, Way>>();
  const triggers: Omit<CompiledTrigger, 'first'>[] = [];
  const brokenNodeIds: string[] = [];
  for (const { id, kind, config } of [...flow.nodes].sort((a, b) => compareText(a.id, b.id))) {
    const behaviour = nodeDefinition(kind)?.behaviour(config) ?? null;
    if (!behaviour) brokenNodeIds.push(id);
    if (behaviour?.type === 'trigger') {
      triggers.push({ nodeId: id, kind, on: behaviour.on, miss: behaviour.miss });
    } else {
      const own = new Map<string, Way>();
      ways.set(id, own);
      steps.set(id, { nodeId: id, kind, behaviour, ways: own });
    }
  }
  const wayOf = (edge: FlowEdge | undefined): Way | null => {
    const step = edge && steps.get(edge.to.node);
    return step ? { edgeId: edge.id, step } : null;
  };
  for (const [nodeId, own] of ways) {
    for (const [port, edge] of edges.get(nodeId) ?? []) {
      const way = wayOf(edge);
      if (way) own.set(port, way);
    }
  }
  return {
    flowId: identity.flowId,
    versionId: identity.versionId,
    position: identity.position,
    stopOnMatch: identity.stopOnMatch,
    triggers: triggers.map((trigger) => ({ ...trigger, first: wayOf(edges.get(trigger.nodeId)?.get('then')) })),
    brokenNodeIds,
  };
}

/** Order of two texts by code unit, the same everywhere. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The edge of every port of every node; of several at one port, the one with the smallest id. */
function edgesByPort(edges: readonly FlowEdge[]): ReadonlyMap<string, ReadonlyMap<string, FlowEdge>> {
  const byNode = new Map<string, Map<string, FlowEdge>>();
  for (const edge of [...edges].sort((a, b) => compareText(a.id, b.id))) {
    const byPort = byNode.get(edge.from.node) ?? new Map<string, FlowEdge>();
    if (!byPort.has(edge.from.port)) byPort.set(edge.from.port, edge);
    byNode.set(edge.from.node, byPort);
  }
  return byNode;
}
