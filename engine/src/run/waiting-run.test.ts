import { describe, expect, it } from 'vitest';
import { dueAtMsOf, type Token } from './waiting-run.ts';

const due = (...dueAtMs: readonly (number | null)[]) => {
  const tokens = dueAtMs.map((at, index): Token => {
    return { id: String(index), nodeId: 'n', branch: '', for: at === null ? 'outcome' : 'time', dueAtMs: at, ends: [] };
  });
  const rest = { flowId: 'f', versionId: 'v', ticketId: 'k', triggerNodeId: 't', results: {}, stepCount: 0 };
  return dueAtMsOf({ format: 1, ...rest, tokens });
};

describe('dueAtMsOf', () => {
  it('is the earliest time of any token, or never', () => {
    expect(due(5, 3, 4)).toBe(3);
    expect(due(null, 0, 7)).toBe(0);
    expect(due(2, null)).toBe(2);
    expect(due(null)).toBeNull();
    expect(due()).toBeNull();
  });
});
