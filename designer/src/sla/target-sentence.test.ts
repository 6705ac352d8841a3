import { describe, expect, it } from 'vitest';
import { newTarget } from './policy-draft.ts';
import { targetSentence } from './target-sentence.ts';

const MINUTE_MS = 60_000;
const target = (byPriority: Record<string, number>) => ({ ...newTarget('firstReply', null), byPriority });

describe('a promise as a sentence', () => {
  it('joins priorities of the same length, most urgent first', () => {
    const some = target({ normal: 60 * MINUTE_MS, high: 60 * MINUTE_MS, urgent: 30 * MINUTE_MS });
    expect(targetSentence(some, 'Office hours', 'en')).toBe(
      'First reply within 30 min for urgent, 1 h for high and normal; in Office hours.',
    );
    expect(targetSentence(some, null, 'id')).toBe(
      'Balasan pertama dalam 30 mnt untuk mendesak, 1 jam untuk tinggi dan normal; sepanjang waktu.',
    );
  });

  it('names no priority where all have the same', () => {
    const hour = 60 * MINUTE_MS;
    expect(targetSentence(target({ low: hour, normal: hour, high: hour, urgent: hour }), null, 'en')).toBe(
      'First reply within 1 h; around the clock.',
    );
  });

  it('says that nothing is promised yet, and that a calendar is gone', () => {
    expect(targetSentence(target({}), null, 'en')).toBe('First reply: no target yet.');
    expect(targetSentence(target({ low: MINUTE_MS }), undefined, 'en')).toContain('a calendar that is gone');
  });
});
