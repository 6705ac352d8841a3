import { describe, expect, it } from 'vitest';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkCondition } from './check-condition.ts';
import { type Comparison, parseCondition } from './condition.ts';

const catalogue = factCatalogue(workspace);

function codes(fact: string, op: Comparison['op'], value?: unknown): readonly string[] {
  return checkCondition({ fact, op, value }, catalogue).map((issue) => `${issue.code} ${issue.path.join('.')}`);
}

describe('checkCondition', () => {
  it('finds nothing in comparisons that fit', () => {
    expect(codes('ticket.priority', 'is', 'high')).toEqual([]);
    expect(codes('ticket.category', 'isOneOf', ['Billing', 'Never seen'])).toEqual([]);
    expect(codes('ticket.queue', 'is', 'q-pay')).toEqual([]);
    expect(codes('ticket.assignee', 'isEmpty')).toEqual([]);
    expect(codes('ticket.age', 'moreThan', 3_600_000)).toEqual([]);
    expect(codes('ticket.custom.location', 'changedTo', 'Bandung')).toEqual([]);
    expect(codes('ticket.custom.dueDate', 'before', '2026-03-02T12:00+07:00')).toEqual([]);
    expect(codes('time.now', 'timeOfDayBetween', { from: '22:00', to: '06:00', timeZone: 'Asia/Makassar' })).toEqual(
      [],
    );
    expect(codes('time.now', 'isWeekday', { days: [6, 7] })).toEqual([]);
    expect(codes('time.now', 'inBusinessHours', { calendarId: 'cal-office' })).toEqual([]);
    expect(codes('time.now', 'inBusinessHours', { calendarId: null })).toEqual([]);
    expect(codes('contact.attribute.plan', 'is', 'Gold')).toEqual([]);
    expect(codes('sla.firstReply.timeLeft', 'lessThan', 3_600_000)).toEqual([]);
  });

  it('names facts the workspace does not have', () => {
    expect(codes('ticket.colour', 'is', 'red')).toEqual(['UNKNOWN_FACT fact']);
    expect(codes('ticket.custom.gone', 'is', 'red')).toEqual(['UNKNOWN_FACT fact']);
  });

  it('names operators of another type and change operators on facts whose changes nobody tracks', () => {
    expect(codes('ticket.priority', 'lessThan', 3)).toEqual(['TYPE_MISMATCH op']);
    expect(codes('ticket.tags', 'is', 'vip')).toEqual(['TYPE_MISMATCH op']);
    expect(codes('contact.name', 'changed')).toEqual(['UNKNOWN_OPERATOR op']);
    expect(codes('ticket.tags', 'changed')).toEqual([]);
  });

  it('names values of another type', () => {
    expect(codes('ticket.level', 'is', 'three')).toEqual(['TYPE_MISMATCH value']);
    expect(codes('ticket.priority', 'is', 3)).toEqual(['TYPE_MISMATCH value']);
    expect(codes('ticket.priority', 'isOneOf', 'high')).toEqual(['TYPE_MISMATCH value']);
    expect(codes('contact.isVip', 'is', 'yes')).toEqual(['TYPE_MISMATCH value']);
  });

  it('names values that are not filled in', () => {
    expect(codes('ticket.priority', 'is')).toEqual(['MISSING_CONFIG value']);
    expect(codes('ticket.priority', 'is', '')).toEqual(['MISSING_CONFIG value']);
    expect(codes('ticket.priority', 'isOneOf', [])).toEqual(['MISSING_CONFIG value']);
    expect(codes('ticket.level', 'between', { from: 1 })).toEqual(['MISSING_CONFIG value.to']);
  });

  it('names options and references that do not exist', () => {
    expect(codes('ticket.priority', 'isOneOf', ['high', 'highest'])).toEqual(['INVALID_VALUE value.1']);
    expect(codes('ticket.queue', 'is', 'q-gone')).toEqual(['UNKNOWN_REFERENCE value']);
    expect(codes('ticket.team', 'isNoneOf', ['t-1', 't-2'])).toEqual(['UNKNOWN_REFERENCE value.1']);
  });

  it('names patterns RE2 cannot read', () => {
    expect(codes('message.text', 'matches', '(')).toEqual(['INVALID_PATTERN value']);
    expect(codes('message.text', 'matches', '（')).toEqual(['INVALID_PATTERN value']);
    expect(codes('message.text', 'matches', '(a)\\1')).toEqual(['INVALID_PATTERN value']);
    expect(codes('message.text', 'matches', 'a{1000}{1000}')).toEqual(['INVALID_PATTERN value']);
  });

  it('names ranges upside down, unknown time zones and impossible times', () => {
    expect(codes('ticket.level', 'between', { from: 3, to: 1 })).toEqual(['INVALID_VALUE value']);
    expect(codes('time.now', 'isWeekday', { days: [1], timeZone: 'Mars/Olympus' })).toEqual([
      'INVALID_VALUE value.timeZone',
    ]);
    expect(codes('time.now', 'timeOfDayBetween', { from: '9:00', to: '17:00' })).toEqual(['INVALID_VALUE value.from']);
    expect(codes('time.now', 'inBusinessHours', { calendarId: '' })).toEqual(['INVALID_VALUE value.calendarId']);
    expect(codes('time.now', 'inBusinessHours', { intervals: [] })).toEqual(['INVALID_VALUE value.intervals']);
    expect(codes('time.now', 'inBusinessHours', { intervals: [{ weekday: 1, from: '17:00', to: '09:00' }] })).toEqual([
      'INVALID_VALUE value.intervals.0',
    ]);
    expect(codes('time.now', 'before', 'tomorrow')).toEqual(['INVALID_VALUE value']);
  });

  it.each<[string, Comparison['op'], unknown, object]>([
    ['ticket.colour', 'is', 'red', { code: 'UNKNOWN_FACT', path: ['fact'], params: { fact: 'ticket.colour' } }],
    [
      'ticket.tags',
      'is',
      'vip',
      { code: 'TYPE_MISMATCH', path: ['op'], params: { fact: 'ticket.tags', op: 'is', type: 'set' } },
    ],
    ['ticket.level', 'is', 'x', { code: 'TYPE_MISMATCH', params: { fact: 'ticket.level', type: 'number' } }],
    ['ticket.level', 'is', null, { code: 'MISSING_CONFIG', path: ['value'], params: {} }],
    [
      'ticket.team',
      'isOneOf',
      ['t-gone'],
      { code: 'UNKNOWN_REFERENCE', path: ['value', 0], params: { kind: 'team', id: 't-gone' } },
    ],
    [
      'ticket.priority',
      'is',
      'top',
      { code: 'INVALID_VALUE', path: ['value'], params: { expected: 'option', value: 'top', fact: 'ticket.priority' } },
    ],
    ['ticket.level', 'between', { from: 2, to: 1 }, { code: 'INVALID_VALUE', params: { expected: 'from≤to' } }],
    [
      'time.now',
      'between',
      { from: '2026-03-02T12:00Z', to: '2026-03-01T12:00Z' },
      { code: 'INVALID_VALUE', params: { expected: 'from≤to' } },
    ],
    [
      'time.now',
      'timeOfDayBetween',
      { from: '09:00', to: '09:00' },
      { code: 'INVALID_VALUE', params: { expected: 'from≠to' } },
    ],
    ['message.text', 'containsAllWords', ' ?! ', { code: 'INVALID_VALUE', params: { expected: 'words' } }],
    ['message.text', 'matches', 'a'.repeat(1001), { code: 'INVALID_VALUE' }],
    [
      'message.text',
      'matches',
      '(',
      { code: 'INVALID_PATTERN', params: { pattern: '(', reason: 'a group is not closed' } },
    ],
    ['ticket.age', 'moreThan', -1, { code: 'INVALID_VALUE', params: { expected: '≥ 0' } }],
    ['time.now', 'withinLast', -1, { code: 'INVALID_VALUE', params: { expected: '≥ 0' } }],
    ['time.now', 'isWeekday', { days: [] }, { code: 'INVALID_VALUE', path: ['value', 'days'] }],
    ['time.now', 'isWeekday', { days: [8] }, { code: 'INVALID_VALUE', path: ['value', 'days', 0] }],
  ])('says of %s %s %j what is wrong', (fact, op, value, issue) => {
    expect(checkCondition({ fact, op, value }, catalogue)).toMatchObject([{ severity: 'error', ...issue }]);
  });

  it('takes ranges of one value, and hours that touch', () => {
    expect(codes('ticket.level', 'between', { from: 2, to: 2 })).toEqual([]);
    expect(codes('time.now', 'between', { from: '2026-03-02T12:00Z', to: '2026-03-02T12:00Z' })).toEqual([]);
    expect(codes('message.text', 'containsAllWords', 'refund')).toEqual([]);
    expect(codes('message.text', 'matches', 'a'.repeat(1000))).toEqual([]);
  });

  it('looks into every kind of group, and finds empty ones', () => {
    const colour = { fact: 'ticket.colour', op: 'is', value: 'red' } as const;
    const of = (condition: Parameters<typeof checkCondition>[0]) =>
      checkCondition(condition, catalogue, ['if']).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(of({ any: [colour, { not: colour }] })).toEqual([
      'UNKNOWN_FACT if.any.0.fact',
      'UNKNOWN_FACT if.any.1.not.fact',
    ]);
    expect(of({ all: [colour] })).toEqual(['UNKNOWN_FACT if.all.0.fact']);
    expect(of({ any: [] })).toEqual(['EMPTY_CONDITION if.any']);
    expect(of({ all: [] })).toEqual(['EMPTY_CONDITION if.all']);
  });

  it('gives paths into nested conditions', () => {
    const parsed = parseCondition({ all: [{ not: { fact: 'ticket.colour', op: 'is', value: 'red' } }] });
    expect(parsed.ok && checkCondition(parsed.condition, catalogue, ['condition'])[0]?.path).toEqual([
      'condition',
      'all',
      0,
      'not',
      'fact',
    ]);
  });
});
