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

/** Of the episodes remembered, those that have ended by the facts of now, by key; not those `asked` speaks of. */
export function endedFirings(
  { pipelines }: Program,
  { firings = {} }: Pick<RunContext, 'firings'>,
  input: TimeInput,
  asked: readonly Effect[],
): readonly Remembered[] {
  const told = new Set(asked.flatMap((effect) => (effect.type === 'setFiring' ? firingKey(effect) : [])));
  const open = new Set(Object.keys(firings).filter((key) => firings[key]?.episode !== null && !told.has(key)));
  if (open.size === 0) return [];
  const ended: Remembered[] = [];
  for (const { flowId, triggers } of pipelines) {
    for (const { nodeId: triggerNodeId, time } of triggers) {
      const key = firingKey({ flowId, triggerNodeId });
      const before = time && open.has(key) ? firings[key] : undefined;
      const firing = time && before ? firingSeen(time, input, before) : before;
      if (firing && firing !== before) ended.push({ flowId, triggerNodeId, firing });
    }
  }
  return ended.sort((a, b) => compareText(firingKey(a), firingKey(b)));
}
