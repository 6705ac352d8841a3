import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { CONFIG_CASES } from './config-cases.test-support.ts';
import type { NodeDefinition } from './define-node.ts';
import { flowCatalogue } from './flow-catalogue.ts';
import { namesOf } from './names-of.ts';
import { NODE_CATALOGUE } from './node-catalogue.ts';

const names = namesOf(workspace);
const catalogue = flowCatalogue(undefined, workspace);

/** What a kind makes of a config, a line for everything it says. */
function told(definition: NodeDefinition, config: Readonly<Record<string, unknown>>): string {
  const behaviour = definition.behaviour(config, 'n');
  const lists = {
    ports: definition.ports(config),
    finding: definition.check(config, catalogue),
    'refers to': definition.references(config),
    writes: definition.writes(config),
    gives: definition.results(config, 'n'),
    implies: [definition.implies(config) ?? []].flat(),
    hears: behaviour?.type === 'trigger' ? [{ on: behaviour.on, need: behaviour.need ?? null }] : [],
    asks: behaviour?.type === 'filter' ? (behaviour.cases ?? []) : [],
    waits: behaviour?.type === 'wait' ? [behaviour.ends] : [],
  };
  return [
    `${definition.kind} ${JSON.stringify(config)}`,
    `en: ${definition.sentence(config, names, 'en')}`,
    `id: ${definition.sentence(config, names, 'id')}`,
    ...Object.entries(lists).flatMap(([word, said]) => said.map((one) => `${word}: ${JSON.stringify(one)}`)),
    ...(behaviour ? [] : ['cannot run']),
  ].join('\n  ');
}

describe('configs of every kind', () => {
  it.each(['trigger', 'filter', 'action', 'control'] as const)(
    'mean what golden/nodes says, kinds of group %s: look at every change, then run with `--update`',
    async (group) => {
      const texts = CONFIG_CASES.flatMap(([kind, config]) => {
        const definition = NODE_CATALOGUE.find((one) => one.kind === kind);
        return definition?.group === group ? [told(definition, config)] : [];
      });
      await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`../../golden/nodes/${group}.txt`);
    },
  );

  it('are there for every kind', () => {
    const kinds = new Set(CONFIG_CASES.map(([kind]) => kind));
    expect(NODE_CATALOGUE.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
