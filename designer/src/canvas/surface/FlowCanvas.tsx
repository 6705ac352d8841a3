import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionLineType,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useUpdateNodeInternals,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { nodeDefinition } from '@alur/engine';
import { useComputedColorScheme } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from '../editor/editor-context.ts';
import { DRAGGED_KIND } from '../palette/dragged-kind.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { type StepCanvasNode, StepNode } from './StepNode.tsx';
import { groupOfKind } from './step-look.ts';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useCanvasLabels } from './use-canvas-labels.ts';
import { FIT, useOpening } from './use-opening.ts';
import { usePathInSight } from './use-path-in-sight.ts';
import { useShownEdges, useShownNodes } from './use-shown-nodes.ts';
import { useSought } from './use-sought.ts';
import { type WayCanvasEdge, WayEdge } from './WayEdge.tsx';
import './surface.css';

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { way: WayEdge };

/** The flow as a drawing. Everything done on it becomes a command; the document stays the one truth. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}

function Surface() {
  const { t } = useTranslation();
  const editor = useEditor();
  const { store, view, actions, isReadOnly } = editor;
  const scheme = useComputedColorScheme('light');
  const { screenToFlowPosition } = useReactFlow();
  const [nodes, setNodes] = useShownNodes();
  const edges = useShownEdges();
  const onKeyDownCapture = useArrowKeys();
  const updateNodeInternals = useUpdateNodeInternals();
  const direction = useView((state) => state.direction);
  useDidUpdate(() => updateNodeInternals(nodes.map(({ id }) => id)), [direction]);
  useSought();
  useOpening();
  usePathInSight();

  const onNodesChange = (changes: NodeChange<StepCanvasNode>[]) => {
    const selections = changes.filter((change) => change.type === 'select');
    if (selections.length > 0) {
      const selected = new Set(view.getState().selectedNodeIds);
      for (const { id, selected: isSelected } of selections) isSelected ? selected.add(id) : selected.delete(id);
      view.setState({ selectedNodeIds: selected });
    }
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions) editor.sizes.set(change.id, change.dimensions);
    }
    const others = changes.filter(({ type }) => type === 'position' || type === 'dimensions');
    if (others.length > 0) setNodes((shown) => applyNodeChanges(others, shown));
  };

  const place = (moved: readonly StepCanvasNode[]) => {
    const positions = Object.fromEntries(
      moved.map(({ id, position }) => [id, { x: Math.round(position.x), y: Math.round(position.y) }]),
    );
    const before = store.getState().flow;
    editor.perform({ type: 'move', positions });
    if (store.getState().flow === before || view.getState().isFree) return;
    view.setState({ isFree: true });
    actions.announce(t('canvas.said.free'));
  };

  const onConnect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle) actions.connect(source, sourceHandle, target);
  };

  const isValidConnection = (connection: Connection | WayCanvasEdge) => {
    const target = store.getState().flow.nodes.find(({ id }) => id === connection.target);
    return target !== undefined && connection.source !== connection.target && groupOfKind(target.kind) !== 'trigger';
  };

  /** A wire dropped on empty space asks what comes next. */
  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const { fromNode, fromHandle } = state;
    if (state.toNode || state.isValid || !fromNode || fromHandle?.type !== 'source' || !fromHandle.id) return;
    const at = pointOf(event);
    const position = screenToFlowPosition(at);
    view.setState({
      picker: { type: 'add', target: { type: 'port', nodeId: fromNode.id, port: fromHandle.id, position }, at },
    });
  };

  const onDrop = (event: DragEvent) => {
    const definition = nodeDefinition(event.dataTransfer.getData(DRAGGED_KIND));
    if (!definition) return;
    event.preventDefault();
    const position = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    actions.addStep(definition, dropTarget(event) ?? { type: 'free', position });
  };

  return (
    <ReactFlow<StepCanvasNode, WayCanvasEdge>
      className="surface"
      aria-label={t('canvas.editor.canvas')}
      ariaLabelConfig={useCanvasLabels()}
      onKeyDownCapture={onKeyDownCapture}
      colorMode={scheme}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={onNodesChange}
      onEdgesChange={(changes) => {
        const selections = changes.filter((change) => change.type === 'select');
        if (selections.length === 0) return;
        const selected = new Set(view.getState().selectedEdgeIds);
        for (const { id, selected: isSelected } of selections) isSelected ? selected.add(id) : selected.delete(id);
        view.setState({ selectedEdgeIds: selected });
      }}
      onNodeDragStop={(_event, _node, moved) => place(moved)}
      onSelectionDragStop={(_event, moved) => place(moved)}
      onNodeClick={({ shiftKey, metaKey, ctrlKey }) => {
        if (!shiftKey && !metaKey && !ctrlKey) actions.openPanel('inspector');
      }}
      onConnect={onConnect}
      onConnectEnd={onConnectEnd}
      onReconnect={(edge, { target }) => {
        editor.perform({ type: 'retarget', edgeId: edge.id, toNodeId: target });
        actions.announce(t('canvas.said.connected'));
      }}
      isValidConnection={isValidConnection}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED_KIND) && event.preventDefault()}
      onDrop={onDrop}
      nodesDraggable={!isReadOnly}
      nodesConnectable={!isReadOnly}
      edgesReconnectable={!isReadOnly}
      connectionLineType={ConnectionLineType.SmoothStep}
      connectionRadius={36}
      deleteKeyCode={null}
      multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
      selectionMode={SelectionMode.Partial}
      panOnScroll
      zoomOnDoubleClick={false}
      minZoom={0.1}
      maxZoom={1.6}
      fitView
      fitViewOptions={FIT}
      onlyRenderVisibleElements={nodes.length > 150}
      proOptions={{ hideAttribution: false }}
      attributionPosition="bottom-left"
    >
      <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} />
      <CanvasControls />
      {nodes.length > 8 && (
        <MiniMap
          pannable
          zoomable
          ariaLabel={t('canvas.editor.minimap')}
          className="surface-map"
          nodeClassName={({ data }) => `map-${groupOfKind((data as StepCanvasNode['data']).step.kind) ?? 'unknown'}`}
        />
      )}
    </ReactFlow>
  );
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

/** The edge or port under a dropped step, so that it joins the chain there. */
function dropTarget(event: DragEvent) {
  const element = event.target instanceof Element ? event.target : null;
  const edgeId = element?.closest('.react-flow__edge')?.getAttribute('data-id');
  return edgeId ? ({ type: 'edge', edgeId } as const) : null;
}
