import { describe, expect, it } from 'vitest';
import { classText } from './class-text.ts';

const skills = [
  { id: 'b', name: 'Billing' },
  { id: 'r', name: 'Refunds' },
];

describe('a class of work in words', () => {
  it('names skills and language', () => {
    expect(classText({ skillIds: ['b', 'r'], language: 'id' }, skills, 'en', 'Any work')).toBe(
      'Billing, Refunds · Indonesian',
    );
  });

  it('says any work where nothing is asked for', () => {
    expect(classText({ skillIds: [], language: null }, skills, 'en', 'Any work')).toBe('Any work');
  });

  it('shows a skill that is gone as a question mark, and a code that is no language as it is', () => {
    expect(classText({ skillIds: ['x'], language: '?!' }, skills, 'en', 'Any work')).toBe('? · ?!');
  });
});
