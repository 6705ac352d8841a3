import { expect, it } from 'vitest';
import { durationMs } from './iso-duration.ts';

it.each([
  ['PT15M', 900_000],
  ['PT4H', 14_400_000],
  ['P1DT2H', 93_600_000],
  ['P1W', 604_800_000],
  ['PT1H30M0.5S', 5_400_500],
])('%s is %d ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

it.each(['P1M', 'P1Y', 'P', 'PT', 'P1DT', '-PT5M', '15', ''])('%j has no length that is known', (text) => {
  expect(durationMs(text)).toBeNull();
});
