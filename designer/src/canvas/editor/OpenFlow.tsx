import type { Flow } from '@alur/engine';
import { useEffect, useMemo, useState } from 'react';
import { useHasRole } from '../../access/viewer.ts';
import type { FlowRowFragment } from '../../graph/generated/graphql.ts';
import { Failure } from '../../shell/Failure.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import type { StoredDraft } from '../draft/draft-saver.ts';
import { loadLocalCopy } from '../draft/local-copy.ts';
import { useDraftSaver } from '../draft/use-draft-saver.ts';
import { FlowReferences } from '../references/FlowReferences.tsx';
import { createEditor } from './create-editor.ts';
import { EditorFrame } from './EditorFrame.tsx';
import { EditorContext } from './editor-context.ts';
import type { Shown } from './use-shown-version.ts';

/** The flow as the page loaded it. `live` is what runs now, with its document. */
export interface OpenedFlow {
  readonly row: FlowRowFragment;
  readonly draft: StoredDraft;
  readonly live: { readonly id: string; readonly number: number; readonly flow: Flow } | null;
}

interface OpenFlowProps {
  readonly opened: OpenedFlow;
  /** What the address asks for in place of the draft. */
  readonly shown: Shown;
  /** The node that the address names. */
  readonly nodeId: string | undefined;
  readonly onNode: (nodeId: string | undefined) => void;
  readonly onShowVersion: (number: number | null) => void;
}

/**
 * Keeps the draft open with its history and its saver while versions come and go over it. Edits that the server never
 * got, from an earlier visit, are taken up again; the saver finds out whether somebody else saved meanwhile.
 */
export function OpenFlow({ opened, shown, nodeId, onNode, onShowVersion }: OpenFlowProps) {
  const { row, draft } = opened;
  const version = shown.type === 'ready' ? shown.version : null;
  const canEdit = useHasRole('MANAGER');
  const [copy] = useState(() => (canEdit ? loadLocalCopy(localStorage, row.id) : null));
  const saver = useDraftSaver(row.id, copy ? { ...draft, revision: copy.revision } : draft);
  const [draftEditor] = useState(() =>
    createEditor({
      flowId: row.id,
      flow: copy?.flow ?? draft.flow,
      isReadOnly: !canEdit,
      onEdit: (flow) => saver.edited(flow),
    }),
  );
  useEffect(() => {
    if (copy) saver.edited(copy.flow);
  }, [copy, saver]);
  const editor = useMemo(
    () =>
      version ? createEditor({ flowId: row.id, flow: version.flow, isReadOnly: true, onEdit: () => {} }) : draftEditor,
    [version, row.id, draftEditor],
  );

  // The address names a node once, when the document opens; afterwards the address follows the selection.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newly opened document looks at the address
  useEffect(() => {
    if (nodeId !== undefined && editor.store.getState().flow.nodes.some(({ id }) => id === nodeId)) {
      editor.actions.openNode(nodeId);
    }
    return editor.view.subscribe(({ selectedNodeIds }, before) => {
      if (selectedNodeIds === before.selectedNodeIds) return;
      const [only, ...more] = selectedNodeIds;
      onNode(more.length === 0 ? only : undefined);
    });
  }, [editor]);

  const restore = (flow: Flow) => {
    onShowVersion(null);
    draftEditor.perform({ type: 'replace', flow, cause: 'restore' });
  };

  if (shown.type === 'loading') return <PageLoading />;
  if (shown.type === 'failed') return <Failure error={shown.error} onRetry={shown.retry} />;
  return (
    <EditorContext value={editor}>
      <FlowReferences>
        <EditorFrame
          key={version?.id ?? 'draft'}
          opened={opened}
          saver={saver}
          version={version}
          run={shown.run}
          canEdit={canEdit}
          onShowVersion={onShowVersion}
          onRestore={restore}
        />
      </FlowReferences>
    </EditorContext>
  );
}
