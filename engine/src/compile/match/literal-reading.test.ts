import { describe, expect, it } from 'vitest';
import { EVENT_FACTS } from '../../nodes/behaviour.ts';
import { demandText, readingOf } from './demand-text.test-support.ts';
import { readLiteral } from './literal-reading.ts';

describe('readLiteral', () => {
  it.each([
    ['isEmpty', undefined, '+-- | - | - | -', '-++ | + | + | +'],
    ['is', 'Low', '--- | - | - not low | -', '+++ | + | + not low | +'],
    ['is', 3, '--- | - 3+ - | - | -', '+++ | + 3- + | + | +'],
    ['is', true, '-+- | - | - | -', '+-+ | + | + | +'],
    [
      'is',
      '2026-03-02T05:00Z',
      '--- | - 1772427600000+ - | - not 2026-03-02t05:00z | -',
      '+++ | + 1772427600000- + | + not 2026-03-02t05:00z | +',
    ],
    ['is', {}, '-++ | + | + | + ? is', '+++ | + | + | + ? is'],
    ['is', null, '--- | - | - | -', '+++ | + | + | +'],
    ['is', undefined, '--- | - | - | -', '+++ | + | + | +'],
    ['is', Number.NaN, '--- | - | - | -', '+++ | + | + | +'],
    ['isNot', 'Low', '+++ | + | + not low | +', '--- | - | - not low | -'],
    ['isOneOf', ['Low', 3, true], '-+- | - 3+ - | - not low | -', '+-+ | + 3- + | + not low | +'],
    ['isOneOf', [], '--- | - | - | -', '+++ | + | + | +'],
    ['isOneOf', 'low', '--- | - | - | -', '+++ | + | + | +'],
    ['isOneOf', ['low', []], '-++ | + | + | + ? isOneOf', '+++ | + | + | + ? isOneOf'],
    ['isNoneOf', ['Low', 'HIGH'], '+++ | + | + not low,high | +', '--- | - | - not low,high | -'],
    ['changed', undefined, '-++ | + | + | +', '+-- | - | - | -'],
    ['changedFrom', 'Low', '--- | - | - not low | -', '+++ | + | + not low | +'],
    ['changedTo', 3, '--- | - 3+ - | - | -', '+++ | + 3- + | + | +'],
    ['withinLast', 60, '--- | - 0+ + 60+ - | - | -', '+++ | + 0- - 60- + | + | +'],
    ['between', { from: 1, to: 4 }, '--- | - 1+ + 4+ - | - | -', '+++ | + 1- - 4- + | + | +'],
    ['notBetween', { from: 1, to: 4 }, '+++ | + 1- - 4- + | + | +', '--- | - 1+ + 4+ - | - | -'],
    ['between', 3, '--- | - | - | -', '+++ | + | + | +'],
    ['between', null, '--- | - | - | -', '+++ | + | + | +'],
    ['between', { from: '1970-01-01T00:00Z', to: 'x' }, '--- | - 0- - | - | -', '+++ | + 0+ + | + | +'],
    ['lessThan', 3, '--- | + 3- - | - | -', '+++ | - 3+ + | + | +'],
    ['atMost', 3, '--- | + 3+ - | - | -', '+++ | - 3- + | + | +'],
    ['moreThan', 3, '--- | - 3- + | - | -', '+++ | + 3+ - | + | +'],
    ['atLeast', 3, '--- | - 3+ + | - | -', '+++ | + 3- - | + | +'],
    ['before', '1970-01-01T00:00Z', '--- | + 0- - | - | -', '+++ | - 0+ + | + | +'],
    ['after', 0, '--- | - 0- + | - | -', '+++ | + 0+ - | + | +'],
    ['atLeast', 'x', '--- | - | - | -', '+++ | + | + | +'],
    ['startsWith', 'Re', '--- | - | + if ^re | -', '+++ | + | + unless ^re | +'],
    ['endsWith', 'Re', '--- | - | + if $re | -', '+++ | + | + unless $re | +'],
    ['startsWith', '', '--- | - | + if nothing | -', '+++ | + | + | +'],
    ['contains', 'Fun', '--- | - | + if *fun | + if fun', '+++ | + | + unless *fun | + unless fun'],
    ['contains', 3, '--- | - | + if nothing | + if nothing', '+++ | + | + | +'],
    [
      'containsAnyOf',
      ['Fun', 'fun', 'x', '', 3],
      '--- | - | + if *fun,*x | + if fun,x',
      '+++ | + | + unless *fun,*x | + unless fun,x',
    ],
    ['containsAnyOf', 'fun', '--- | - | + if nothing | + if nothing', '+++ | + | + | +'],
    [
      'containsNoneOf',
      ['Fun', 'x'],
      '+++ | + | + unless *fun,*x | + unless fun,x',
      '--- | - | + if *fun,*x | + if fun,x',
    ],
    ['containsAllOf', ['Fun', 'x'], '--- | - | - | + if fun ? containsAllOf', '+++ | + | + | + ? containsAllOf'],
    ['containsAllOf', ['Fun'], '--- | - | - not fun | + if fun', '+++ | + | + not fun | + unless fun'],
    ['containsAllOf', [], '--- | - | - | + if nothing', '+++ | + | + | +'],
    [
      'containsAllWords',
      'two Longest three',
      '--- | - | + if *longest | - ? containsAllWords',
      '+++ | + | + | + ? containsAllWords',
    ],
    ['containsAllWords', '--', '--- | - | + if nothing | -', '+++ | + | + | +'],
    ['containsAllWords', 3, '--- | - | + if nothing | -', '+++ | + | + | +'],
    ['matches', 're.und', '--- | - | + | - ? matches', '+++ | + | + | + ? matches'],
    ['inBusinessHours', { intervals: [] }, '--- | + | - | - ? inBusinessHours', '+++ | + | + | + ? inBusinessHours'],
    ['isWeekday', { days: [1] }, '--- | + | - | - ? isWeekday', '+++ | + | + | + ? isWeekday'],
    [
      'timeOfDayBetween',
      { from: '09:00', to: '10:00' },
      '--- | + | - | - ? timeOfDayBetween',
      '+++ | + | + | + ? timeOfDayBetween',
    ],
  ] as const)('reads %s of %j, and its negation, as what they accept', (op, value, expected, negated) => {
    expect(demandText(readingOf(op, value))).toBe(expected);
    expect(demandText(readingOf(op, value, true))).toBe(negated);
  });

  it('asks the fact, its age or its change', () => {
    expect(readingOf('is', 'low').dimension).toEqual({ source: 'fact', fact: 'f' });
    expect(readingOf('withinLast', 5).dimension).toEqual({ source: 'age', fact: 'f' });
    expect(readingOf('changed').dimension).toEqual({ source: 'changed', fact: 'f' });
    expect(readingOf('changedFrom', 'low').dimension).toEqual({ source: 'before', fact: 'f' });
    expect(readingOf('changedTo', 'low').dimension).toEqual({ source: 'after', fact: 'f' });
  });

  it('asks the event where the literal does', () => {
    const comparison = { fact: EVENT_FACTS.actor, op: 'is', value: 'agent' } as const;
    const literal = { comparison, isNegated: true, isOfEvent: true };
    const { dimension, holds } = readLiteral(literal);
    expect(dimension).toEqual({ source: 'event', fact: EVENT_FACTS.actor });
    expect(['agent', 'bot', null].map((kind) => holds(kind))).toEqual([false, true, true]);
  });
});
