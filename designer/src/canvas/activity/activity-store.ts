import type { Flow } from '@alur/engine';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useEditor } from '../editor/editor-context.ts';

/** How many tickets came by in the last 60 minutes, by node and by edge. */
export interface ActivityCounts {
  readonly runs: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
}

/** Null while the overlay is off or nothing arrived yet. */
interface Activity {
  readonly counts: ActivityCounts | null;
}

export type ActivityStore = StoreApi<Activity>;

export function createActivityStore(): ActivityStore {
  return createStore<Activity>(() => ({ counts: null }));
}

/**
 * The part of what left a node that took this edge, in whole per cent; null where the node has one way out only, or
 * where nothing came by.
 */
export function shareOf(counts: ActivityCounts, edges: Flow['edges'], edgeId: string): number | null {
  const edge = edges.find(({ id }) => id === edgeId);
  const passed = edge && counts.nodes[edge.from.node];
  const ways = edges.filter(({ from }) => from.node === edge?.from.node);
  if (!passed || ways.length < 2) return null;
  return Math.round((100 * (counts.edges[edgeId] ?? 0)) / passed);
}

export function useNodeActivity(nodeId: string): number | null {
  return useStore(useEditor().activity, ({ counts }) => counts && (counts.nodes[nodeId] ?? 0));
}

/** The count of an edge and its share; null while there is nothing to show. */
export function useEdgeActivity(edgeId: string): { readonly count: number; readonly share: number | null } | null {
  const { store, activity } = useEditor();
  const count = useStore(activity, ({ counts }) => counts && (counts.edges[edgeId] ?? 0));
  const share = useStore(activity, ({ counts }) => counts && shareOf(counts, store.getState().flow.edges, edgeId));
  return count === null ? null : { count, share };
}
