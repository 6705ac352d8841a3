import type { CompiledStep } from './compile-flow.ts';
import { isAwaited, type PathKnowledge, type PathState } from './path-knowledge.ts';
import type { ReadFlow } from './read-flow.ts';

/** What is known where a run has done all it does at the moment of its event. */
export interface FlowEnd {
  readonly state: PathState;
  /** Later flows are not run for the event. */
  readonly stopsLater: boolean;
}

/**
 * Every way a run ends or stays at the moment of its event, with what is known there: at a stop, a wait, an awaited
 * answer, a port that leads nowhere. Ways of which there is no telling what was written on them are not exact.
 */
export function flowEnds({ pipeline }: ReadFlow, { before, after }: PathKnowledge): readonly FlowEnd[] {
  return [...before].flatMap(([nodeId, state]): readonly FlowEnd[] => {
    const step = pipeline.steps.get(nodeId);
    if (!step || state.overwritten === null) return [];
    return endsAt(step, state, after.get(nodeId) ?? new Map());
  });
}

function endsAt(
  { behaviour, ways }: CompiledStep,
  state: PathState,
  after: ReadonlyMap<string, PathState>,
): readonly FlowEnd[] {
  const here = (more: Partial<PathState> = {}, stopsLater = false) => [{ state: { ...state, ...more }, stopsLater }];
  switch (behaviour?.type) {
    case undefined:
    case 'wait':
      return here();
    case 'stop':
      return here({}, behaviour.laterFlows);
    case 'startFlow':
      return here({ isExact: false });
    case 'join':
      if (!after.get('then')?.overwritten) return here({ isExact: false });
      break;
    case 'action':
      if (isAwaited(behaviour, ways)) return here();
      break;
    case 'sequence':
    case 'parallel':
      if (behaviour.actions.some(({ behaviour: { awaited } }) => awaited !== 'never')) return here({ isExact: false });
      break;
    default:
  }
  return [...after].flatMap(([port, left]): readonly FlowEnd[] =>
    ways.has(port) || port === 'failed' ? [] : [{ state: left, stopsLater: false }],
  );
}
