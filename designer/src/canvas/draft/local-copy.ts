import { type Flow, parseFlow } from '@alur/engine';

/** Edits not yet stored by the server, kept in this browser so that a crash or a lost connection loses nothing. */
export interface LocalCopy {
  readonly flow: Flow;
  /** The server's revision the edits started from. */
  readonly revision: number;
  /** When it was kept, milliseconds since 1970 UTC. */
  readonly keptAtMs: number;
}

/** The part of `Storage` used here. A full or forbidden storage is no error: the copy is a second net. */
export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (flowId: string) => `alur.draft.${flowId}`;

export function keepLocalCopy(storage: CopyStorage, flowId: string, copy: LocalCopy): void {
  try {
    storage.setItem(keyOf(flowId), JSON.stringify(copy));
  } catch {
    // The server still gets the draft; only the second net is missing.
  }
}

export function dropLocalCopy(storage: CopyStorage, flowId: string): void {
  try {
    storage.removeItem(keyOf(flowId));
  } catch {
    // Nothing was kept where nothing may be stored.
  }
}

/** The kept copy, or null when there is none or it can't be read. */
export function loadLocalCopy(storage: CopyStorage, flowId: string): LocalCopy | null {
  try {
    const json: unknown = JSON.parse(storage.getItem(keyOf(flowId)) ?? 'null');
    if (typeof json !== 'object' || json === null) return null;
    const { flow, revision, keptAtMs } = json as Record<string, unknown>;
    const parsed = parseFlow(flow);
    if (!parsed.ok || typeof revision !== 'number' || typeof keptAtMs !== 'number') return null;
    return { flow: parsed.flow, revision, keptAtMs };
  } catch {
    return null;
  }
}
