import { type Flow, type FlowNode, type NodeDefinition, nodeDefinition, type Position } from '@alur/engine';
import { word } from '../../words/words.ts';
import { copyNodes, readCopied, withFreshIds } from '../edit/clipboard.ts';
import type { FlowStore } from '../edit/flow-store.ts';
import { newId } from '../edit/new-id.ts';
import { fansOut, newStep, portIdsOf } from '../edit/new-step.ts';
import type { Direction, LayoutAnswer } from '../layout/layout-request.ts';
import { presentLocale } from '../references/use-locale.ts';
import type { Perform } from './editor.ts';
import type { AddTarget, Panel, ViewStore } from './view-store.ts';

const PASTE_OFFSET: Position = { x: 48, y: 48 };
const STEP_GAP: Readonly<Record<Direction, number>> = { right: 340, down: 180 };

/** What actions work on. `arranged` gives a place to every node, worked out by the layout. */
export interface ActionWorld {
  readonly store: FlowStore;
  readonly view: ViewStore;
  readonly perform: Perform;
  arranged(): Promise<LayoutAnswer>;
}

export type EditorActions = ReturnType<typeof createActions>;

/** Everything a person can do in the editor, whether by mouse, keyboard, outline or menu. Each says what it did. */
export function createActions({ store, view, perform, arranged }: ActionWorld) {
  const flow = () => store.getState().flow;
  const nodeById = (id: string) => flow().nodes.find((node) => node.id === id);

  const announce = (text: string) =>
    view.setState(({ announcement }) => ({ announcement: { text, count: announcement.count + 1 } }));

  const select = (nodeIds: readonly string[], edgeIds: readonly string[] = []) =>
    view.setState({ selectedNodeIds: new Set(nodeIds), selectedEdgeIds: new Set(edgeIds) });

  const seek = (nodeId: string) =>
    view.setState(({ sought }) => ({ sought: { nodeId, count: (sought?.count ?? 0) + 1 } }));

  const openPanel = (panel: Panel | null) => view.setState({ panel });

  /** Selects a node and brings it into sight. */
  const showNode = (nodeId: string) => {
    select([nodeId]);
    seek(nodeId);
  };

  /** The same, and opens its settings. */
  const openNode = (nodeId: string) => {
    showNode(nodeId);
    openPanel('inspector');
  };

  const placeFor = (target: AddTarget): Position => {
    if (target.type === 'edge') {
      const edge = flow().edges.find(({ id }) => id === target.edgeId);
      const ends = [edge && nodeById(edge.from.node), edge && nodeById(edge.to.node)].filter(
        (node) => node !== undefined,
      );
      return middleOf(ends);
    }
    if (target.position) return target.position;
    if (target.type === 'port') return placeAfter(nodeById(target.nodeId), view.getState().direction);
    const lowest = Math.max(0, ...flow().nodes.map(({ position }) => position.y + 160));
    return { x: 0, y: flow().nodes.length === 0 ? 0 : lowest };
  };

  /** Where a step goes that was picked without pointing at a place: on from the selected step where it can. */
  const targetFor = (definition: NodeDefinition): AddTarget => {
    const [selected, ...more] = [...view.getState().selectedNodeIds];
    const node = selected === undefined || more.length > 0 ? undefined : nodeById(selected);
    if (!node || definition.group === 'trigger') return { type: 'free' };
    const ways = new Map(
      flow().edges.flatMap((edge) => (edge.from.node === node.id ? [[edge.from.port, edge] as const] : [])),
    );
    const ports = portIdsOf(node);
    const open = ports.find((port) => !ways.has(port) || fansOut(node, port));
    if (open !== undefined) return { type: 'port', nodeId: node.id, port: open };
    const edge = ways.get(ports[0] ?? '');
    const canStandBetween = definition.ports(definition.defaultConfig).length > 0;
    return edge && canStandBetween ? { type: 'edge', edgeId: edge.id } : { type: 'free' };
  };

  const addStep = (definition: NodeDefinition, target: AddTarget) => {
    const node = newStep(definition, placeFor(target));
    const [port] = portIdsOf(node);
    if (target.type === 'edge' && port !== undefined) {
      perform({ type: 'insert', node, edgeId: target.edgeId, onward: { edgeId: newId(), port } });
    } else {
      const edges =
        target.type === 'port'
          ? [{ id: newId(), from: { node: target.nodeId, port: target.port }, to: { node: node.id } }]
          : [];
      perform({ type: 'add', nodes: [node], edges });
    }
    view.setState({ picker: null });
    openNode(node.id);
    announce(word('canvas.said.added', { step: definition.label[presentLocale()] }));
  };

  const deleteParts = (nodeIds: readonly string[], edgeIds: readonly string[]) => {
    if (nodeIds.length + edgeIds.length === 0) return;
    perform({ type: 'delete', nodeIds, edgeIds });
    select([]);
    if (view.getState().panel === 'inspector') openPanel(null);
    announce(word(nodeIds.length > 0 ? 'canvas.said.deleted' : 'canvas.said.disconnected', { count: nodeIds.length }));
  };

  const addCopies = (part: Pick<Flow, 'nodes' | 'edges'>) => {
    perform({ type: 'add', nodes: part.nodes, edges: part.edges });
    select(part.nodes.map(({ id }) => id));
    const [first] = part.nodes;
    if (first) seek(first.id);
    announce(word('canvas.said.pasted', { count: part.nodes.length }));
  };

  return {
    announce,
    select,
    showNode,
    openNode,
    openPanel,
    targetFor,
    addStep,
    deleteParts,
    deleteSelected: () => {
      const { selectedNodeIds, selectedEdgeIds } = view.getState();
      deleteParts([...selectedNodeIds], [...selectedEdgeIds]);
    },
    duplicate: (nodeIds: ReadonlySet<string>) => {
      const nodes = flow().nodes.filter(({ id }) => nodeIds.has(id));
      const edges = flow().edges.filter(({ from, to }) => nodeIds.has(from.node) && nodeIds.has(to.node));
      if (nodes.length > 0) addCopies(withFreshIds({ nodes, edges }, newId, PASTE_OFFSET));
    },
    /** The nodes as text for the clipboard. */
    copyText: (nodeIds: ReadonlySet<string>) => copyNodes(flow(), nodeIds),
    paste: (text: string): boolean => {
      const part = readCopied(text, newId, PASTE_OFFSET);
      if (part) addCopies(part);
      return part !== null;
    },
    connect: (nodeId: string, port: string, toNodeId: string) => {
      const target = nodeById(toNodeId);
      if (!target || target.kind.startsWith('trigger.')) return;
      perform({
        type: 'connect',
        edge: { id: newId(), from: { node: nodeId, port }, to: { node: toNodeId } },
      });
      announce(word('canvas.said.connected'));
    },
    configure: (node: FlowNode, config: FlowNode['config'], field: string) => {
      const ports =
        nodeDefinition(node.kind)
          ?.ports(config)
          .map(({ id }) => id) ?? [];
      perform({ type: 'configure', nodeId: node.id, config, ports }, { coalesceKey: `${node.id}.${field}` });
    },
    rename: (nodeId: string, label: string) =>
      perform({ type: 'rename', nodeId, label }, { coalesceKey: `${nodeId}.label` }),
    undo: () => {
      const undone = store.getState().undo();
      announce(word(undone ? 'canvas.said.undone' : 'canvas.said.nothingToUndo'));
    },
    redo: () => {
      const redone = store.getState().redo();
      announce(word(redone ? 'canvas.said.redone' : 'canvas.said.nothingToRedo'));
    },
    tidy: async () => {
      perform({ type: 'arrange', positions: await arranged() });
      announce(word('canvas.said.tidied'));
    },
  };
}

/** Where the next step of a chain goes until the layout says otherwise. */
function placeAfter(node: FlowNode | undefined, direction: Direction): Position {
  const { x, y } = node?.position ?? { x: 0, y: 0 };
  return direction === 'right' ? { x: x + STEP_GAP.right, y } : { x, y: y + STEP_GAP.down };
}

function middleOf(nodes: readonly FlowNode[]): Position {
  const mean = (values: readonly number[]) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / (values.length || 1));
  return { x: mean(nodes.map(({ position }) => position.x)), y: mean(nodes.map(({ position }) => position.y)) };
}
