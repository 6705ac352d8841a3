import { NODE_CATALOGUE } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { searchKinds } from './palette-search.ts';

const kinds = (search: string, locale: 'en' | 'id' = 'en') => searchKinds(search, locale).map(({ kind }) => kind);

describe('the search for a step', () => {
  it('finds a step by part of its name', () => {
    expect(kinds('queue')[0]).toBe('action.route');
  });

  it('passes over little words, so that "On New Ticket" finds the trigger', () => {
    expect(kinds('On New Ticket')[0]).toBe('trigger.ticketCreated');
  });

  it('finds steps by their names in the other language too', () => {
    expect(kinds('kondisi')).toContain('filter.condition');
    expect(kinds('condition', 'id')).toContain('filter.condition');
  });

  it('lists everything for an empty search and nothing for nonsense', () => {
    expect(kinds('')).toHaveLength(NODE_CATALOGUE.length);
    expect(kinds('xyzzy')).toEqual([]);
  });
});
