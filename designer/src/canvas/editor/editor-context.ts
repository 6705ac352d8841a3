import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { FlowDocument } from '../edit/flow-store.ts';
import type { Editor } from './editor.ts';
import type { EditorView } from './view-store.ts';

export const EditorContext = createContext<Editor | null>(null);

/** The editor around this component. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorContext');
  return editor;
}

/** Part of the open document; the component renders again only when that part changes. */
export function useDocument<T>(select: (document: FlowDocument) => T): T {
  return useStore(useEditor().store, select);
}

/** Part of what is chosen and shown. */
export function useView<T>(select: (view: EditorView) => T): T {
  return useStore(useEditor().view, select);
}
