import type { NodeInput } from '../../nodes/behaviour.ts';
import type { CompiledStep, CompiledTrigger, Pipeline, Way } from '../compile-flow.ts';

/**
 * Whether a run of this pipeline on this event and these facts would have consequences: it reaches an action, a wait, a
 * started flow, a stop of later flows, or a step at which it fails. Walks from the first trigger that fires, asking
 * every filter on the way. Cost: linear in the filters passed.
 */
export function wouldAct(pipeline: Pipeline, input: NodeInput): boolean {
  const trigger = firedTrigger(pipeline, input);
  return trigger?.first ? hasConsequences(trigger.first, input, []) : false;
}

/** What a step does for a run that reaches it: something, nothing ever, or it leads on. */
export function consequenceOf({ behaviour }: CompiledStep): 'some' | 'none' | 'leadsOn' {
  if (!behaviour) return 'some';
  switch (behaviour.type) {
    case 'stop':
      return behaviour.laterFlows ? 'some' : 'none';
    case 'filter':
    case 'join':
      return 'leadsOn';
    case 'parallel':
      return behaviour.actions.length > 0 ? 'some' : 'leadsOn';
    default:
      return 'some';
  }
}

/** Every way out of a step, by whatever port. */
export function waysOut({ ways }: CompiledStep): readonly Way[] {
  return [...ways.values()].flat();
}

function firedTrigger({ flowId, triggers }: Pipeline, input: NodeInput): CompiledTrigger | undefined {
  const { due, type } = input.event;
  return triggers.find(
    (trigger) =>
      trigger.on.includes(type) &&
      (!due || (due.flowId === flowId && due.nodeId === trigger.nodeId)) &&
      !trigger.miss(input),
  );
}

/** `path` are the steps the walk has come by. */
function hasConsequences({ step }: Way, input: NodeInput, path: readonly CompiledStep[]): boolean {
  const consequence = consequenceOf(step);
  if (consequence !== 'leadsOn') return consequence === 'some';
  // A circle fails the run, which is a consequence.
  if (path.includes(step)) return true;
  const ways = step.behaviour?.type === 'filter' ? step.ways.get(step.behaviour.choose(input).port) : waysOut(step);
  return ways?.some((way) => hasConsequences(way, input, [...path, step])) ?? false;
}
