/** Levels a person can have in a skill; 0 is not at all. */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type SkillLevel = (typeof LEVELS)[number];

/** Levels by cell; cells without a level are 0. Keys are made by `cellKey`. */
export type Levels = ReadonlyMap<string, SkillLevel>;

/** One cell that was changed by hand. */
export interface CellEdit {
  readonly agentId: string;
  readonly skillId: string;
  readonly from: SkillLevel;
  readonly to: SkillLevel;
}

/**
 * The matrix while it is edited: what is shown, what the server has not confirmed yet, and the way back. Every edit
 * lands in `pending`, an undone one too: the server hears of the last level only.
 */
export interface Matrix {
  readonly levels: Levels;
  /** Cells to send, by key, each with the level it shall have. */
  readonly pending: ReadonlyMap<string, Omit<CellEdit, 'from'>>;
  readonly done: readonly CellEdit[];
  readonly undone: readonly CellEdit[];
}

/** More steps back than anybody goes. */
const HISTORY_LIMIT = 200;

export function cellKey(agentId: string, skillId: string): string {
  return `${agentId} ${skillId}`;
}

export function levelAt({ levels }: Pick<Matrix, 'levels'>, agentId: string, skillId: string): SkillLevel {
  return levels.get(cellKey(agentId, skillId)) ?? 0;
}

export function makeMatrix(levels: Levels): Matrix {
  return { levels, pending: new Map(), done: [], undone: [] };
}

/** Sets a cell; the same matrix where nothing changes. Forgets what was undone. */
export function setLevel(matrix: Matrix, agentId: string, skillId: string, level: SkillLevel): Matrix {
  const from = levelAt(matrix, agentId, skillId);
  if (from === level) return matrix;
  const edit: CellEdit = { agentId, skillId, from, to: level };
  return { ...put(matrix, edit, level), done: [...matrix.done, edit].slice(-HISTORY_LIMIT), undone: [] };
}

/** Takes the last edit back; the same matrix where there is none. */
export function undoLevel(matrix: Matrix): Matrix {
  const edit = matrix.done.at(-1);
  if (!edit) return matrix;
  return { ...put(matrix, edit, edit.from), done: matrix.done.slice(0, -1), undone: [...matrix.undone, edit] };
}

/** Does the last undone edit again. */
export function redoLevel(matrix: Matrix): Matrix {
  const edit = matrix.undone.at(-1);
  if (!edit) return matrix;
  return { ...put(matrix, edit, edit.to), done: [...matrix.done, edit], undone: matrix.undone.slice(0, -1) };
}

/** The server has taken `sent`: those cells are pending no more, unless they were changed again meanwhile. */
export function confirmLevels(matrix: Matrix, sent: Matrix['pending']): Matrix {
  const pending = new Map(matrix.pending);
  for (const [key, { to }] of sent) if (pending.get(key)?.to === to) pending.delete(key);
  return { ...matrix, pending };
}

/** Levels anew from the server, keeping what it has not heard of yet. */
export function mergeLevels(matrix: Matrix, levels: Levels): Matrix {
  const merged = new Map(levels);
  for (const [key, { to }] of matrix.pending) merged.set(key, to);
  return { ...matrix, levels: merged };
}

/** How many of the people have a skill at `least` or above. */
export function countSkilled(
  { levels }: Pick<Matrix, 'levels'>,
  agentIds: readonly string[],
  skillId: string,
  least: SkillLevel,
): number {
  return agentIds.filter((agentId) => (levels.get(cellKey(agentId, skillId)) ?? 0) >= least).length;
}

function put(matrix: Matrix, { agentId, skillId }: CellEdit, to: SkillLevel): Matrix {
  const key = cellKey(agentId, skillId);
  return {
    ...matrix,
    levels: new Map(matrix.levels).set(key, to),
    pending: new Map(matrix.pending).set(key, { agentId, skillId, to }),
  };
}
