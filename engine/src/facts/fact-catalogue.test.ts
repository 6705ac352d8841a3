import { describe, expect, it } from 'vitest';
import { LOCALES } from '../flow/locale.ts';
import { NO_REFERENCES } from '../flow/references.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { FACT_GROUPS, factCatalogue, findFact } from './fact-catalogue.ts';

const catalogue = factCatalogue(workspace);

describe('factCatalogue', () => {
  it('has every fact once, with a label in both languages, in a known group', () => {
    const facts = catalogue.map(({ fact }) => fact);
    expect(new Set(facts).size).toBe(facts.length);
    for (const { label, group } of catalogue) {
      for (const locale of LOCALES) expect(label[locale]).not.toBe('');
      expect(FACT_GROUPS[group]).toBeDefined();
    }
  });

  it('gives every closed option fact its options, in both languages', () => {
    for (const { fact, type, options, isOpen } of factCatalogue(NO_REFERENCES)) {
      if (type === 'option' && !isOpen) expect([fact, options?.length ?? 0]).not.toEqual([fact, 0]);
    }
  });

  it('gives references their names, and categories and tags what the workspace has seen', () => {
    expect(findFact(catalogue, 'ticket.queue')?.options?.map(({ value, label }) => [value, label.en])).toEqual([
      ['q-pay', 'Payments'],
      ['q-gen', 'General'],
    ]);
    expect(findFact(catalogue, 'ticket.category')).toMatchObject({ isOpen: true, isSettable: true });
    expect(findFact(catalogue, 'ticket.tags')?.options).toHaveLength(2);
  });

  it('adds custom fields by key, whatever their order', () => {
    const custom = (fields: typeof workspace.customFields) =>
      factCatalogue({ ...workspace, customFields: fields })
        .filter(({ group }) => group === 'custom')
        .map(({ fact, type }) => `${fact} ${type}`);
    const expected = [
      'ticket.custom.amount number',
      'ticket.custom.dueDate instant',
      'ticket.custom.location option',
      'ticket.custom.parts set',
    ];
    expect(custom(workspace.customFields)).toEqual(expected);
    expect(custom([...workspace.customFields].reverse())).toEqual(expected);
  });
});
