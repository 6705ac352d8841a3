import { checkTemplate, factCatalogue, NO_REFERENCES } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { onlyIfKnown, TEMPLATE_FORMS, type TemplateForm, withForm, withInserted } from './template-edit.ts';

const FORMS = Object.keys(TEMPLATE_FORMS) as TemplateForm[];
const facts = factCatalogue(NO_REFERENCES);
const FITTING: Partial<Record<TemplateForm, string>> = {
  date: 'ticket.createdAt',
  dateId: 'ticket.createdAt',
  time: 'ticket.createdAt',
  join: 'ticket.tags',
};

describe('the form of a variable', () => {
  it('goes behind the variable at the cursor, and the cursor behind it', () => {
    const text = 'Hi {{ contact.name }}, your ticket {{ ticket.subject }}';
    expect(withForm(text, 10, 'upcase')?.text).toBe('Hi {{ contact.name | upcase }}, your ticket {{ ticket.subject }}');
    const last = withForm(text, text.length, 'upcase');
    expect(last?.text).toBe('Hi {{ contact.name }}, your ticket {{ ticket.subject | upcase }}');
    expect(last?.cursor).toBe(last?.text.length);
    expect(withForm('Hello', 5, 'upcase')).toBeNull();
  });

  it.each(FORMS)('“%s” is one the check takes', (form) => {
    const edited = withForm(`{{ ${FITTING[form] ?? 'contact.name'} }}`, 3, form);
    expect(checkTemplate(edited?.text ?? '{{', ['text'], facts)).toEqual([]);
  });

  it('can make a part depend on a fact', () => {
    const { text } = withInserted('Hi ', 3, 3, onlyIfKnown('contact.name', '{{ contact.name }}'));
    expect(text).toBe('Hi {% if contact.name %}{{ contact.name }}{% endif %}');
    expect(checkTemplate(text, ['text'], facts)).toEqual([]);
  });
});
