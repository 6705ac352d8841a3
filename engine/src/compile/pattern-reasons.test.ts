import { expect, it } from 'vitest';
import { checkCondition } from '../conditions/check-condition.ts';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import { NO_REFERENCES } from '../flow/references.ts';
import { PATTERN_REASONS } from './pattern-reasons.ts';

const catalogue = factCatalogue(NO_REFERENCES);

it.each([
  '(a',
  '[a',
  'a**',
  '*a',
  ')',
  'a{2,1}',
  '\\',
  '\\q',
  '(?<n>a)(?<n>b)',
  '(?z)',
  '[z-a]',
  '[[:no:]]',
  '\\p{Nowhere}',
  'a{1001}',
  '\\x{110000}',
  `${'('.repeat(2000)}`,
])('the reason why %s cannot be read is known in Indonesian', (value) => {
  const issues = checkCondition({ fact: 'ticket.subject', op: 'matches', value }, catalogue, []);
  for (const { code, params } of issues) {
    if (code === 'INVALID_PATTERN') expect(PATTERN_REASONS).toHaveProperty([String(params.reason)]);
  }
  expect(issues.length).toBeGreaterThan(0);
});
