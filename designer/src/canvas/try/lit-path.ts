import type { Flow, Run } from '@alur/engine';

/** The way runs took: nodes in order, lit up to `shown`; `edgeAt` says from which count on an edge is lit. */
export interface LitPath {
  readonly nodeIds: readonly string[];
  readonly edgeAt: Readonly<Record<string, number>>;
  /** Where runs stay. */
  readonly waitingIds: ReadonlySet<string>;
  readonly shown: number;
}

type TakenWay = Pick<Run, 'steps' | 'edgeIds'>;

/** The way of some runs of one flow, one after the other, all of it shown. Branches light up as they were passed. */
export function litPath(runs: readonly TakenWay[], edges: Flow['edges'], waitingIds: readonly string[]): LitPath {
  const nodeIds = runs.flatMap(({ steps }) => steps.map(({ nodeId }) => nodeId));
  const ends = new Map(edges.map(({ id, from, to }) => [id, { from: from.node, to: to.node }]));
  const edgeAt: Record<string, number> = {};
  for (const edgeId of runs.flatMap((run) => run.edgeIds)) {
    const edge = ends.get(edgeId);
    if (!edge || edgeId in edgeAt) continue;
    const left = nodeIds.indexOf(edge.from) + 1;
    const reached = nodeIds.indexOf(edge.to, left);
    edgeAt[edgeId] = (reached === -1 ? left : reached) + 1;
  }
  return { nodeIds, edgeAt, waitingIds: new Set(waitingIds), shown: nodeIds.length };
}

/** How a node is lit: not at all, passed, just now, or the run stays there. */
export function nodeLight(path: LitPath | null, nodeId: string): 'off' | 'on' | 'now' | 'waits' | undefined {
  if (!path) return undefined;
  const index = path.nodeIds.indexOf(nodeId);
  if (index === -1 || index >= path.shown) return 'off';
  if (path.waitingIds.has(nodeId) && path.shown >= path.nodeIds.length) return 'waits';
  return path.nodeIds[path.shown - 1] === nodeId ? 'now' : 'on';
}

export function edgeLight(path: LitPath | null, edgeId: string): 'on' | 'off' | undefined {
  if (!path) return undefined;
  const from = path.edgeAt[edgeId];
  return from !== undefined && from <= path.shown ? 'on' : 'off';
}
