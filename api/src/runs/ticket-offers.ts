import { type Offer, type OfferEvent, type OfferStep, stepOffer } from '@alur/engine';
import type { OfferRow } from './rows.ts';
import type { WriteSet } from './write-set.ts';

/** What the log calls the end of an offer. */
export const OFFER_EVENTS = {
  accepted: 'offerAccepted',
  declined: 'offerDeclined',
  timedOut: 'offerTimedOut',
  withdrawn: 'offerWithdrawn',
} as const satisfies Partial<Record<Offer['state'], string>>;

/** An offer as the engine sees it. */
export function offerOf({ offeredAt, expiresAt, endedAt, ...row }: OfferRow): Offer {
  return {
    ticketId: row.ticketId,
    agentId: row.agentId,
    state: row.state,
    reasonId: row.reasonId,
    offeredAtMs: offeredAt.getTime(),
    expiresAtMs: expiresAt.getTime(),
    endedAtMs: endedAt?.getTime() ?? null,
  };
}

/** The offers of one ticket while it is changed. At most one of them is open. */
export class TicketOffers {
  readonly #rows = new Map<string, OfferRow>();
  readonly #changed = new Set<string>();

  constructor(found: readonly OfferRow[]) {
    for (const row of found) this.#rows.set(row.id, row);
  }

  /** The offer that nobody has answered yet. */
  get open(): OfferRow | null {
    return [...this.#rows.values()].find(({ state }) => state === 'offered') ?? null;
  }

  /** Whether the ticket stands apart from others of its class, and why. */
  get apart(): 'offered' | 'declined' | null {
    if (this.open) return 'offered';
    return [...this.#rows.values()].some(({ state }) => state === 'declined' || state === 'timedOut')
      ? 'declined'
      : null;
  }

  add(row: OfferRow): void {
    this.#put(row);
  }

  /** Lets something happen to an offer; one that has ended stays as it is. Unknown ids count as ended. */
  step(id: string, event: OfferEvent, now: Date): OfferStep['next'] | 'ended' | 'notTheirs' | 'notDue' {
    const row = this.#rows.get(id);
    if (!row) return 'ended';
    const step = stepOffer(offerOf(row), event, now.getTime());
    if (step.next === 'ignored') return step.code;
    const { state, endedAtMs, reasonId } = step.offer;
    this.#put({ ...row, state, reasonId, endedAt: endedAtMs === null ? null : new Date(endedAtMs) });
    return step.next;
  }

  /** The offer as it is now. */
  find(id: string): OfferRow | null {
    return this.#rows.get(id) ?? null;
  }

  /** Hands over what has changed; ended ones first, since only one may be open. */
  settle(writes: WriteSet): void {
    const changed = [...this.#changed].flatMap((id) => this.#rows.get(id) ?? []);
    for (const isOpen of [false, true])
      writes.offers.push(...changed.filter(({ state }) => (state === 'offered') === isOpen));
  }

  #put(row: OfferRow): void {
    this.#rows.set(row.id, row);
    this.#changed.add(row.id);
  }
}
