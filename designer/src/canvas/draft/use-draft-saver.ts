import type { Flow } from '@alur/engine';
import { parseFlow } from '@alur/engine';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { refusalText } from '../../shell/notices.ts';
import { SaveDraftDocument } from '../flow-documents.ts';
import { createDraftSaver, type DraftSaver, type SaveAnswer, type StoredDraft } from './draft-saver.ts';

/** The saver of an open draft, wired to the server, the browser's storage and its clock. Closes with the page. */
export function useDraftSaver(flowId: string, start: StoredDraft): DraftSaver {
  const client = useApolloClient();
  const [saver] = useState(() => {
    const save = async (document: Flow, revision: number): Promise<SaveAnswer> => {
      const { data } = await client.mutate({
        mutation: SaveDraftDocument,
        variables: { input: { flowId, document, revision } },
      });
      const { draft, current, userErrors } = data?.saveDraft ?? {};
      if (draft) return { type: 'saved', revision: draft.revision, savedAt: draft.savedAt };
      const parsed = current && parseFlow(current.document);
      if (current && parsed?.ok) {
        const savedByName = current.savedBy?.name ?? null;
        return {
          type: 'conflict',
          current: { flow: parsed.flow, revision: current.revision, savedAt: current.savedAt, savedByName },
        };
      }
      const [refusal] = userErrors ?? [];
      return { type: 'refused', message: refusal ? refusalText(refusal) : '' };
    };
    const after = (delayMs: number, callback: () => void) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    };
    return createDraftSaver({ flowId, save, storage: localStorage, nowMs: Date.now, after }, start);
  });
  useEffect(() => {
    const beforeLeaving = (event: BeforeUnloadEvent) => {
      if (saver.state.getState().type !== 'saved') event.preventDefault();
    };
    const flush = () => void saver.flush();
    window.addEventListener('beforeunload', beforeLeaving);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('beforeunload', beforeLeaving);
      document.removeEventListener('visibilitychange', flush);
      void saver.flush();
    };
  }, [saver]);
  return saver;
}
