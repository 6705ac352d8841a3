import { LOCALES, NODE_CATALOGUE } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { formFields } from './form-fields.ts';

describe('the form of a step', () => {
  it.each(NODE_CATALOGUE.map((definition) => [definition.kind, definition] as const))(
    'has a labelled field for every setting of %s',
    (_kind, definition) => {
      const fields = formFields(definition);
      const keys = fields.map(({ key }) => key);
      for (const key of Object.keys(definition.defaultConfig)) expect(keys).toContain(key);
      for (const { label } of fields) for (const locale of LOCALES) expect(label[locale]).not.toBe('');
    },
  );

  it('opens up a group of settings', () => {
    const route = NODE_CATALOGUE.find(({ kind }) => kind === 'action.route');
    const requirement = route && formFields(route).find(({ key }) => key === 'requirement');
    expect(requirement?.fields.map(({ key }) => key)).toEqual(['skills', 'language', 'teamId', 'location']);
  });
});
