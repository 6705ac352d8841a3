import { describe, expect, it } from 'vitest';
import { draftOf, newPolicy, type StoredPolicy, targetInputs } from './policy-draft.ts';

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
