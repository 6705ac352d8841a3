import type { Flow } from '@alur/engine';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { flowMeaning } from '../edit/flow-meaning.ts';
import { type CopyStorage, dropLocalCopy, keepLocalCopy } from './local-copy.ts';

/** How long typing rests before it is saved, and the longest wait between tries after failures, in milliseconds. */
const SAVE_DELAY_MS = 700;
const LONGEST_RETRY_MS = 30_000;

/** The draft as the server has it. */
export interface StoredDraft {
  readonly flow: Flow;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedByName: string | null;
}

/** What the server answered to a save. A thrown error counts as `failed`. */
export type SaveAnswer =
  | { readonly type: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly type: 'conflict'; readonly current: StoredDraft }
  | { readonly type: 'refused'; readonly message: string };

/**
 * saved -> waiting (an edit) -> saving -> saved, or failed (tried again by itself), refused (tried again at the next
 * edit), or conflict (nothing more is sent until a person chooses).
 */
type SaveState =
  | { readonly type: 'saved'; readonly savedAt: string }
  | { readonly type: 'waiting' | 'saving' }
  | { readonly type: 'failed'; readonly retryInMs: number }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'conflict'; readonly current: StoredDraft };

/** What the saver needs from outside. */
export interface SaverWorld {
  readonly flowId: string;
  save(flow: Flow, revision: number): Promise<SaveAnswer>;
  readonly storage: CopyStorage;
  nowMs(): number;
  /** Calls back after the delay; the result cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

export interface DraftSaver {
  readonly state: StoreApi<SaveState>;
  /** An edit: kept locally at once, saved soon. */
  edited(flow: Flow): void;
  /** Saves what waits now; resolves with the revision stored, or null when the server doesn't have the edits. */
  flush(): Promise<number | null>;
  /** Ends a conflict: send mine over theirs, or forget mine. */
  overwrite(): void;
  takeTheirs(): void;
}

/** Saves a draft by itself, one request at a time, each from the revision the last one made. */
export function createDraftSaver(world: SaverWorld, start: StoredDraft): DraftSaver {
  const state = createStore<SaveState>(() => ({ type: 'saved', savedAt: start.savedAt }));
  let revision = start.revision;
  let pending: Flow | null = null;
  let failures = 0;
  let cancelTimer = () => {};
  let running: Promise<void> | null = null;

  const schedule = (delayMs: number) => {
    cancelTimer();
    cancelTimer = world.after(delayMs, () => void send());
  };
  const keep = (flow: Flow) => keepLocalCopy(world.storage, world.flowId, { flow, revision, keptAtMs: world.nowMs() });

  const settle = (sent: Flow, given: SaveAnswer | null) => {
    const answer = given?.type === 'conflict' ? orSaved(given, sent) : given;
    if (answer?.type === 'saved') {
      revision = answer.revision;
      failures = 0;
      if (pending === sent) {
        pending = null;
        dropLocalCopy(world.storage, world.flowId);
        state.setState({ type: 'saved', savedAt: answer.savedAt }, true);
      } else if (pending) {
        keep(pending);
        state.setState({ type: 'waiting' }, true);
        schedule(SAVE_DELAY_MS);
      }
    } else if (answer?.type === 'conflict' || answer?.type === 'refused') {
      state.setState(answer, true);
    } else {
      const retryInMs = Math.min(LONGEST_RETRY_MS, 1_000 * 2 ** failures);
      failures += 1;
      state.setState({ type: 'failed', retryInMs }, true);
      schedule(retryInMs);
    }
  };

  const send = async (): Promise<void> => {
    if (running) return running;
    const sent = pending;
    if (!sent || state.getState().type === 'conflict') return;
    cancelTimer();
    state.setState({ type: 'saving' }, true);
    running = world
      .save(sent, revision)
      .catch(() => null)
      .then((answer) => {
        running = null;
        settle(sent, answer);
      });
    return running;
  };

  return {
    state,
    edited: (flow) => {
      pending = flow;
      keep(flow);
      if (state.getState().type === 'conflict' || running) return;
      state.setState({ type: 'waiting' }, true);
      schedule(SAVE_DELAY_MS);
    },
    flush: async () => {
      await running;
      while (pending) {
        await send();
        const { type } = state.getState();
        if (type !== 'saved' && type !== 'waiting') break;
      }
      return pending ? null : revision;
    },
    overwrite: () => {
      const now = state.getState();
      if (now.type !== 'conflict') return;
      revision = now.current.revision;
      state.setState({ type: 'waiting' }, true);
      schedule(0);
    },
    takeTheirs: () => {
      const now = state.getState();
      if (now.type !== 'conflict') return;
      revision = now.current.revision;
      pending = null;
      dropLocalCopy(world.storage, world.flowId);
      state.setState({ type: 'saved', savedAt: now.current.savedAt }, true);
    },
  };
}

/** A save refused because the very same is stored already, as after an answer that got lost, is a save that worked. */
function orSaved(answer: SaveAnswer & { type: 'conflict' }, sent: Flow): SaveAnswer {
  const { flow, revision, savedAt } = answer.current;
  return flowMeaning(flow) === flowMeaning(sent) ? { type: 'saved', revision, savedAt } : answer;
}
