import type { Flow } from '@alur/engine';
import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { applyCommand } from './apply-command.ts';
import type { FlowCommand } from './flow-command.ts';

/** Commands of one key within this time of each other are one step of undo, in milliseconds. */
export const COALESCE_MS = 2_000;

const HISTORY_LIMIT = 300;

/** How a command joins the history: alone, with the typing before it, or with whatever came before it. */
export type CommandOptions = { readonly coalesceKey?: string; readonly isJoined?: boolean };

/** The open document of one editor. `flow` changes identity exactly when something changed. */
export interface FlowDocument {
  readonly flow: Flow;
  /** What led to `flow`; null for a document just opened. */
  readonly lastCommand: FlowCommand | null;
  perform(command: FlowCommand, options?: CommandOptions): void;
  undo(): FlowCommand | null;
  redo(): FlowCommand | null;
}

export type FlowStore = ReturnType<typeof createFlowStore>;

/**
 * A store whose every change is a command. Undo and redo go by whole documents, so a restored node is whole: settings,
 * edges, place. `undo` and `redo` give back the command undone or done again, null at the end of the history.
 */
export function createFlowStore(initial: Flow, nowMs: () => number = Date.now) {
  let open: { key: string; atMs: number } | null = null;
  const store = createStore<FlowDocument>()(
    temporal(
      (set, get) => ({
        flow: initial,
        lastCommand: null,
        perform: (command, options = {}) => {
          const flow = applyCommand(get().flow, command);
          if (flow === get().flow) return;
          const isTyping =
            options.coalesceKey !== undefined && open?.key === options.coalesceKey && nowMs() - open.atMs < COALESCE_MS;
          const joins = options.isJoined === true || isTyping;
          if (joins) store.temporal.getState().pause();
          set({ flow, lastCommand: joins && get().lastCommand ? get().lastCommand : command });
          if (joins) store.temporal.getState().resume();
          if (options.isJoined !== true)
            open = options.coalesceKey ? { key: options.coalesceKey, atMs: nowMs() } : null;
        },
        undo: () => {
          const history = store.temporal.getState();
          if (history.pastStates.length === 0) return null;
          const undone = get().lastCommand;
          history.undo();
          open = null;
          return undone;
        },
        redo: () => {
          const history = store.temporal.getState();
          if (history.futureStates.length === 0) return null;
          history.redo();
          open = null;
          return get().lastCommand;
        },
      }),
      {
        limit: HISTORY_LIMIT,
        partialize: ({ flow, lastCommand }) => ({ flow, lastCommand }),
        equality: (past, current) => past.flow === current.flow,
      },
    ),
  );
  return store;
}
