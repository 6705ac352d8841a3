/** Why an agent may decline: the workspace's own list. */
export interface DeclineReason {
  readonly id: string;
  /** After how long the ticket may be offered to the same agent again, in milliseconds; null: never. */
  readonly offerAgainAfterMs: number | null;
}

/**
 * A ticket held out to an agent. It begins `offered` and ends in exactly one of the other states; while it is offered
 * its units count to the agent's load. Declined and timed out, the ticket goes on to the next agent with its age.
 *
 * ```
 * offered --accept--> accepted        (the ticket is theirs)
 *         --decline-> declined        (to the next agent)
 *         --time----> timedOut        (to the next agent)
 *         --withdraw> withdrawn       (solved, moved on or assigned by a person meanwhile)
 * ```
 */
export interface Offer {
  readonly ticketId: string;
  readonly agentId: string;
  readonly state: 'offered' | 'accepted' | 'declined' | 'timedOut' | 'withdrawn';
  /** Milliseconds since 1970 UTC, as all of these. */
  readonly offeredAtMs: number;
  readonly expiresAtMs: number;
  readonly endedAtMs: number | null;
  /** Of a declined one. */
  readonly reasonId: string | null;
}

export type OfferEvent =
  | { readonly type: 'accept'; readonly agentId: string }
  | { readonly type: 'decline'; readonly agentId: string; readonly reasonId: string }
  | { readonly type: 'time' }
  | { readonly type: 'withdraw' };

/** What an event made of an offer. `ignored` leaves it as it was and says why. */
export type OfferStep =
  | { readonly offer: Offer; readonly next: 'assign' | 'offerNext' | 'nothing' }
  | { readonly offer: Offer; readonly next: 'ignored'; readonly code: 'ended' | 'notTheirs' | 'notDue' };

/** An offer that begins now and lasts `acceptWithinMs`. */
export function makeOffer(ticketId: string, agentId: string, acceptWithinMs: number, nowMs: number): Offer {
  return {
    ticketId,
    agentId,
    state: 'offered',
    offeredAtMs: nowMs,
    expiresAtMs: nowMs + Math.max(0, acceptWithinMs),
    endedAtMs: null,
    reasonId: null,
  };
}

/** The next state of an offer, and what somebody else is to do. An answer at or after the expiry comes too late. */
export function stepOffer(offer: Offer, event: OfferEvent, nowMs: number): OfferStep {
  if (offer.state !== 'offered') return { offer, next: 'ignored', code: 'ended' };
  if ('agentId' in event && event.agentId !== offer.agentId) return { offer, next: 'ignored', code: 'notTheirs' };
  if (event.type === 'withdraw') return { offer: ended(offer, 'withdrawn', nowMs), next: 'nothing' };
  if (nowMs >= offer.expiresAtMs) return { offer: ended(offer, 'timedOut', offer.expiresAtMs), next: 'offerNext' };
  switch (event.type) {
    case 'time':
      return { offer, next: 'ignored', code: 'notDue' };
    case 'accept':
      return { offer: ended(offer, 'accepted', nowMs), next: 'assign' };
    case 'decline':
      return { offer: { ...ended(offer, 'declined', nowMs), reasonId: event.reasonId }, next: 'offerNext' };
  }
}

function ended(offer: Offer, state: Offer['state'], endedAtMs: number): Offer {
  return { ...offer, state, endedAtMs };
}

/**
 * Agents a ticket must not be offered to now, by id, for `WaitingTicket.declinedBy`. Who declined is left out until
 * their reason allows another offer; an unknown reason never does. Who let it time out is left out for
 * `timedOutAgainAfterMs` (null: for good). The newest offer to an agent counts.
 */
export function declinedByAt(
  offers: readonly Offer[],
  reasons: readonly DeclineReason[],
  timedOutAgainAfterMs: number | null,
  nowMs: number,
): readonly string[] {
  const againAfter = new Map(reasons.map(({ id, offerAgainAfterMs }) => [id, offerAgainAfterMs]));
  const newest = new Map<string, Offer>();
  for (const offer of offers) {
    const known = newest.get(offer.agentId);
    if (known === undefined || known.offeredAtMs < offer.offeredAtMs) newest.set(offer.agentId, offer);
  }
  return [...newest.values()]
    .filter(({ state, reasonId, endedAtMs }) => {
      if (state !== 'declined' && state !== 'timedOut') return false;
      const waitMs = state === 'timedOut' ? timedOutAgainAfterMs : (againAfter.get(reasonId ?? '') ?? null);
      return waitMs === null || nowMs < (endedAtMs ?? nowMs) + waitMs;
    })
    .map(({ agentId }) => agentId)
    .sort();
}
