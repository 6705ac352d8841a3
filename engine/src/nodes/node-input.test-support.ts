import type { Facts } from '../facts/fact-value.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { type Action, type NodeInput, PROVIDERS } from './behaviour.ts';
import { flowCatalogue } from './flow-catalogue.ts';
import { namesOf } from './names-of.ts';
import { nodeDefinition } from './node-catalogue.ts';

/** What a node sees in tests: one second after 1970 began, in UTC, with every provider set up. */
export function inputOf(facts: Facts = {}, more: Partial<NodeInput> = {}): NodeInput {
  return {
    event: { type: 'ticketCreated', ticketId: 'k1', actor: { kind: 'customer' } },
    facts,
    nowMs: 1000,
    timeZone: 'UTC',
    providers: new Set(PROVIDERS),
    ...more,
  };
}

/** What an action of a kind asks for, told this config. */
export function actOf(kind: string, config: Record<string, unknown>, input: NodeInput = inputOf()): Action {
  const behaviour = nodeDefinition(kind)?.behaviour(config);
  if (behaviour?.type !== 'action') throw new Error(`${kind} does not act`);
  return behaviour.act(input);
}

/** The findings of a config in the test workspace, as `CODE path`. */
export function findingsOf(kind: string, config: Record<string, unknown>): readonly string[] {
  const found = nodeDefinition(kind)?.check(config, flowCatalogue(undefined, workspace)) ?? [];
  return found.map(({ code, path }) => `${code} ${path.join('.')}`);
}

/** A config as a sentence in both languages. */
export function sentencesOf(kind: string, config: Record<string, unknown>): readonly string[] {
  const names = namesOf(workspace);
  return (['en', 'id'] as const).map((locale) => nodeDefinition(kind)?.sentence(config, names, locale) ?? '');
}

/** The ids of the ports of a config. */
export function portsOf(kind: string, config: Record<string, unknown>): readonly string[] {
  return (
    nodeDefinition(kind)
      ?.ports(config)
      .map(({ id }) => id) ?? []
  );
}
