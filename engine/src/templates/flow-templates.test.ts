import { describe, expect, it } from 'vitest';
import { checkFlow } from '../compile/check-flow.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { importFlow } from '../compile/import-flow.ts';
import type { PortableFlow } from '../compile/portable-flow.ts';
import { LOCALES, type Locale } from '../flow/locale.ts';
import { NO_REFERENCES, type References } from '../flow/references.ts';
import { namesOf } from '../nodes/names-of.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { runGuard } from '../simulate/guard-test.ts';
import { FLOW_TEMPLATES } from './flow-templates.ts';
import { TEMPLATE_PLACE } from './guard-words.ts';

/** A workspace that has everything a template names; a thing's id is its name. */
function workspaceOf(portable: PortableFlow): References {
  const { missing } = importFlow(portable, NO_REFERENCES);
  const all = (kind: string) => missing.filter((each) => each.kind === kind).map(({ name }) => ({ id: name, name }));
  return { ...NO_REFERENCES, queues: all('queue'), teams: all('team'), skills: all('skill'), agents: all('agent') };
}

const CASES = FLOW_TEMPLATES.flatMap((template) => LOCALES.map((locale) => ({ key: template.key, locale, template })));

describe.each(CASES)('template $key in $locale', ({ template, locale }) => {
  const imported = () => {
    const portable = template.flow(locale);
    const references = workspaceOf(portable);
    return { portable, references, ...importFlow(portable, references) };
  };

  it('can be published as it is, once what it names is there', () => {
    const { flow, missing, references } = imported();
    expect(missing).toEqual([]);
    expect(checkFlow(flow, references)).toEqual([]);
  });

  it('is called what the gallery calls it', () => {
    const { name, description } = imported().portable;
    expect([name, description]).toEqual([template.name[locale], template.description[locale]]);
  });

  it('reads as sentences', () => {
    const { flow, references } = imported();
    const names = namesOf(references, flow);
    for (const { kind, config } of flow.nodes) {
      const sentence = nodeDefinition(kind)?.sentence(config, names, locale) ?? '';
      expect(sentence).not.toBe('');
      expect(sentence).not.toContain('…');
    }
  });

  it('passes its guard tests, each of which says what is asked for and under a name of its own', () => {
    const pipeline = compileFlow(imported().flow, { flowId: 'f', versionId: 'v', position: 0, stopOnMatch: false });
    const guards = template.guards(locale);
    for (const guard of guards) {
      const { isPassed, did } = runGuard(pipeline, guard, TEMPLATE_PLACE);
      expect({ guard: guard.name, isPassed, did }).toMatchObject({
        guard: guard.name,
        isPassed: true,
        did: guard.expects.map(({ afterMinutes, effect }) => ({ afterMinutes, effect })),
      });
      expect(guard.expects.map(({ effect }) => effect.type)).toEqual(did.map(({ effect }) => effect.type));
    }
    const inOther = template.guards(locale === 'en' ? 'id' : 'en').map(({ name }) => name);
    const own = guards.map(({ name }) => name);
    expect(new Set([...own, ...inOther]).size).toBe(guards.length * 2);
    for (const name of own) expect(name).toMatch(/^\p{Lu}/u);
  });

  it('has a guard test in which it acts, and one in which it does less', () => {
    const counts = template.guards(locale).map(({ expects }) => expects.length);
    expect(counts.length).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});

describe('the templates', () => {
  it('are ten, each under a key of its own, in two languages that differ', () => {
    expect(new Set(FLOW_TEMPLATES.map(({ key }) => key)).size).toBe(10);
    const text = (locale: Locale) => FLOW_TEMPLATES.map(({ name, description }) => [name[locale], description[locale]]);
    expect(text('en')).not.toEqual(text('id'));
  });
});
