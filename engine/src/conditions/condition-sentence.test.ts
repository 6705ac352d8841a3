import { describe, expect, it } from 'vitest';
import { factCatalogue, findFact } from '../facts/fact-catalogue.ts';
import type { Names } from '../facts/names.ts';
import { valueText } from '../facts/value-text.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { Condition } from './condition.ts';
import { comparisonPredicate, conditionSentence } from './condition-sentence.ts';
import type { Operator } from './operators.ts';

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

  it('names eight parts of a group; of more it names six', () => {
    const parts = (count: number): Condition[] =>
      Array.from({ length: count }, (_, index) => ({ fact: 'ticket.level', op: 'is', value: index }));
    const named = (count: number) => parts(count).map((_, index) => `support level is ${index}`);
    expect(say({ all: parts(8) })[0]).toBe(named(8).join(' and '));
    expect(say({ any: parts(9) })).toEqual([
      [...named(6), '3 more conditions'].join(' or '),
      [...named(6).map((text) => text.replace('support level is', 'tingkat dukungan adalah')), '3 kondisi lagi'].join(
        ' atau ',
      ),
    ]);
    expect(say({ all: [] })).toEqual(['…', '…']);
    expect(say({ all: [{ all: [] }, { any: parts(2) }, { all: parts(1) }] })[0]).toBe(
      '… and (support level is 0 or support level is 1) and support level is 0',
    );
  });

  it.each<[Condition, string, string]>([
    [
      { not: { fact: 'ticket.level', op: 'is', value: 2 } },
      'it is not so that (support level is 2)',
      'tidak benar bahwa (tingkat dukungan adalah 2)',
    ],
    [
      { not: { any: [{ fact: 'ticket.assignee', op: 'isEmpty' }] } },
      'it is not so that (assignee is empty)',
      'tidak benar bahwa (penanggung jawab kosong)',
    ],
    [{ fact: 'ticket.assignee', op: 'isEmpty' }, 'assignee is empty', 'penanggung jawab kosong'],
    [{ fact: 'ticket.priority', op: 'changed' }, 'priority changed', 'prioritas berubah'],
    [
      { fact: 'time.now', op: 'inBusinessHours', value: { calendarId: 'cal-office' } },
      'current time is in business hours of cal-office',
      'waktu sekarang dalam jam kerja menurut cal-office',
    ],
    [
      { fact: 'time.now', op: 'inBusinessHours', value: { calendarId: null } },
      'current time is in business hours',
      'waktu sekarang dalam jam kerja',
    ],
    [
      { fact: 'time.now', op: 'inBusinessHours', value: { calendarId: '' } },
      'current time is in business hours',
      'waktu sekarang dalam jam kerja',
    ],
    [
      { fact: 'ticket.level', op: 'notBetween', value: { from: 2, to: 4 } },
      'support level is not between 2 and 4',
      'tingkat dukungan tidak di antara 2 dan 4',
    ],
    [
      { fact: 'time.now', op: 'timeOfDayBetween', value: { from: '22:00' } },
      'current time is at a time between 22:00 and …',
      'waktu sekarang pada pukul antara 22:00 dan …',
    ],
    [
      { fact: 'time.now', op: 'timeOfDayBetween', value: null },
      'current time is at a time between … and …',
      'waktu sekarang pada pukul antara … dan …',
    ],
    [{ fact: 'time.now', op: 'withinLast' }, 'current time is within the last …', 'waktu sekarang dalam kurun …'],
    [
      { fact: 'time.now', op: 'isWeekday', value: { days: [1, 9] } },
      'current time is on Monday or …',
      'waktu sekarang pada hari Senin atau …',
    ],
    [
      { fact: 'message.text', op: 'containsAllWords', value: 'refund now' },
      'message text contains all the words “refund now”',
      'isi pesan memuat semua kata “refund now”',
    ],
    [
      { fact: 'message.text', op: 'startsWith', value: 'a' },
      'message text starts with “a”',
      'isi pesan diawali dengan “a”',
    ],
    [
      { fact: 'message.text', op: 'endsWith', value: 'a' },
      'message text ends with “a”',
      'isi pesan diakhiri dengan “a”',
    ],
    [
      { fact: 'message.text', op: 'matches', value: 'a+' },
      'message text matches the pattern “a+”',
      'isi pesan cocok dengan pola “a+”',
    ],
    [{ fact: 'message.text', op: 'contains', value: '' }, 'message text contains …', 'isi pesan memuat …'],
    [{ fact: 'message.text', op: 'contains', value: 3 }, 'message text contains …', 'isi pesan memuat …'],
    [{ fact: 'ticket.priority', op: 'isOneOf', value: [] }, 'priority is one of …', 'prioritas salah satu dari …'],
    [
      { fact: 'ticket.priority', op: 'isOneOf', value: ['high', ''] },
      'priority is one of High or …',
      'prioritas salah satu dari Tinggi atau …',
    ],
    [{ fact: 'ticket.priority', op: 'is', value: '' }, 'priority is …', 'prioritas adalah …'],
    [{ fact: 'ticket.priority', op: 'is', value: {} }, 'priority is …', 'prioritas adalah …'],
    [
      { fact: 'ticket.tags', op: 'containsNoneOf', value: ['a', 'b'] },
      'tags contains none of a or b',
      'tag tidak memuat satu pun dari a atau b',
    ],
    [{ fact: 'contact.isVip', op: 'isNot', value: false }, 'VIP customer is not no', 'pelanggan VIP bukan tidak'],
  ])('says %j in both languages', (condition, english, indonesian) => {
    expect(say(condition)).toEqual([english, indonesian]);
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

  it('leaves the fact away where it is already named', () => {
    const predicate = (op: Operator, value?: unknown) =>
      comparisonPredicate({ fact: 'ticket.priority', op, ...(value === undefined ? {} : { value }) }, names, 'id');
    expect(predicate('isOneOf', ['high', 'urgent'])).toBe('salah satu dari Tinggi atau Mendesak');
    expect(predicate('isEmpty')).toBe('kosong');
    expect(predicate('is')).toBe('adalah …');
  });
});
