import { durationText } from '../server/iso-duration.ts';
import type { Queue } from './queue.entity.ts';
import type { QueueObject } from './queue.object.ts';

/** A queue's row as GraphQL shows it. */
export function queueToObject(queue: Queue): QueueObject {
  const { id, name, policy, ticketLimit, isFallback, position, acceptWithinMs, offerAgainAfterMs, reroute } = queue;
  return {
    id,
    name,
    policy,
    limit: ticketLimit,
    isFallback,
    position,
    acceptWithin: acceptWithinMs === null ? null : durationText(acceptWithinMs),
    offerAgainAfter: offerAgainAfterMs === null ? null : durationText(offerAgainAfterMs),
    reroute,
    fairDrain: durationText(queue.fairDrainMs),
    targets: {
      low: durationText(queue.targetLowMs),
      normal: durationText(queue.targetNormalMs),
      high: durationText(queue.targetHighMs),
      urgent: durationText(queue.targetUrgentMs),
    },
  };
}
