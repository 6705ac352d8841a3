import { describe, expect, it } from 'vitest';
import { policyReach } from './policy-reach.ts';

const ticket = (name: string, category: string) => ({
  ticket: name,
  input: { facts: { 'ticket.category': category }, nowMs: 0, timeZone: 'UTC' },
});
const tickets = [ticket('a', 'Billing'), ticket('b', 'Refund'), ticket('c', 'Billing')];
const billing = { fact: 'ticket.category', op: 'is', value: 'Billing' };

describe('what a policy would hold', () => {
  it('is what meets its condition and no earlier one', () => {
    expect(policyReach(null, [billing], tickets)).toEqual({ held: ['b'], takenBefore: 2 });
    expect(policyReach(billing, [], tickets)).toEqual({ held: ['a', 'c'], takenBefore: 0 });
  });

  it('is nothing behind a policy for every ticket', () => {
    expect(policyReach(billing, [null], tickets)).toEqual({ held: [], takenBefore: 2 });
  });

  it('is unknown while the condition is unfinished; an earlier unfinished one takes none', () => {
    expect(policyReach({ fact: '' }, [], tickets)).toBeNull();
    expect(policyReach(billing, [{ fact: '' }], tickets)?.held).toHaveLength(2);
  });
});
