import fc from 'fast-check';
import type { FieldChanges } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Comparison, Condition } from './condition.ts';

/** Few values, so that conditions often hold. Options are compared with as they are offered, and seen in any case. */
const option = fc.constantFrom('low', 'high', 'urgent', 'normal');
const word = fc.constantFrom('low', 'High', 'URGENT', 'normal');
const level = fc.integer({ min: 1, max: 5 });
const tags = fc.uniqueArray(fc.constantFrom('vip', 'Refund', 'bug'), { maxLength: 3 });

const missing = fc.constantFrom(null, undefined, '');

/** Facts over which `arbitraryCondition` asks; some are missing in every way a fact can be. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record({
  'ticket.priority': fc.oneof(word, missing),
  'ticket.subject': fc.oneof(word, missing),
  'ticket.level': fc.oneof(level, missing),
  'ticket.tags': fc.oneof(tags, missing),
  'contact.isVip': fc.oneof(fc.boolean(), missing),
});

export const arbitraryChanges: fc.Arbitrary<FieldChanges> = fc.oneof(
  fc.constant({}),
  fc.record({ 'ticket.priority': fc.record({ from: fc.option(word), to: fc.option(word) }) }),
);

function comparison(fact: string, ops: readonly Comparison['op'][], value: fc.Arbitrary<unknown>) {
  return fc.record({ fact: fc.constant(fact), op: fc.constantFrom(...ops), value });
}

const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const options = fc.uniqueArray(option, { minLength: 1, maxLength: 3 });
const range = fc.tuple(level, level).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const arbitraryComparison: fc.Arbitrary<Comparison> = fc.oneof(
  comparison('ticket.priority', ['is', 'isNot', 'changedFrom', 'changedTo'], option),
  comparison('ticket.priority', ['isOneOf', 'isNoneOf'], options),
  comparison('ticket.subject', ['is', 'isNot', 'contains', 'startsWith', 'endsWith'], word),
  comparison('ticket.subject', ['containsAnyOf'], words),
  comparison('ticket.level', ['is', 'isNot', 'lessThan', 'atMost', 'moreThan', 'atLeast'], level),
  comparison('ticket.level', ['between', 'notBetween'], range),
  comparison(
    'ticket.tags',
    ['containsAnyOf', 'containsAllOf', 'containsNoneOf'],
    fc.uniqueArray(fc.constantFrom('VIP', 'refund', 'other'), { minLength: 1 }),
  ),
  comparison('contact.isVip', ['is', 'isNot'], fc.boolean()),
  fc.record({
    fact: fc.constantFrom('ticket.priority', 'ticket.tags', 'ticket.level'),
    op: fc.constantFrom<Comparison['op'][]>('isEmpty', 'changed'),
  }),
);

/** Conditions that mean something over `arbitraryFacts`, nested up to four deep. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    arbitraryComparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;
