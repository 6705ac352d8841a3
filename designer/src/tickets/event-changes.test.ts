import { NO_REFERENCES, namesOf, type References } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { readableChanges } from './event-changes.ts';

const references: References = {
  ...NO_REFERENCES,
  queues: [{ id: 'q1', name: 'Card disputes' }],
  agents: [{ id: 'a1', name: 'Ayu' }],
  customFields: [{ key: 'branch', label: 'Branch', type: 'text', options: [] }],
};
const names = namesOf(references);

describe('the changes of an event', () => {
  it('are named in the reader’s language, with names in place of ids', () => {
    const data = { 'ticket.assignee': { from: null, to: 'a1' }, 'ticket.queue': { from: 'q1', to: null } };
    expect(readableChanges(data, names, 'en').map(({ from, to }) => [from, to])).toEqual([
      [null, 'Ayu'],
      ['Card disputes', null],
    ]);
    const [english] = readableChanges({ 'ticket.status': { from: 'new', to: 'open' } }, names, 'en');
    const [indonesian] = readableChanges({ 'ticket.status': { from: 'new', to: 'open' } }, names, 'id');
    expect(english?.to).not.toBe(indonesian?.to);
  });

  it('keep the id where the thing was deleted', () => {
    expect(readableChanges({ 'ticket.queue': { from: null, to: 'gone' } }, names, 'en')[0]?.to).toBe('gone');
  });

  it('show empty sets and texts as nothing', () => {
    const [tags] = readableChanges({ 'ticket.tags': { from: [], to: ['vip'] } }, names, 'en');
    expect(tags).toMatchObject({ from: null, to: 'vip' });
  });

  it('leave out details that are no change, and survive any data', () => {
    expect(readableChanges({ reason: 'fallback', requirement: { skills: [] }, priority: null }, names, 'en')).toEqual(
      [],
    );
    for (const data of [null, undefined, 3, 'x', [1], { a: { from: {} } }])
      expect(readableChanges(data, names, 'en')).toEqual([]);
  });
});
