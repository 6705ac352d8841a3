import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SLA_METRICS } from '../facts/sla-facts.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import type { TimeTrigger } from '../nodes/behaviour.ts';
import { triggerSlaChecked } from '../nodes/trigger-sla-checked.ts';
import { compileSla } from './compile-sla.ts';
import { HOUR_MS, logs, policies, slaInput } from './log.test-support.ts';
import { slaFacts } from './sla-facts.ts';
import { slaTimers } from './sla-timers.ts';

// Instrumented code, as a mutation test runs it, is some twenty times slower.
vi.setConfig({ testTimeout: 60_000 });

const refire = { policy: 'oncePerEpisode' } as const;

function timeOf(config: Readonly<Record<string, unknown>>): TimeTrigger {
  const behaviour = triggerSlaChecked.behaviour(config);
  if (behaviour?.type !== 'trigger' || !behaviour.time) throw new Error('Not a time trigger');
  return behaviour.time;
}

describe('the timers of a reading and the triggers armed by its facts', () => {
  it('agree on when running targets warn and are missed', () => {
    fc.assert(
      fc.property(policies, logs, fc.integer({ min: 1, max: 240 }), (own, { log, nowMs }, quarters) => {
        const sla = compileSla(slaInput(...own));
        const beforeMs = (quarters * HOUR_MS) / 4;
        const reading = sla.read(log, nowMs);
        const status = log.filter(({ atMs }) => atMs <= nowMs).findLast(({ facts }) => facts?.['ticket.status']);
        const facts = { ...slaFacts(reading), 'ticket.status': status?.facts?.['ticket.status'] };
        const input = {
          facts,
          nowMs,
          timeZone: 'Asia/Jakarta',
          businessClock: (id: string | null) => sla.businessClock(id),
        };
        const timers = slaTimers(sla, reading, [beforeMs]).filter(({ atMs }) => atMs > nowMs);
        for (const metric of SLA_METRICS) {
          for (const at of [{ type: 'breach' }, { type: 'warning', beforeMs }] as const) {
            const due = timeOf({ metric, at, refire }).due(input);
            const timer = timers.find((each) => each.metric === metric && each.at.type === at.type);
            expect(due && due.dueAtMs > nowMs ? due.dueAtMs : undefined).toBe(timer?.atMs);
          }
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(400) },
    );
  });
});
