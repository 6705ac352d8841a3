import type { CompiledTrigger } from '../compile/compile-flow.ts';
import type { TriggerMiss } from '../nodes/behaviour.ts';
import type { Firing } from '../nodes/effect.ts';
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
  const key = `${flowId}/${nodeId}`;
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
