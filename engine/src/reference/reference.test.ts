import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../flow/issue.ts';
import { LOCALES } from '../flow/locale.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { NODE_CATALOGUE } from '../nodes/node-catalogue.ts';
import { EXAMPLE_CONFIGS } from './example-configs.ts';
import { EXAMPLE_WORKSPACE } from './example-workspace.ts';
import { referenceMarkdown } from './reference-markdown.ts';
import { referenceOf } from './reference-page.ts';

describe('the reference', () => {
  it.each(LOCALES)('in %s is what the definitions say: run `pnpm --filter @alur/engine reference`', async (locale) => {
    await expect(referenceMarkdown(referenceOf(locale))).toMatchFileSnapshot(`../../reference/reference.${locale}.md`);
  });

  it.each(LOCALES)('in %s has every kind, fact, operator and issue, and no gaps', (locale) => {
    const page = referenceOf(locale);
    expect(page.kinds.flatMap(({ entries }) => entries.map(({ kind }) => kind)).sort()).toEqual(
      NODE_CATALOGUE.map(({ kind }) => kind).sort(),
    );
    expect(page.issues.map(({ code }) => code)).toEqual([...ISSUE_CODES]);
    const text = referenceMarkdown(page);
    expect(text).not.toMatch(/undefined|\[object|…|“”|null|NaN/);
    for (const { entries } of page.operators) for (const { help } of entries) expect(text).toContain(help);
  });

  it('says the same things in both languages, each in its own words', () => {
    const [english, indonesian] = LOCALES.map((locale) => referenceOf(locale));
    const keys = (page = english) => [
      ...(page?.kinds.flatMap(({ entries }) =>
        entries.map(({ kind, fields }) => [kind, ...fields.map((f) => f.key)]),
      ) ?? []),
      ...(page?.facts.flatMap(({ entries }) => entries.map(({ fact }) => fact)) ?? []),
    ];
    expect(keys(indonesian)).toEqual(keys(english));
    const helps = (page = english) =>
      page?.operators.flatMap(({ entries }) => entries.map(({ op, help }) => `${op} ${help}`)) ?? [];
    expect(helps().filter((help) => helps(indonesian).includes(help))).toEqual([]);
  });

  it('has an example for every kind, with nothing to mend', () => {
    const catalogue = flowCatalogue(undefined, EXAMPLE_WORKSPACE);
    const kinds = NODE_CATALOGUE.map(({ kind }) => kind);
    expect(Object.keys(EXAMPLE_CONFIGS).sort()).toEqual([...kinds].sort());
    for (const { kind, check } of NODE_CATALOGUE) {
      expect([kind, ...check(EXAMPLE_CONFIGS[kind] ?? {}, catalogue)]).toEqual([kind]);
    }
  });
});
