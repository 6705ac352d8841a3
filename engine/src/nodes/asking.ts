import type { ActionBehaviour, Awaited, EffectDraft, NodeInput, Provider } from './behaviour.ts';

type Ask = (input: NodeInput) => readonly EffectDraft[];

/** The behaviour of an action that can always ask, and that nobody waits for. */
export function asking(ask: Ask): ActionBehaviour {
  return { type: 'action', awaited: 'never', act: (input) => ({ effects: ask(input) }) };
}

/** The behaviour of an action that reaches outside by a provider: it fails at once where that is not set up. */
export function reaching(provider: Provider, awaited: Awaited, ask: Ask): ActionBehaviour {
  return {
    type: 'action',
    awaited,
    act: (input) => (input.providers.has(provider) ? { effects: ask(input) } : { failure: 'noProvider' }),
  };
}
