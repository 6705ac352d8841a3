import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAt, type DraftCondition, partAt, readDraftCondition, replaceAt } from './draft-condition.ts';

const { condition } = fc.letrec<{ condition: DraftCondition; comparison: DraftCondition }>((tie) => ({
  comparison: fc.record(
    { fact: fc.string(), op: fc.string(), value: fc.jsonValue() },
    { requiredKeys: ['fact', 'op'] },
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition' },
    tie('comparison'),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3, depthIdentifier: 'condition' }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3, depthIdentifier: 'condition' }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const category = { fact: 'ticket.category', op: 'is', value: 'Billing' };
const vip = { fact: 'contact.isVip', op: 'is', value: true };

describe('a condition being written', () => {
  it('reads every condition back as it was stored', () => {
    fc.assert(
      fc.property(condition, (stored) => {
        const json: unknown = JSON.parse(JSON.stringify(stored));
        expect(readDraftCondition(json)).toEqual(json);
      }),
      { seed: 7 },
    );
  });

  it('reads anything at all without breaking', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => void readDraftCondition(json)),
      { seed: 7 },
    );
  });

  it('makes a group of a single comparison when a second is added', () => {
    expect(addAt(category, [], vip)).toEqual({ all: [category, vip] });
  });

  it('adds inside a nested group', () => {
    const nested = { all: [category, { not: { any: [vip] } }] };
    expect(addAt(nested, [1, 'not'], category)).toEqual({ all: [category, { not: { any: [vip, category] } }] });
  });

  it('removes a negation together with what it negates', () => {
    expect(replaceAt({ all: [category, { not: vip }] }, [1, 'not'], null)).toEqual({ all: [category] });
  });

  it('leaves the condition alone when the path leads nowhere', () => {
    expect(partAt(category, [3])).toBeNull();
    expect(addAt(category, [3], vip)).toBe(category);
  });
});
