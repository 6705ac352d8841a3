import { v7 } from 'uuid';
import type { ContactRow } from '../runs/rows.ts';
import type { IntakeContact } from '../tickets/intake.ts';
import { tidyTags } from '../tickets/ticket-check.ts';

/** A contact as stored, with how many unsettled tickets it has. */
export interface KnownContact {
  readonly contact: ContactRow;
  readonly openTickets: number;
}

interface Page {
  contact: ContactRow;
  openTickets: number;
  state: 'stored' | 'changed' | 'new';
}

/**
 * Finds or makes the contacts of a batch of intakes: by external id, then by e-mail, else new. What an intake knows and
 * the stored contact doesn't is filled in; what is stored is never overwritten.
 */
export class ContactBook {
  readonly #pages: Page[];
  readonly #byExternalId = new Map<string, Page>();
  readonly #byEmail = new Map<string, Page>();

  constructor(known: readonly KnownContact[]) {
    this.#pages = known.map(({ contact, openTickets }) => ({ contact, openTickets, state: 'stored' }));
    for (const page of this.#pages) this.#index(page);
  }

  /** The contact of an intake and the number of its unsettled tickets, with the one that is being made if `isOpen`. */
  findOrMake(given: IntakeContact | null, isOpen: boolean, now: Date): KnownContact {
    const page = this.#find(given) ?? this.#make(given, now);
    if (page.state !== 'new' && given) this.#fillIn(page, given);
    if (isOpen) page.openTickets += 1;
    return { contact: page.contact, openTickets: page.openTickets };
  }

  get made(): ContactRow[] {
    return this.#pages.filter(({ state }) => state === 'new').map(({ contact }) => contact);
  }

  get changed(): ContactRow[] {
    return this.#pages.filter(({ state }) => state === 'changed').map(({ contact }) => contact);
  }

  #find(given: IntakeContact | null): Page | undefined {
    const byId = given?.externalId ? this.#byExternalId.get(given.externalId) : undefined;
    return byId ?? (given?.email ? this.#byEmail.get(given.email.toLowerCase()) : undefined);
  }

  #make(given: IntakeContact | null, now: Date): Page {
    const contact: ContactRow = {
      id: v7(),
      externalId: given?.externalId || null,
      name: given?.name?.trim() || given?.email || given?.phone || given?.externalId || 'Unknown',
      email: given?.email || null,
      phone: given?.phone || null,
      tags: tidyTags(given?.tags ?? []),
      isVip: given?.isVip ?? false,
      language: given?.language || null,
      country: given?.country || null,
      city: given?.city || null,
      attributes: {},
      followers: null,
      accountOwnerId: null,
      createdAt: now,
    };
    const page: Page = { contact, openTickets: 0, state: 'new' };
    this.#pages.push(page);
    this.#index(page);
    return page;
  }

  #fillIn(page: Page, given: IntakeContact): void {
    const { contact } = page;
    const isTaken = (index: Map<string, Page>, key: string | undefined) => key !== undefined && index.has(key);
    const filled: ContactRow = {
      ...contact,
      externalId:
        contact.externalId ?? (isTaken(this.#byExternalId, given.externalId) ? null : given.externalId || null),
      email: contact.email ?? (isTaken(this.#byEmail, given.email?.toLowerCase()) ? null : given.email || null),
      phone: contact.phone ?? (given.phone || null),
      tags: tidyTags([...contact.tags, ...(given.tags ?? [])]),
      isVip: contact.isVip || (given.isVip ?? false),
      language: contact.language ?? (given.language || null),
      country: contact.country ?? (given.country || null),
      city: contact.city ?? (given.city || null),
    };
    const isChanged = (Object.keys(filled) as (keyof ContactRow)[]).some((key) =>
      key === 'tags' ? filled.tags.length !== contact.tags.length : filled[key] !== contact[key],
    );
    if (!isChanged) return;
    page.contact = filled;
    page.state = 'changed';
    this.#index(page);
  }

  #index(page: Page): void {
    const { externalId, email } = page.contact;
    if (externalId) this.#byExternalId.set(externalId, page);
    if (email) this.#byEmail.set(email.toLowerCase(), page);
  }
}
