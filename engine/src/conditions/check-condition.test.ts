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
