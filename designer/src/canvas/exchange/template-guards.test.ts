import { FLOW_TEMPLATES, LOCALES } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { testedTickets } from './template-guards.ts';

const CASES = FLOW_TEMPLATES.flatMap((template) => LOCALES.map((locale) => ({ key: template.key, template, locale })));

describe('the tested tickets of templates', () => {
  it.each(CASES)('of $key pass in $locale, and some of them do something', ({ template, locale }) => {
    const tested = testedTickets(template, locale);
    expect(tested.filter(({ isPassed }) => !isPassed)).toEqual([]);
    expect(Math.max(...tested.map(({ count }) => count))).toBeGreaterThan(0);
  });

  it('fail where the flow does something else', () => {
    const [template] = FLOW_TEMPLATES;
    if (!template) throw new Error('there should be a template');
    const flow: typeof template.flow = (locale) => ({ ...template.flow(locale), edges: [] });
    expect(testedTickets({ ...template, flow }, 'en').some(({ isPassed }) => !isPassed)).toBe(true);
  });
});
