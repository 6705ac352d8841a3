import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationMs } from '../words/times.ts';
import { spanToIso, spanToText, textToSpan } from './span-text.ts';

const MINUTE_MS = 60_000;

describe('a typed length of time', () => {
  it.each([
    ['90', 90 * MINUTE_MS],
    ['1h 30m', 90 * MINUTE_MS],
    ['1:30', 90 * MINUTE_MS],
    ['1,5 jam', 90 * MINUTE_MS],
    ['2 hari 4 jam', 52 * 60 * MINUTE_MS],
    ['45s', 45_000],
    ['2 Hours', 120 * MINUTE_MS],
  ])('%s is understood', (text, spanMs) => {
    expect(textToSpan(text)).toBe(spanMs);
  });

  it.each(['', 'soon', '5 parsecs', '1h x', '-3'])('“%s” is none', (text) => {
    expect(textToSpan(text)).toBeNull();
  });

  it('is read back as it was written, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000_000 }), fc.constantFrom('en', 'id'), (seconds, language) => {
        expect(textToSpan(spanToText(seconds * 1000, language))).toBe(seconds * 1000);
        expect(durationMs(spanToIso(seconds * 1000))).toBe(seconds * 1000);
      }),
      { seed: 4711 },
    );
  });
});
