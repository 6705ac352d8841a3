import { describe, expect, it } from 'vitest';
import { membershipChanges } from './team-members.ts';

const people = [
  { id: 'ani', teams: [{ id: 'billing' }, { id: 'night' }] },
  { id: 'budi', teams: [{ id: 'night' }] },
  { id: 'citra', teams: [] },
];

describe('members of a team', () => {
  it('come and go without touching other teams or people', () => {
    expect(membershipChanges(people, 'billing', ['budi'])).toEqual([
      { id: 'ani', teamIds: ['night'] },
      { id: 'budi', teamIds: ['night', 'billing'] },
    ]);
  });

  it('stay as they are when nobody came or went', () => {
    expect(membershipChanges(people, 'billing', ['ani'])).toEqual([]);
  });
});
