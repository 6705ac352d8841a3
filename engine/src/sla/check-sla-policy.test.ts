import { describe, expect, it } from 'vitest';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { parseSlaPolicy } from './check-sla-policy.ts';

const catalogue = factCatalogue(workspace);
const parse = (over: Record<string, unknown>) =>
  parseSlaPolicy(
    {
      id: 'p',
      name: 'Gold',
      position: 1,
      condition: { fact: 'contact.isVip', op: 'is', value: true },
      targets: [{ metric: 'firstReply', byPriority: { high: 3_600_000 }, calendarId: 'cal-office' }],
      ...over,
    },
    catalogue,
    new Set(['cal-office']),
  );
const target = (over: Record<string, unknown>) => ({
  targets: [{ metric: 'firstReply', byPriority: {}, calendarId: null, ...over }],
});

describe('a policy', () => {
  it('is read as it was written, with or without a condition', () => {
    expect(parse({})).toMatchObject({ ok: true, policy: { targets: [{ byPriority: { high: 3_600_000 } }] } });
    expect(parse({ condition: null })).toMatchObject({ ok: true, policy: { condition: null } });
  });

  it.each<[string, Record<string, unknown>, string, readonly (string | number)[]]>([
    ['a missing name', { name: undefined }, 'MISSING_CONFIG', ['name']],
    ['an empty condition', { condition: {} }, 'EMPTY_CONDITION', ['condition']],
    ['an unknown fact', { condition: { fact: 'x', op: 'is', value: 1 } }, 'UNKNOWN_FACT', ['condition', 'fact']],
    ['an unknown metric', target({ metric: 'luck' }), 'INVALID_VALUE', ['targets', 0, 'metric']],
    ['a length of nothing', target({ byPriority: { low: 0 } }), 'INVALID_VALUE', ['targets', 0, 'byPriority', 'low']],
    ['a calendar that is gone', target({ calendarId: 'gone' }), 'UNKNOWN_REFERENCE', ['targets', 0, 'calendarId']],
    [
      'a metric twice',
      { targets: [...target({}).targets, ...target({}).targets] },
      'DUPLICATE_ID',
      ['targets', 1, 'metric'],
    ],
  ])('with %s is refused, with the place', (_name, over, code, path) => {
    const parsed = parse(over);
    expect(parsed.ok ? [] : parsed.issues).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('names the metric used twice and the calendar that is gone', () => {
    const [first] = target({ calendarId: 'gone' }).targets;
    const parsed = parse({ targets: [first, first] });
    expect(parsed.ok ? [] : parsed.issues).toEqual([
      {
        code: 'UNKNOWN_REFERENCE',
        severity: 'error',
        path: ['targets', 0, 'calendarId'],
        params: { kind: 'calendar', id: 'gone' },
      },
      { code: 'DUPLICATE_ID', severity: 'error', path: ['targets', 1, 'metric'], params: { id: 'firstReply' } },
      {
        code: 'UNKNOWN_REFERENCE',
        severity: 'error',
        path: ['targets', 1, 'calendarId'],
        params: { kind: 'calendar', id: 'gone' },
      },
    ]);
  });

  it('in a calendar of the workspace or around the clock is fine', () => {
    expect(parse(target({ calendarId: null })).ok).toBe(true);
    expect(parse(target({ calendarId: 'cal-office' })).ok).toBe(true);
  });
});
