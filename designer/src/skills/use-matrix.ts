import { useCallback, useEffect, useRef, useState } from 'react';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import type { SkilledAgent } from './all-agents.ts';
import {
  cellKey,
  confirmLevels,
  LEVELS,
  type Levels,
  type Matrix,
  makeMatrix,
  mergeLevels,
  redoLevel,
  type SkillLevel,
  setLevel,
  undoLevel,
} from './matrix-edits.ts';

const SetSkillLevelsDocument = graphql(`
  mutation SetSkillLevels($input: SetSkillLevelsInput!) {
    setSkillLevels(input: $input) { agents { id } userErrors { code message path } }
  }
`);

/** How long typing may rest before it is saved. */
const SAVE_AFTER_MS = 600;
/** What the server takes at once. */
const MOST_AT_ONCE = 1000;

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

/** The levels of all people, edited in place: shown at once, saved after a short rest, undone step by step. */
export function useMatrix(agents: readonly SkilledAgent[]) {
  const [matrix, setMatrix] = useState<Matrix>(() => makeMatrix(levelsOf(agents)));
  const [hasFailed, setHasFailed] = useState(false);
  const [send, { loading }] = useAction(SetSkillLevelsDocument);
  useEffect(() => setMatrix((last) => mergeLevels(last, levelsOf(agents))), [agents]);

  const { pending } = matrix;
  const save = useCallback(async () => {
    const sent = new Map([...pending].slice(0, MOST_AT_ONCE));
    const levels = [...sent.values()].map(({ agentId, skillId, to }) => ({ agentId, skillId, level: to }));
    const userErrors = (await send({ variables: { input: { levels } } })).data?.setSkillLevels.userErrors;
    const isTaken = userErrors !== undefined && !showUserErrors(userErrors);
    setHasFailed(!isTaken);
    if (isTaken) setMatrix((last) => confirmLevels(last, sent));
  }, [pending, send]);

  const latestSave = useRef(save);
  latestSave.current = save;
  useEffect(() => {
    if (pending.size === 0 || loading || hasFailed) return;
    const timer = setTimeout(() => void latestSave.current(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [pending, loading, hasFailed]);
  // Leaving the page saves what is still resting.
  const latestPending = useRef(pending);
  latestPending.current = pending;
  useEffect(
    () => () => {
      if (latestPending.current.size > 0) void latestSave.current();
    },
    [],
  );

  const change = (next: (matrix: Matrix) => Matrix) => {
    setHasFailed(false);
    setMatrix(next);
  };
  const state: SaveState = loading ? 'saving' : hasFailed ? 'failed' : pending.size > 0 ? 'unsaved' : 'saved';
  return {
    matrix,
    state,
    retry: () => void save(),
    set: (agentId: string, skillId: string, level: SkillLevel) =>
      change((last) => setLevel(last, agentId, skillId, level)),
    undo: () => change(undoLevel),
    redo: () => change(redoLevel),
  };
}

function levelsOf(agents: readonly SkilledAgent[]): Levels {
  return new Map(
    agents.flatMap(({ id, skills }) =>
      skills.map(({ skill, level }) => [cellKey(id, skill.id), LEVELS.find((each) => each === level) ?? 0] as const),
    ),
  );
}
