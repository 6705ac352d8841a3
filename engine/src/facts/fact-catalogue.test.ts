import { describe, expect, it } from 'vitest';
import { LOCALES } from '../flow/locale.ts';
import { NO_REFERENCES } from '../flow/references.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { FACT_GROUPS, factCatalogue, findFact } from './fact-catalogue.ts';

/** Made anew by every test. */
const catalogue = () => factCatalogue(workspace);

describe('factCatalogue', () => {
  it('has every fact once, with a label in both languages, in a known group', () => {
    const facts = catalogue().map(({ fact }) => fact);
    expect(new Set(facts).size).toBe(facts.length);
    for (const { label, group } of catalogue()) {
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
    expect(findFact(catalogue(), 'ticket.queue')?.options?.map(({ value, label }) => [value, label.en])).toEqual([
      ['q-pay', 'Payments'],
      ['q-gen', 'General'],
    ]);
    const said = (value: string) => ({ value, label: { en: value, id: value } });
    expect(findFact(catalogue(), 'ticket.category')).toMatchObject({
      isOpen: true,
      isSettable: true,
      options: [said('Billing'), said('Technical')],
    });
    expect(findFact(catalogue(), 'ticket.tags')?.options).toEqual([said('vip'), said('refund')]);
    expect(findFact(catalogue(), 'contact.country')?.options).toEqual(
      findFact(factCatalogue(NO_REFERENCES), 'contact.country')?.options,
    );
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

  it('calls custom fields and attributes as the workspace does, with the options it has for them', () => {
    const said = (value: string) => ({ value, label: { en: value, id: value } });
    const label = (text: string) => ({ en: text, id: text });
    const custom = { group: 'custom', isSettable: true, isTracked: true };
    expect(findFact(catalogue(), 'ticket.custom.location')).toEqual({
      fact: 'ticket.custom.location',
      type: 'option',
      label: label('Location'),
      ...custom,
      options: [said('Jakarta'), said('Surabaya')],
      isOpen: true,
    });
    expect(findFact(catalogue(), 'ticket.custom.parts')).toMatchObject({
      type: 'set',
      options: [said('engine'), said('wheel')],
      isOpen: true,
    });
    expect(findFact(catalogue(), 'ticket.custom.amount')).toEqual({
      fact: 'ticket.custom.amount',
      type: 'number',
      label: label('Amount'),
      ...custom,
    });
    expect(findFact(catalogue(), 'contact.attribute.plan')).toEqual({
      fact: 'contact.attribute.plan',
      type: 'option',
      label: label('Plan'),
      group: 'contact',
      options: [said('Gold'), said('Silver')],
      isOpen: true,
    });
  });
});
