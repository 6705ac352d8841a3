import { describe, expect, it } from 'vitest';
import { factCatalogue, findFact } from '../facts/fact-catalogue.ts';
import type { Names } from '../facts/names.ts';
import { valueText } from '../facts/value-text.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { Condition } from './condition.ts';
import { conditionSentence } from './condition-sentence.ts';

const catalogue = factCatalogue(workspace);
const names: Names = {
  fact: (fact, locale) => findFact(catalogue, fact)?.label[locale] ?? fact,
  value: (fact, value, locale) => valueText(findFact(catalogue, fact), value, locale),
  reference: (_kind, id) => id,
  node: (nodeId) => nodeId,
};

function say(condition: Condition): readonly string[] {
  return [conditionSentence(condition, names, 'en'), conditionSentence(condition, names, 'id')];
}

describe('conditionSentence', () => {
  it('puts brackets around groups inside groups, and only there', () => {
    const vip: Condition = { fact: 'contact.isVip', op: 'is', value: true };
    const high: Condition = { fact: 'ticket.priority', op: 'isOneOf', value: ['high', 'urgent'] };
    const empty: Condition = { fact: 'ticket.assignee', op: 'isEmpty' };
    expect(say({ all: [{ any: [vip, high] }, { not: empty }] })).toEqual([
      '(VIP customer is yes or priority is one of High or Urgent) and assignee is not empty',
      '(pelanggan VIP adalah ya atau prioritas salah satu dari Tinggi atau Mendesak) dan penanggung jawab tidak kosong',
    ]);
    expect(say({ all: [{ any: [vip] }] })[0]).toBe('VIP customer is yes');
  });

  it.each<[Condition, string]>([
    [{ fact: 'ticket.age', op: 'moreThan', value: 3_600_000 }, 'age is more than 1 hour'],
    [{ fact: 'ticket.level', op: 'between', value: { from: 2, to: 4 } }, 'support level is between 2 and 4'],
    [{ fact: 'message.text', op: 'contains', value: 'refund' }, 'message text contains “refund”'],
    [{ fact: 'ticket.tags', op: 'containsAllOf', value: ['a', 'b'] }, 'tags contains all of a and b'],
    [{ fact: 'time.now', op: 'isWeekday', value: { days: [6, 7] } }, 'current time is on Saturday or Sunday'],
    [
      { fact: 'time.now', op: 'timeOfDayBetween', value: { from: '22:00', to: '06:00' } },
      'current time is at a time between 22:00 and 06:00',
    ],
    [{ fact: 'ticket.custom.dueDate', op: 'withinLast', value: 86_400_000 }, 'Due date is within the last 1 day'],
    [{ fact: 'ticket.priority', op: 'changedTo', value: 'high' }, 'priority changed to High'],
    [{ fact: 'ticket.priority', op: 'is' }, 'priority is …'],
    [{ fact: 'ticket.level', op: 'between', value: {} }, 'support level is between … and …'],
  ])('says %j', (condition, english) => {
    expect(conditionSentence(condition, names, 'en')).toBe(english);
  });
});
