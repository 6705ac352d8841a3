import { describe, expect, it } from 'vitest';
import { draftOf, moved, newPolicy, type StoredPolicy, targetInputs } from './policy-draft.ts';

const stored: StoredPolicy = {
  id: 'p',
  name: 'VIP',
  position: 0,
  condition: null,
  targets: [
    { metric: 'NEXT_REPLY', low: null, normal: 'PT8H', high: 'PT1H30M', urgent: 'PT15M', calendarId: 'office' },
  ],
};

describe('a policy while it is edited', () => {
  it('holds milliseconds by priority, and none where none is promised', () => {
    expect(draftOf(stored).targets).toEqual([
      {
        metric: 'nextReply',
        byPriority: { normal: 28_800_000, high: 5_400_000, urgent: 900_000 },
        calendarId: 'office',
      },
    ]);
  });

  it('goes back to the API saying the same', () => {
    const again: StoredPolicy = { ...stored, targets: targetInputs(draftOf(stored).targets).map(withNulls) };
    expect(draftOf(again)).toEqual(draftOf(stored));
  });

  it('begins with a first reply for every ticket', () => {
    expect(newPolicy(null).targets.map(({ metric }) => metric)).toEqual(['firstReply']);
  });
});

describe('moving', () => {
  it('puts an item in another place and keeps the others in order', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('goes nowhere beyond the ends', () => {
    const items = ['a', 'b'];
    expect(moved(items, 0, -1)).toBe(items);
    expect(moved(items, 1, 2)).toBe(items);
  });
});

function withNulls(target: ReturnType<typeof targetInputs>[number]): StoredPolicy['targets'][number] {
  const { metric, low, normal, high, urgent, calendarId } = target;
  return {
    metric,
    low: low ?? null,
    normal: normal ?? null,
    high: high ?? null,
    urgent: urgent ?? null,
    calendarId: calendarId == null ? null : String(calendarId),
  };
}
