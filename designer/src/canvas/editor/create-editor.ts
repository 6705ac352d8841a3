import type { Flow } from '@alur/engine';
import { createActivityStore } from '../activity/activity-store.ts';
import { type FlowCommand, isStructural } from '../edit/flow-command.ts';
import { createFlowStore } from '../edit/flow-store.ts';
import { portIdsOf } from '../edit/new-step.ts';
import { arrangedPositions, hasOverlap } from '../layout/arranged-positions.ts';
import { createIssuesStore } from '../problems/issues-store.ts';
import type { Editor, Perform } from './editor.ts';
import { createActions } from './editor-actions.ts';
import { createViewStore } from './view-store.ts';

/** How long after an edit the canvas arranges itself: by then a new node has been drawn and measured. */
const ARRANGE_DELAY_MS = 90;

interface EditorStart {
  readonly flowId: string;
  readonly flow: Flow;
  readonly isReadOnly: boolean;
  /** Called after every change by a person, undo and redo included. */
  readonly onEdit: (flow: Flow) => void;
}

/** Opens a document for editing, or to look at. */
export function createEditor({ flowId, flow, isReadOnly, onEdit }: EditorStart): Editor {
  const store = createFlowStore(flow);
  const view = createViewStore();
  const sizes: Editor['sizes'] = new Map();
  let isOpening = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arranged = () => arrangedPositions(store.getState().flow, view.getState().direction, sizes);

  /** Joins an arrangement to the edit that made it necessary, unless the document moved on meanwhile. */
  const arrangeNow = async () => {
    const before = store.getState().flow;
    const positions = await arranged();
    if (store.getState().flow !== before) return;
    store.getState().perform({ type: 'arrange', positions }, { isJoined: true });
  };

  const arrangeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void arrangeNow(), ARRANGE_DELAY_MS);
  };

  const perform: Perform = (command, options) => {
    if (isReadOnly) return;
    const before = store.getState().flow;
    store.getState().perform(command, options);
    const after = store.getState().flow;
    if (after === before || view.getState().isFree) return;
    if (isStructural(command) && changesShape(command, before, after)) arrangeSoon();
  };

  store.subscribe((now, before) => {
    if (now.flow !== before.flow && !isOpening) onEdit(now.flow);
  });

  const editor: Editor = {
    flowId,
    store,
    view,
    sizes,
    isReadOnly,
    issues: createIssuesStore(),
    activity: createActivityStore(),
    actions: createActions({ store, view, perform, arranged }),
    perform,
    arrangeIfNeeded: async () => {
      if (!hasOverlap(store.getState().flow, sizes)) return false;
      isOpening = true;
      await arrangeNow();
      isOpening = false;
      return true;
    },
  };
  return editor;
}

/** Settings change the shape of a drawing only where they change the ports. */
function changesShape(command: FlowCommand, before: Flow, after: Flow): boolean {
  if (command.type !== 'configure') return true;
  const ports = (flow: Flow) => {
    const node = flow.nodes.find(({ id }) => id === command.nodeId);
    return node ? portIdsOf(node).join('\u0000') : '';
  };
  return ports(before) !== ports(after);
}
