import { describe, expect, it } from 'vitest';
import { queueDraft, queueFields } from './queue-draft.ts';

const queue = {
  id: 'q',
  name: 'Billing',
  policy: 'DUE_FIRST',
  limit: 40,
  isFallback: false,
  position: 0,
  targets: { urgent: 'PT5M', high: 'PT15M', normal: 'PT1H', low: 'PT4H' },
  acceptWithin: 'PT45S',
  offerAgainAfter: null,
  reroute: 'ON_REPLY',
  fairDrain: 'PT0S',
} as const;

describe('a queue that is edited', () => {
  it('goes back to the API saying the same, PT0S for none', () => {
    expect(queueFields(queueDraft(queue))).toEqual({
      name: 'Billing',
      policy: 'DUE_FIRST',
      limit: 40,
      targets: { urgent: 'PT300S', high: 'PT900S', normal: 'PT3600S', low: 'PT14400S' },
      acceptWithin: 'PT45S',
      offerAgainAfter: 'PT0S',
      reroute: 'ON_REPLY',
      fairDrain: 'PT0S',
    });
  });

  it('offers nothing again where nothing is offered', () => {
    const fields = queueFields({ ...queueDraft(queue), acceptWithinMs: null, offerAgainAfterMs: 60_000 });
    expect([fields.acceptWithin, fields.offerAgainAfter]).toEqual(['PT0S', 'PT0S']);
  });

  it('that is new has a fair share of a quarter of an hour', () => {
    expect(queueDraft(null)).toMatchObject({ fairDrainMs: 900_000, acceptWithinMs: null, reroute: 'KEEP' });
  });
});
