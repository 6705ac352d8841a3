import { describe, expect, it } from 'vitest';
import { type Facts, presentValue, readFact } from './fact-value.ts';

describe('a fact', () => {
  it.each([
    ['text', 'low'],
    ['number', 0],
    ['boolean', false],
    ['set', ['vip']],
  ])('is present as a %s', (_, value) => {
    expect(readFact({ 'ticket.x': value }, 'ticket.x')).toBe(value);
  });

  it.each([
    ['absent', {}],
    ['undefined', { 'ticket.x': undefined }],
    ['null', { 'ticket.x': null }],
    ['an empty text', { 'ticket.x': '' }],
    ['an empty set', { 'ticket.x': [] }],
    ['not a number', { 'ticket.x': Number.NaN }],
  ])('is missing where it is %s', (_, facts: Facts) => {
    expect(readFact(facts, 'ticket.x')).toBeNull();
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is never what every object inherits: %s',
    (fact) => {
      expect(readFact({}, fact)).toBeNull();
    },
  );

  it('is missing where it is no value a fact can have', () => {
    const unlike: readonly unknown[] = [{ text: 'low' }, () => 'low', Symbol('low'), 1n];
    for (const value of unlike) expect(presentValue(value as string)).toBeNull();
  });
});
