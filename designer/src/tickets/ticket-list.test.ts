import { describe, expect, it } from 'vitest';
import { ticketFilter, ticketListVariables } from './ticket-list.ts';

describe('the list of tickets', () => {
  it('asks for everything when the address filters nothing', () => {
    expect(ticketFilter({})).toBeNull();
    expect(ticketFilter({ status: [], queue: [], search: 'pin' })).toBeNull();
  });

  it('passes every filter of the address on', () => {
    const search = { status: ['NEW' as const], queue: ['q1'], team: ['t1'], assignee: ['a1'], category: ['Cards'] };
    expect(ticketFilter(search)).toEqual({
      status: ['NEW'],
      queueIds: ['q1'],
      teamIds: ['t1'],
      assigneeIds: ['a1'],
      category: ['Cards'],
    });
  });

  it('tells tickets with an agent from those without, and both from all', () => {
    expect(ticketFilter({ unassigned: true })).toEqual({ isUnassigned: true });
    expect(ticketFilter({ unassigned: false })).toEqual({ isUnassigned: false });
  });

  it('searches for nothing when only blanks were typed', () => {
    expect(ticketListVariables({ search: '  ' }).search).toBeNull();
  });

  it('shows the newest first unless told otherwise', () => {
    expect(ticketListVariables({}).orderBy).toEqual({ field: 'CREATED_AT', direction: 'DESC' });
    expect(ticketListVariables({ sort: 'oldest' }).orderBy).toEqual({ field: 'CREATED_AT', direction: 'ASC' });
  });
});
