/**
 * The flow document: what a manager draws and what the API stores.
 *
 * A flow is a graph of nodes and edges. Edges leave a node through a named port and refer to node ids and port ids,
 * never to names or positions in an array. Positions and notes never change what a flow means.
 */

/** The only format version so far. Every later version keeps reading this one. */
export const FLOW_FORMAT = 1;

/** Named limits of one flow; going over one is an error at publish. */
export const FLOW_LIMITS = { nodes: 500, depth: 50, bytes: 256 * 1024 } as const;

/** A point on the canvas, in canvas pixels. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A step of a flow, of a kind from the node catalogue; `config` is checked against the kind's schema. */
export interface FlowNode {
  readonly id: string;
  readonly kind: string;
  readonly label?: string;
  readonly position: Position;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A way from a port of one node to another node. */
export interface FlowEdge {
  readonly id: string;
  readonly from: { readonly node: string; readonly port: string };
  readonly to: { readonly node: string };
}

/** A Markdown remark on the canvas. */
export interface FlowNote {
  readonly id: string;
  readonly text: string;
  readonly position: Position;
}

/** A whole flow, as stored in drafts and versions and as exported. */
export interface Flow {
  readonly format: typeof FLOW_FORMAT;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly notes: readonly FlowNote[];
}

/** The flow a new draft starts with. */
export const EMPTY_FLOW: Flow = { format: FLOW_FORMAT, nodes: [], edges: [], notes: [] };
