import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { declinedByAt, makeOffer, type Offer, type OfferEvent, stepOffer } from './offer.ts';

const offer = makeOffer('t1', 'ana', 30_000, 1_000);
const reasons = [
  { id: 'busy', offerAgainAfterMs: 60_000 },
  { id: 'conflict', offerAgainAfterMs: null },
];

test('an offer is accepted or declined by the one who has it, within its time', () => {
  expect(stepOffer(offer, { type: 'accept', agentId: 'ana' }, 2_000)).toEqual({
    offer: { ...offer, state: 'accepted', endedAtMs: 2_000 },
    next: 'assign',
  });
  expect(stepOffer(offer, { type: 'decline', agentId: 'ana', reasonId: 'busy' }, 2_000)).toEqual({
    offer: { ...offer, state: 'declined', endedAtMs: 2_000, reasonId: 'busy' },
    next: 'offerNext',
  });
  expect(stepOffer(offer, { type: 'accept', agentId: 'ben' }, 2_000)).toEqual({
    offer,
    next: 'ignored',
    code: 'notTheirs',
  });
});

test('an answer that comes too late finds the offer timed out, and the ticket goes on', () => {
  expect(stepOffer(offer, { type: 'accept', agentId: 'ana' }, 31_000)).toEqual({
    offer: { ...offer, state: 'timedOut', endedAtMs: 31_000 },
    next: 'offerNext',
  });
  expect(stepOffer(offer, { type: 'time' }, 30_999)).toEqual({ offer, next: 'ignored', code: 'notDue' });
});

test('whatever happens, an offer ends once', () => {
  const events: fc.Arbitrary<OfferEvent> = fc.oneof(
    fc.constant({ type: 'time' } as const),
    fc.constant({ type: 'withdraw' } as const),
    fc.record({ type: fc.constant('accept' as const), agentId: fc.constantFrom('ana', 'ben') }),
    fc.record({
      type: fc.constant('decline' as const),
      agentId: fc.constantFrom('ana', 'ben'),
      reasonId: fc.constantFrom('busy', 'conflict'),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(events, fc.nat(20_000))), (steps) => {
      let current: Offer = offer;
      let nowMs = 1_000;
      let ends = 0;
      for (const [event, laterMs] of steps) {
        nowMs += laterMs;
        const step = stepOffer(current, event, nowMs);
        if (step.next !== 'ignored') ends += 1;
        else expect(step.offer).toBe(current);
        current = step.offer;
      }
      expect(ends).toBe(current.state === 'offered' ? 0 : 1);
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
  );
});

test('who declined is left out until the reason allows another offer, who was silent for the queue says how long', () => {
  const declined = (agentId: string, reasonId: string): Offer => ({
    ...makeOffer('t1', agentId, 30_000, 1_000),
    state: 'declined',
    endedAtMs: 10_000,
    reasonId,
  });
  const silent: Offer = { ...makeOffer('t1', 'cem', 30_000, 1_000), state: 'timedOut', endedAtMs: 31_000 };
  const offers = [declined('ben', 'conflict'), silent, declined('ana', 'busy'), declined('dea', 'gone')];
  expect(declinedByAt(offers, reasons, null, 69_999)).toEqual(['ana', 'ben', 'cem', 'dea']);
  expect(declinedByAt(offers, reasons, 1_000, 70_000)).toEqual(['ben', 'dea']);
  const again: Offer = { ...makeOffer('t1', 'ben', 30_000, 20_000), state: 'withdrawn', endedAtMs: 21_000 };
  expect(declinedByAt([again, ...offers], reasons, null, 70_000)).toEqual(['cem', 'dea']);
});
