import { describe, expect, it } from 'vitest';
import { checkProgram } from './check-program.ts';
import { ask, type Drawn, drawn, onCreated, set } from './drawn-flow.test-support.ts';
import { flows, said, world } from './program-flows.test-support.ts';

const low = set('a', { 'ticket.priority': 'low' });

describe('values of a field', () => {
  const written = (first: Drawn, second: Drawn) => said(flows([onCreated, first], [onCreated, second])).length > 0;
  const custom = (value: unknown) => set('a', { 'ticket.custom.parts': value });

  it('are the same whatever their case, and sets whatever their order', () => {
    const category = (value: unknown) => set('a', { 'ticket.category': value });
    expect(written(category('Billing'), category('billing'))).toBe(false);
    expect(written(category('Billing'), category('Technical'))).toBe(true);
    expect(written(category('Billing'), category(null))).toBe(true);
    expect(written(category(null), category(null))).toBe(false);
    expect(written(custom(['wheel', 'engine']), custom(['engine', 'wheel']))).toBe(false);
    expect(written(custom(['wheel']), custom(['engine', 'wheel']))).toBe(true);
    expect(written(set('a', { 'ticket.level': 2 }), set('a', { 'ticket.level': 2 }))).toBe(false);
    expect(written(set('a', { 'ticket.level': 2 }), set('a', { 'ticket.level': 3 }))).toBe(true);
  });

  it('that nobody knows beforehand contradict a known one only', () => {
    const raise: Drawn = ['a', 'action.escalate', {}];
    expect(written(raise, raise)).toBe(false);
    expect(written(raise, set('a', { 'ticket.level': 5 }))).toBe(true);
    expect(written(set('a', { 'ticket.level': 5 }), raise)).toBe(true);
  });

  it('are named once for each pair of flows, however many steps set them', () => {
    const [t, a, b] = [onCreated, low, set('b', { 'ticket.priority': 'urgent', 'ticket.severity': 'major' })];
    expect(said(flows([t, a], [t, set('a', { 'ticket.priority': 'high' }), b]))).toEqual([
      'FLOWS_SET_SAME_FIELD f1/a f0',
    ]);
  });

  it('are named each with the step that leaves the other value', () => {
    const first = [
      set('a', { 'ticket.priority': 'low', 'ticket.severity': 'major' }),
      set('b', { 'ticket.severity': 'minor' }),
    ];
    const second = set('c', { 'ticket.priority': 'high', 'ticket.severity': 'minor' });
    const issue = {
      code: 'FLOWS_SET_SAME_FIELD',
      severity: 'warning',
      flowId: 'f1',
      otherFlowId: 'f0',
      nodeId: 'c',
      path: [],
      params: { fact: 'ticket.priority', otherName: 'Flow 0', otherNode: 'a' },
    };
    expect(checkProgram(flows([onCreated, ...first], [onCreated, second]), world)).toEqual([issue]);
    const critical = set('c', { 'ticket.severity': 'critical' });
    expect(checkProgram(flows([onCreated, ...first], [onCreated, critical]), world)).toEqual([
      { ...issue, params: { ...issue.params, fact: 'ticket.severity', otherNode: 'b' } },
    ]);
  });
});

describe('fields of which nobody knows', () => {
  const high = set('b', { 'ticket.priority': 'high' });
  const SAME = ['FLOWS_SET_SAME_FIELD f1/b f0'];

  it('behind what cannot be read, or before what runs another flow, are not named', () => {
    const unknown = ask('f', 'ticket.nothing', 'is', 'x');
    expect(said(flows([onCreated, unknown, low], [onCreated, high]))).toEqual([]);
    expect(said(flows([onCreated, low], [onCreated, unknown, high]))).toEqual([]);
    expect(
      said(flows([onCreated, low, ['s', 'action.startFlow', { flowId: 'f-follow-up' }]], [onCreated, high])),
    ).toEqual([]);
  });

  it('that branches beside the step write are not asked', () => {
    const forked = (step: Drawn) =>
      drawn(
        [onCreated, ['p', 'control.parallel', { actions: [] }], low, ['n', 'action.note', { text: 'x' }], step],
        't.then>p',
        'p.done>a',
        'p.done>n',
        'n.done>w',
      );
    const [one, other] = flows([onCreated], [onCreated, ask('f', 'ticket.level', 'is', 2), high]);
    const found = (step: Drawn) => one && other && said([{ ...one, flow: forked(step) }, other]);
    expect(found(set('w', { 'ticket.level': 3 }))).toEqual([]);
    expect(found(set('w', { 'ticket.category': 'Billing' }))).toEqual(SAME);
  });

  it('that the event says are otherwise are not named', () => {
    const changed: Drawn = ['t', 'trigger.ticketUpdated', { fields: ['ticket.priority'] }];
    const [toUrgent, isLow] = [
      ask('f', 'ticket.priority', 'changedTo', 'urgent'),
      ask('g', 'ticket.priority', 'is', 'low'),
    ];
    const category = (value: string) => set('b', { 'ticket.category': value });
    const found = (...asked: readonly Drawn[]) =>
      said(flows([changed, category('Billing')], [changed, ...asked, category('Technical')]));
    expect(found(toUrgent)).toEqual(SAME);
    expect(found(toUrgent, isLow)).toEqual([]);
    expect(found(isLow, toUrgent)).toEqual([]);
  });
});
