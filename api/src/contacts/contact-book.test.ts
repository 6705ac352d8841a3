import { describe, expect, it } from 'vitest';
import type { ContactRow } from '../runs/rows.ts';
import { ContactBook } from './contact-book.ts';

const now = new Date('2026-03-02T09:00:00Z');
const stored = (over: Partial<ContactRow>): ContactRow => ({
  id: 'c',
  externalId: null,
  name: 'Known',
  email: null,
  phone: null,
  tags: [],
  isVip: false,
  language: null,
  country: null,
  city: null,
  attributes: {},
  followers: null,
  accountOwnerId: null,
  createdAt: now,
  ...over,
});

describe('a contact book', () => {
  it('makes one contact for all intakes of one unknown customer, and counts their open tickets', () => {
    const book = new ContactBook([]);
    const first = book.findOrMake({ email: 'A@x.org', name: 'Ann' }, true, now);
    const second = book.findOrMake({ email: 'a@X.ORG' }, true, now);
    expect(second.contact.id).toBe(first.contact.id);
    expect([first.openTickets, second.openTickets]).toEqual([1, 2]);
    expect(book.made).toHaveLength(1);
    expect(book.findOrMake({ email: 'a@x.org' }, false, now).openTickets).toBe(2);
  });

  it('makes a contact of its own for each intake that says nothing of its customer', () => {
    const book = new ContactBook([]);
    book.findOrMake(null, true, now);
    book.findOrMake(null, true, now);
    expect(book.made.map(({ name }) => name)).toEqual(['Unknown', 'Unknown']);
  });

  it('goes by external id before e-mail, and never gives one address to two contacts', () => {
    const one = stored({ id: 'one', externalId: 'E1' });
    const two = stored({ id: 'two', email: 'two@x.org' });
    const book = new ContactBook([
      { contact: one, openTickets: 0 },
      { contact: two, openTickets: 0 },
    ]);
    const found = book.findOrMake({ externalId: 'E1', email: 'TWO@x.org', city: 'Solo' }, false, now);
    expect(found.contact).toMatchObject({ id: 'one', email: null, city: 'Solo' });
    expect(book.changed.map(({ id }) => id)).toEqual(['one']);
  });

  it('fills gaps and overwrites nothing', () => {
    const book = new ContactBook([
      { contact: stored({ email: 'a@x.org', language: 'id', tags: ['Old'] }), openTickets: 3 },
    ]);
    const { contact } = book.findOrMake(
      { email: 'a@x.org', name: 'Other', language: 'en', phone: '1', tags: ['old', 'new'] },
      true,
      now,
    );
    expect(contact).toMatchObject({ name: 'Known', language: 'id', phone: '1', tags: ['Old', 'new'] });
  });
});
