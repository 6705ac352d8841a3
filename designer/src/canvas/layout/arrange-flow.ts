import type { ELK as ElkInstance, ElkNode } from 'elkjs/lib/elk-api';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { toElkGraph } from './elk-graph.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-request.ts';

let elk: Promise<ElkInstance> | null = null;

/**
 * Places for every node, worked out by ELK in a worker of its own. The library is fetched at the first call. Rejects
 * when the worker can't start.
 */
export async function arrangeFlow(request: LayoutRequest): Promise<LayoutAnswer> {
  elk ??= import('elkjs/lib/elk-api').then(({ default: Elk }) => new Elk({ workerUrl }));
  const laidOut: ElkNode = await (await elk).layout(toElkGraph(request));
  return Object.fromEntries(
    (laidOut.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
}
