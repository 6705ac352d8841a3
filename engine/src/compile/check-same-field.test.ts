import { describe, expect, it } from 'vitest';
import { type Drawn, onCreated, set } from './drawn-flow.test-support.ts';
import { flows, said } from './program-flows.test-support.ts';

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
});
