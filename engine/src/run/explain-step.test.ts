import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { LOCALES } from '../flow/locale.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { FAILURE_REASONS } from '../nodes/effect.ts';
import { namesOf } from '../nodes/names-of.ts';
import { explainRun } from './explain-consideration.ts';
import { explainStep } from './explain-step.ts';
import { failureText } from './failure-text.ts';
import type { Step } from './trace.ts';

const names = namesOf(workspace, EMPTY_FLOW);
const both = (step: Omit<Step, 'nodeId'>) =>
  LOCALES.map((locale) => explainStep({ nodeId: 'n', ...step }, names, locale));

describe('explainStep', () => {
  it('tells until when a run waits, and what ended the wait', () => {
    const wait = { kind: 'control.wait', port: null } as const;
    const untilMs = Date.parse('2026-03-02T12:00:00Z');
    expect(both({ ...wait, waits: { untilMs, for: 'time' } })).toEqual([
      'waits until 2026-03-02 12:00 UTC',
      'menunggu sampai 2026-03-02 12:00 UTC',
    ]);
    expect(both({ ...wait, waits: { untilMs: null, for: 'time' } })[0]).toBe('waits until something happens');
    expect(both({ ...wait, waits: { untilMs: null, for: 'branches' } })[0]).toBe('waits for its other branches');
    expect(both({ kind: 'control.wait', port: 'elapsed' })).toEqual(['the wait was over', 'waktu tunggu habis']);
    expect(both({ kind: 'control.wait', port: 'happened' })[0]).toBe('what it waited for happened');
  });

  it('tells that an answer is waited for, and what became of it', () => {
    const lookup = { kind: 'action.lookupContact' };
    const waits = { untilMs: null, for: 'outcome' } as const;
    expect(both({ ...lookup, port: null, effectCount: 1, changes: {}, waits })).toEqual([
      'Look up customer: waits for the answer',
      'Cari data pelanggan: menunggu jawaban',
    ]);
    expect(both({ ...lookup, port: 'done' })[0]).toBe('Look up customer: it went well');
    expect(both({ ...lookup, port: 'failed', failure: 'timedOut' })).toEqual([
      '“Look up customer” failed, because no answer came in time',
      '“Cari data pelanggan” gagal, karena tidak ada jawaban tepat waktu',
    ]);
  });

  it('numbers the actions of a list', () => {
    const changes = { 'ticket.priority': { from: 'low', to: 'high' } };
    expect(both({ kind: 'action.setFields', port: 'done', item: 1, effectCount: 1, changes })[0]).toBe(
      '2. priority from Low to High',
    );
  });

  it('tells of branches, started flows, shares and of a ticket taken from its agent', () => {
    expect(both({ kind: 'control.parallel', port: 'done' })[0]).toBe('went on side by side');
    expect(both({ kind: 'control.join', port: 'then' })[0]).toBe('the branches came together');
    expect(both({ kind: 'action.startFlow', port: 'done', startedRun: 1 })[0]).toBe('started another flow');
    expect(both({ kind: 'filter.split', port: 'a', conditions: [] })[0]).toBe('took share a');
    const changes = { 'ticket.queue': { from: null, to: 'q-pay' }, 'ticket.assignee': { from: 'a-dewi', to: null } };
    expect(both({ kind: 'action.route', port: 'done', effectCount: 1, changes })[0]).toBe(
      'routed to queue Payments and taken from Dewi',
    );
  });

  it('says of every failure why, in both languages', () => {
    const texts = FAILURE_REASONS.map((reason) => LOCALES.map((locale) => failureText(reason, locale)));
    for (const [english, indonesian] of texts) expect(english).not.toBe(indonesian);
    expect(new Set(texts.flat()).size).toBe(FAILURE_REASONS.length * 2);
  });
});

describe('explainRun', () => {
  it('tells all of a run that went on, and that one was called off', () => {
    const steps = [
      { nodeId: 'w', kind: 'control.wait', port: 'elapsed' },
      { nodeId: 's', kind: 'control.stop', port: null },
    ];
    expect(explainRun({ steps, outcome: 'stopped' }, names, 'en')).toBe('the wait was over; stopped');
    expect(explainRun({ steps: [], outcome: 'cancelled' }, names, 'id')).toBe('dibatalkan saat menunggu');
  });
});
