import type { Position } from '@alur/engine';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Direction } from '../layout/layout-request.ts';
import type { LitPath } from '../try/lit-path.ts';

/** What the side panel shows. */
export type Panel = 'inspector' | 'problems' | 'try' | 'versions' | 'run';

/** Where a new step goes. `position` is where a person pointed, in canvas pixels. */
export type AddTarget =
  | { readonly type: 'free'; readonly position?: Position }
  | { readonly type: 'port'; readonly nodeId: string; readonly port: string; readonly position?: Position }
  | { readonly type: 'edge'; readonly edgeId: string };

/** Type-to-search, open at a point of the screen: for a new step, for a step to connect to, or for one to go to. */
export type Picker =
  | { readonly type: 'add'; readonly target: AddTarget; readonly at: Position | null }
  | { readonly type: 'connect'; readonly nodeId: string; readonly port: string }
  | { readonly type: 'find' };

/** What is chosen and shown, none of which belongs to the flow or its history. */
export interface EditorView {
  readonly selectedNodeIds: ReadonlySet<string>;
  readonly selectedEdgeIds: ReadonlySet<string>;
  readonly panel: Panel | null;
  readonly picker: Picker | null;
  /** The switch whose cases are shown as a decision table. */
  readonly tableNodeId: string | null;
  readonly path: LitPath | null;
  readonly direction: Direction;
  /** Nodes stay where people put them; else the canvas arranges itself. */
  readonly isFree: boolean;
  readonly isOutline: boolean;
  readonly isPaletteShown: boolean;
  readonly isActivityShown: boolean;
  /** Spoken by screen readers. `count` tells two equal texts apart. */
  readonly announcement: { readonly text: string; readonly count: number };
  /** A node to bring into sight; `count` grows with each request. */
  readonly sought: { readonly nodeId: string; readonly count: number } | null;
}

export type ViewStore = StoreApi<EditorView>;

/** Choices that a browser keeps from visit to visit. */
type Kept = Pick<EditorView, 'direction' | 'isFree' | 'isOutline' | 'isPaletteShown' | 'isActivityShown'>;

const KEPT_KEY = 'alur.canvas';
const KEPT_DEFAULT: Kept = {
  direction: 'right',
  isFree: false,
  isOutline: false,
  isPaletteShown: true,
  isActivityShown: false,
};

export function createViewStore(): ViewStore {
  const store = createStore<EditorView>(() => ({
    ...loadKept(),
    selectedNodeIds: new Set<string>(),
    selectedEdgeIds: new Set<string>(),
    panel: null,
    picker: null,
    tableNodeId: null,
    path: null,
    announcement: { text: '', count: 0 },
    sought: null,
  }));
  store.subscribe((view, before) => {
    const keys = Object.keys(KEPT_DEFAULT) as (keyof Kept)[];
    if (keys.some((key) => view[key] !== before[key])) keep(view);
  });
  return store;
}

function loadKept(): Kept {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEPT_KEY) ?? '{}');
    const record = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
      Record<keyof Kept, unknown>
    >;
    const flag = (key: Exclude<keyof Kept, 'direction'>) =>
      typeof record[key] === 'boolean' ? record[key] : KEPT_DEFAULT[key];
    return {
      direction: record.direction === 'down' ? 'down' : 'right',
      isFree: flag('isFree'),
      isOutline: flag('isOutline'),
      isPaletteShown: flag('isPaletteShown'),
      isActivityShown: flag('isActivityShown'),
    };
  } catch {
    return KEPT_DEFAULT;
  }
}

function keep({ direction, isFree, isOutline, isPaletteShown, isActivityShown }: EditorView): void {
  try {
    localStorage.setItem(
      KEPT_KEY,
      JSON.stringify({ direction, isFree, isOutline, isPaletteShown, isActivityShown } satisfies Kept),
    );
  } catch {
    // The choice lasts until the page is left.
  }
}
