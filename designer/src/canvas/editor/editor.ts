import type { ActivityStore } from '../activity/activity-store.ts';
import type { FlowCommand } from '../edit/flow-command.ts';
import type { CommandOptions, FlowStore } from '../edit/flow-store.ts';
import type { IssuesStore } from '../problems/issues-store.ts';
import type { EditorActions } from './editor-actions.ts';
import type { ViewStore } from './view-store.ts';

/** One open document: the draft with everything that edits it, or a version to look at. */
export interface Editor {
  readonly flowId: string;
  readonly store: FlowStore;
  readonly view: ViewStore;
  readonly issues: IssuesStore;
  readonly activity: ActivityStore;
  readonly actions: EditorActions;
  readonly isReadOnly: boolean;
  /** Changes the document; does nothing where it is read-only. */
  readonly perform: Perform;
  /**
   * Arranges a document whose nodes lie on each other, as one made elsewhere does; true if it had to. It counts
   * neither as an edit nor as a step of undo.
   */
  arrangeIfNeeded(): Promise<boolean>;
  /** How large nodes are drawn, by id; empty where no canvas has drawn them. */
  readonly sizes: Map<string, { readonly width: number; readonly height: number }>;
}

export type Perform = (command: FlowCommand, options?: CommandOptions) => void;
