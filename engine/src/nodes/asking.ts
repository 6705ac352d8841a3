import type { ActionBehaviour, EffectDraft, NodeInput } from './behaviour.ts';

/** The behaviour of an action that can always ask, and that nobody waits for. */
export function asking(ask: (input: NodeInput) => readonly EffectDraft[]): ActionBehaviour {
  return { type: 'action', awaited: 'never', act: (input) => ({ effects: ask(input) }) };
}
