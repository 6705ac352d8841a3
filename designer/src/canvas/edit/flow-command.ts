import type { Flow, FlowEdge, FlowNode, Position } from '@alur/engine';

/**
 * One edit of a flow, as data. Every way of editing (canvas, outline, inspector, keyboard, paste, import) makes these,
 * so that undo, redo and autosave know one path. Ids are chosen by whoever makes the command and never change after.
 */
export type FlowCommand =
  /** New nodes and the edges among or towards them: add, paste, duplicate. */
  | { readonly type: 'add'; readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] }
  /** A node in the middle of an edge: the edge now ends at it, `onward` leads to where the edge went before. */
  | {
      readonly type: 'insert';
      readonly node: FlowNode;
      readonly edgeId: string;
      readonly onward: { readonly edgeId: string; readonly port: string };
    }
  /** A new edge; an edge that leaves the same port gives way to it, unless the port fans out. */
  | { readonly type: 'connect'; readonly edge: FlowEdge }
  | { readonly type: 'retarget'; readonly edgeId: string; readonly toNodeId: string }
  /** Where a deleted node had exactly one way on, what led to it now leads there. */
  | { readonly type: 'delete'; readonly nodeIds: readonly string[]; readonly edgeIds: readonly string[] }
  /** New settings. Edges that leave by a port not in `ports` are deleted with it. */
  | {
      readonly type: 'configure';
      readonly nodeId: string;
      readonly config: FlowNode['config'];
      readonly ports: readonly string[];
    }
  /** An empty label takes the label away. */
  | { readonly type: 'rename'; readonly nodeId: string; readonly label: string }
  /** Places of nodes by id; never a change of meaning. `arrange` is the same, decided by the layout. */
  | { readonly type: 'move' | 'arrange'; readonly positions: Readonly<Record<string, Position>> }
  /** Another document in place of this one: import, a version restored, somebody else's draft. */
  | { readonly type: 'replace'; readonly flow: Flow; readonly cause: 'import' | 'restore' | 'reload' };

/** True when the command can change which nodes stand where, so that a self-arranged canvas arranges itself again. */
export function isStructural(command: FlowCommand): boolean {
  switch (command.type) {
    case 'add':
    case 'insert':
    case 'connect':
    case 'retarget':
    case 'delete':
    case 'configure':
      return true;
    case 'rename':
    case 'move':
    case 'arrange':
    case 'replace':
      return false;
  }
}
