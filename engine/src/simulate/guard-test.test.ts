import { describe, expect, it } from 'vitest';
import { type Sketch, sketched } from '../run/flow.test-support.ts';
import { type GuardTest, runGuard } from './guard-test.ts';

const PLACE = {
  calendars: { office: { timeZone: 'UTC', weekly: [], holidays: [], exceptions: [] } },
  defaultCalendarId: 'office',
  timeZone: 'UTC',
};
const STARTS_AT_MS = Date.UTC(2026, 10, 23);
const HOUR_MS = 3_600_000;

const FLOW: Sketch = {
  t: ['trigger.ticketCreated', {}, 'then>tag'],
  tag: ['action.tags', { add: ['a', 'b'], remove: [] }, 'done>wait'],
  wait: ['control.wait', { until: { type: 'duration', ms: 2 * HOUR_MS, clock: 'calendar' } }, 'elapsed>tell'],
  tell: ['action.notify', { recipients: [{ kind: 'team', teamId: 'tier2' }], text: 'Late' }],
};

const TAGGED = { afterMinutes: 0, effect: { type: 'setTags', added: ['a', 'b'] } } as const;
const TOLD = {
  afterMinutes: 120,
  effect: { type: 'notify', recipients: [{ kind: 'team', teamId: 'tier2' }] },
} as const;

function passes(expects: GuardTest['expects'], more: Partial<GuardTest> = {}, sketch: Sketch = FLOW): boolean {
  const guard: GuardTest = {
    name: 'guard',
    facts: {},
    startsAtMs: STARTS_AT_MS,
    script: [{ afterMinutes: 0, events: [{ type: 'ticketCreated', actor: { kind: 'customer' } }] }],
    expects,
    ...more,
  };
  return runGuard(sketched(sketch), guard, PLACE).isPassed;
}

describe('a guard test', () => {
  it('passes where the flow does exactly what is expected, when it is expected', () => {
    expect(passes([TAGGED, TOLD])).toBe(true);
    expect(passes([TAGGED])).toBe(false);
    expect(passes([TAGGED, TOLD, TOLD])).toBe(false);
    expect(passes([TOLD, TAGGED])).toBe(false);
    expect(passes([TAGGED, { ...TOLD, afterMinutes: 119 }])).toBe(false);
  });

  it('compares of each effect what is named, however deep, and lists as a whole', () => {
    const expecting = (effect: Readonly<Record<string, unknown>>) =>
      passes([TAGGED, { afterMinutes: 120, effect: { type: 'notify', ...effect } }]);
    expect(expecting({})).toBe(true);
    expect(expecting({ text: 'Late' })).toBe(true);
    expect(expecting({ text: 'Later' })).toBe(false);
    expect(expecting({ text: { en: 'Late' } })).toBe(false);
    expect(expecting({ text: null })).toBe(false);
    expect(expecting({ text: ['Late'] })).toBe(false);
    expect(expecting({ way: undefined })).toBe(false);
    expect(expecting({ recipients: [{ kind: 'team' }] })).toBe(true);
    expect(expecting({ recipients: [{ kind: 'team', teamId: 'tier1' }] })).toBe(false);
    expect(expecting({ recipients: [{ kind: 'team' }, { kind: 'team' }] })).toBe(false);
    expect(expecting({ recipients: [] })).toBe(false);
    expect(expecting({ recipients: { 0: { kind: 'team' } } })).toBe(true);
    expect(passes([{ afterMinutes: 0, effect: { type: 'setTags', added: ['a'] } }, TOLD])).toBe(false);
  });

  it('compares what is expected to be empty', () => {
    const sketch: Sketch = {
      t: ['trigger.ticketCreated', {}, 'then>set'],
      set: ['action.setFields', { fields: { 'ticket.category': null } }],
    };
    const cleared = (value: unknown) =>
      passes([{ afterMinutes: 0, effect: { type: 'setField', value } }], { facts: { 'ticket.category': 'x' } }, sketch);
    expect(cleared(null)).toBe(true);
    expect(cleared({})).toBe(false);
    expect(cleared([])).toBe(false);
  });

  it('lasts a week unless it says how long', () => {
    const slow: Sketch = {
      ...FLOW,
      wait: ['control.wait', { until: { type: 'duration', ms: 7 * 24 * HOUR_MS, clock: 'calendar' } }, 'elapsed>tell'],
    };
    const slower: Sketch = {
      ...FLOW,
      wait: [
        'control.wait',
        { until: { type: 'duration', ms: 7 * 24 * HOUR_MS + 1, clock: 'calendar' } },
        'elapsed>tell',
      ],
    };
    const late = { ...TOLD, afterMinutes: 7 * 24 * 60 };
    expect(passes([TAGGED, late], {}, slow)).toBe(true);
    expect(passes([TAGGED], {}, slower)).toBe(true);
    expect(passes([TAGGED], { untilMinutes: 119 })).toBe(true);
    expect(passes([TAGGED, TOLD], { untilMinutes: 120 })).toBe(true);
  });

  it('does not count what the engine only remembers', () => {
    const hourly: Sketch = {
      t: ['trigger.schedule', { cron: '0 * * * *', refire: { policy: 'atMost', times: 1 } }, 'then>n'],
      n: ['action.note', { text: 'The hour is full' }],
    };
    expect(passes([{ afterMinutes: 60, effect: { type: 'addNote' } }], { untilMinutes: 60 }, hourly)).toBe(true);
  });

  it('sets up everything a flow may need, and takes the facts that change on the way', () => {
    const sketch: Sketch = {
      t: ['trigger.ticketReplied', { by: 'customer' }, 'then>call'],
      call: ['action.lookupContact', {}, 'done>n'],
      n: ['action.note', { text: '{{ ticket.category }}' }],
    };
    const events = [{ type: 'ticketReplied', actor: { kind: 'customer' } }] as const;
    const script = [{ afterMinutes: 3, facts: { 'ticket.category': 'Billing' }, events }];
    const expects = [
      { afterMinutes: 3, effect: { type: 'lookupContact' } },
      { afterMinutes: 3, effect: { type: 'addNote', text: 'Billing' } },
    ] as const;
    expect(passes(expects, { script }, sketch)).toBe(true);
  });
});
