import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { aggregate, quantile } from './aggregate.ts';
import { compileSla } from './compile-sla.ts';
import { created, hour, message, policyOf, slaInput } from './log.test-support.ts';
import { METRIC_DEFINITIONS, metricDefinition } from './metric-definitions.ts';
import { abandonment, csat, occupancy, serviceLevel, shareOf, slaAttainment } from './shares.ts';

describe('aggregates', () => {
  it('are those a hand finds', () => {
    expect(aggregate([40, 10, 20, 30])).toEqual({ count: 4, mean: 25, median: 25, p90: 37, longest: 40 });
    expect(aggregate([7])).toEqual({ count: 1, mean: 7, median: 7, p90: 7, longest: 7 });
    expect(aggregate([])).toEqual({ count: 0, mean: null, median: null, p90: null, longest: null });
  });

  it('have quantiles as percentile_cont of SQL has them', () => {
    // select percentile_cont(0.9) within group (order by v) from generate_series(1, 11) v  ->  10
    const eleven = Array.from({ length: 11 }, (_, index) => index + 1);
    expect(quantile(eleven, 0.9)).toBe(10);
    expect(quantile(eleven, 0)).toBe(1);
    expect(quantile(eleven, 1)).toBe(11);
    expect(quantile([], 0.5)).toBeNull();
  });

  it('do not depend on the order, and grow with the share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          expect(aggregate([...values].reverse())).toEqual(aggregate(values));
          expect(quantile(values, share) ?? 0).toBeLessThanOrEqual(quantile(values, Math.min(1, share + 0.1)) ?? 0);
        },
      ),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });
});

describe('shares', () => {
  it('have none where there is nothing to share', () => {
    expect(shareOf(0, 0)).toEqual({ part: 0, whole: 0, share: null });
  });

  it('of targets met count hits and misses alone', () => {
    const sla = compileSla(slaInput(policyOf('gold', 4)));
    const clockOf = (...replies: number[]) =>
      sla.read([created(0), ...replies.map((at) => message(at, 'agentReply'))], hour(5)).clocks.firstReply;
    const waiting = sla.read([created(4)], hour(5)).clocks.firstReply;
    const free = compileSla(slaInput()).read([created(0), message(1, 'agentReply')], hour(5)).clocks.firstReply;
    expect(slaAttainment([...clockOf(1), ...clockOf(2), ...clockOf(4.5), ...clockOf(), ...waiting, ...free])).toEqual({
      part: 2,
      whole: 4,
      share: 0.5,
    });
  });

  it('of tickets in queues', () => {
    const queued = [
      { acceptedAfterMs: 10, isAbandoned: false },
      { acceptedAfterMs: 30, isAbandoned: false },
      { acceptedAfterMs: null, isAbandoned: true },
      { acceptedAfterMs: null, isAbandoned: false },
    ];
    expect(serviceLevel(queued, 10).share).toBe(0.25);
    expect(abandonment(queued).share).toBe(0.25);
  });

  it('of time on duty and of answers', () => {
    expect(
      occupancy([
        { contactMs: 50, afterWorkMs: 10, idleMs: 30 },
        { contactMs: 0, afterWorkMs: 0, idleMs: 10 },
      ]).share,
    ).toBe(0.6);
    expect(csat([5, 4, 3, 1])).toEqual({ part: 2, whole: 4, share: 0.5 });
  });
});

describe('published figures', () => {
  it('have a name and a definition in every language, each figure once', () => {
    expect(new Set(METRIC_DEFINITIONS.map(({ key }) => key)).size).toBe(METRIC_DEFINITIONS.length);
    for (const { key, unit, clocks, label, definition } of METRIC_DEFINITIONS) {
      expect(label.en).not.toBe(label.id);
      expect(definition.en).toMatch(/\.$/);
      expect(definition.id).toMatch(/\.$/);
      expect(clocks.length > 0, key).toBe(unit === 'duration');
    }
    expect(metricDefinition('csat')?.unit).toBe('share');
    expect(metricDefinition('luck')).toBeUndefined();
  });
});
