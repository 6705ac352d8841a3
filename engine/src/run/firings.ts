import { type CompiledTrigger, compareText } from '../compile/compile-flow.ts';
import type { Program } from '../compile/link-program.ts';
import type { TimeInput, TriggerMiss } from '../nodes/behaviour.ts';
import type { Effect, Firing } from '../nodes/effect.ts';
import { firingNow, firingSeen } from '../nodes/firing.ts';
import type { StepInput } from './run-host.ts';
import type { RunContext } from './run-outcome.ts';

/** Whether a trigger fires, and what is to be remembered of its firings if that is anything new. */
export interface Fired {
  readonly miss: TriggerMiss | null;
  readonly firing: Firing | null;
}

/** What is remembered of the firings of a trigger for this ticket. */
export function firingOf(
  { firings = {} }: Pick<RunContext, 'firings'>,
  flowId: string,
  nodeId: string,
): Firing | undefined {
  const key = firingKey({ flowId, triggerNodeId: nodeId });
  return Object.hasOwn(firings, key) ? firings[key] : undefined;
}

/**
 * Asks a trigger about an event. One that has come due also needs the leave of its re-fire policy; where it does not
 * fire, an episode that has ended is forgotten.
 */
export function askTrigger({ miss: missOf, time }: CompiledTrigger, input: StepInput, before?: Firing): Fired {
  const miss = missOf(input);
  if (!time || !input.event.due) return { miss, firing: null };
  const { mayFire, after } = firingNow(time, input, before);
  if (!miss && mayFire) return { miss: null, firing: after };
  const seen = firingSeen(time, input, before);
  return { miss: miss ?? { reason: 'alreadyFired', seen: null }, firing: before && seen !== before ? seen : null };
}

/** A firing to be remembered. */
type Remembered = Omit<Extract<Effect, { readonly type: 'setFiring' }>, 'type' | 'runIndex' | 'nodeId'>;

/** The name a firing is remembered by in `RunContext.firings`. */
function firingKey({ flowId, triggerNodeId }: Pick<Remembered, 'flowId' | 'triggerNodeId'>): string {
  return `${flowId}/${triggerNodeId}`;
}

/**
 * Of the episodes remembered, those that have ended by the facts of now, by key: also of those that `effects` began,
 * because what a flow does may end the episode it fired in.
 */
export function endedFirings(
  { pipelines }: Program,
  { firings = {} }: Pick<RunContext, 'firings'>,
  input: TimeInput,
  effects: readonly Effect[],
): readonly Remembered[] {
  const known = new Map(Object.entries(firings));
  for (const effect of effects) if (effect.type === 'setFiring') known.set(firingKey(effect), effect.firing);
  const open = new Map([...known].filter(([, { episode }]) => episode !== null));
  if (open.size === 0) return [];
  const ended: Remembered[] = [];
  for (const { flowId, triggers } of pipelines) {
    for (const { nodeId: triggerNodeId, time } of triggers) {
      const before = time && open.get(firingKey({ flowId, triggerNodeId }));
      const firing = time && before ? firingSeen(time, input, before) : before;
      if (firing && firing !== before) ended.push({ flowId, triggerNodeId, firing });
    }
  }
  return ended.sort((a, b) => compareText(firingKey(a), firingKey(b)));
}
