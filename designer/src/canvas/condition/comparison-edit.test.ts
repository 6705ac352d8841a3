import { factCatalogue, findFact, NO_REFERENCES } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { operatorOf, withFact, withOperator } from './comparison-edit.ts';

const facts = factCatalogue({ ...NO_REFERENCES, categories: ['Billing'] });
const fact = (name: string) => {
  const definition = findFact(facts, name);
  if (!definition) throw new Error(`No fact ${name}`);
  return definition;
};

describe('editing a comparison', () => {
  it('begins with the first operator of the fact', () => {
    expect(withFact({ fact: '', op: '' }, undefined, fact('ticket.category'))).toEqual({
      fact: 'ticket.category',
      op: 'is',
    });
  });

  it('takes yes for granted on a yes-or-no fact', () => {
    expect(withFact({ fact: '', op: '' }, undefined, fact('contact.isVip')).value).toBe(true);
  });

  it('drops a value of another fact, because it would mean something else', () => {
    const category = { fact: 'ticket.category', op: 'is', value: 'Billing' };
    expect(withFact(category, fact('ticket.category'), fact('ticket.priority'))).toEqual({
      fact: 'ticket.priority',
      op: 'is',
    });
  });

  it('keeps the value when "is" becomes "is one of", and back', () => {
    const category = fact('ticket.category');
    const one = { fact: 'ticket.category', op: 'is', value: 'Billing' };
    const isOneOf = operatorOf(category, { ...one, op: 'isOneOf' });
    const is = operatorOf(category, one);
    if (!isOneOf || !is) throw new Error('The engine lost an operator');
    const many = withOperator(one, category, isOneOf);
    expect(many).toEqual({ fact: 'ticket.category', op: 'isOneOf', value: ['Billing'] });
    expect(withOperator(many, category, is)).toEqual(one);
  });
});
