import { describe, expect, it } from 'vitest';
import { EVENT_FACTS } from '../../nodes/behaviour.ts';
import { eventOf } from './pipelines.test-support.ts';
import { type DimensionKey, readDimension } from './read-dimension.ts';

const event = eventOf('ticketUpdated', {
  actor: { kind: 'agent' },
  changes: { a: { from: 'low', to: 3 }, b: { from: null, to: Number.NaN }, c: { from: '', to: null } },
  name: 'order',
});
const facts = { a: 'high', b: 1000, c: '', d: Number.NaN, e: Number.NEGATIVE_INFINITY };

function read(source: DimensionKey['source'], fact: string, given = event) {
  return readDimension({ source, fact }, given, facts, 1500);
}

describe('readDimension', () => {
  it('reads facts, and missing ones as null', () => {
    expect(['a', 'b', 'c', 'd', 'z', 'toString'].map((fact) => read('fact', fact))).toEqual([
      ...['high', 1000],
      ...[null, null, null, null],
    ]);
  });

  it('reads how long ago an instant was, of numbers only', () => {
    expect(['a', 'b', 'c', 'z'].map((fact) => read('age', fact))).toEqual([null, 500, null, null]);
    expect(read('age', 'e')).toBe(Number.POSITIVE_INFINITY);
    expect(readDimension({ source: 'age', fact: 'e' }, event, facts, Number.NEGATIVE_INFINITY)).toBeNull();
  });

  it('reads whether a field changed, and what it was before and is after', () => {
    expect(['a', 'b', 'c', 'z', 'toString'].map((fact) => read('changed', fact))).toEqual([
      ...[true, true, true],
      ...[null, null],
    ]);
    expect(['a', 'b', 'c', 'z', 'toString'].map((fact) => read('before', fact))).toEqual([
      'low',
      ...[null, null, null, null],
    ]);
    expect(['a', 'b', 'c', 'z', 'toString'].map((fact) => read('after', fact))).toEqual([
      3,
      ...[null, null, null, null],
    ]);
    const unchanged = eventOf('ticketCreated');
    for (const source of ['changed', 'before', 'after'] as const) expect(read(source, 'a', unchanged)).toBeNull();
  });

  it('reads the parts of the event', () => {
    const first = eventOf('ticketReplied', { isFirstReply: false, name: '' });
    const { actor, isFirstReply, name } = EVENT_FACTS;
    expect([actor, isFirstReply, name, 'a'].map((fact) => read('event', fact))).toEqual(['agent', null, 'order', null]);
    expect([actor, isFirstReply, name].map((fact) => read('event', fact, first))).toEqual(['customer', false, null]);
    expect(read('event', isFirstReply, eventOf('ticketReplied', { isFirstReply: true }))).toBe(true);
    expect(read('event', name, eventOf('webhook'))).toBeNull();
  });
});
