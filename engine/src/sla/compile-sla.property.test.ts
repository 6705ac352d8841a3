import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { SLA_METRICS } from '../facts/sla-facts.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { compileSla } from './compile-sla.ts';
import { HOUR_MS, logs, office, policies, policyOf, slaInput } from './log.test-support.ts';
import { currentClock } from './sla-clock.ts';
import { slaTimers } from './sla-timers.ts';

// Instrumented code, as a mutation test runs it, is some twenty times slower.
vi.setConfig({ testTimeout: 60_000 });

const options = { seed: PROPERTY_SEED, numRuns: propertyRuns(400) };
const officeClock = compileCalendar(office);

describe('any log under any policies', () => {
  it('gives the same clocks however the policies are ordered', () => {
    fc.assert(
      fc.property(policies, logs, (own, { log, nowMs }) => {
        const reading = compileSla(slaInput(...own)).read(log, nowMs);
        expect(compileSla(slaInput(...[...own].reverse())).read(log, nowMs)).toEqual(reading);
      }),
      options,
    );
  });

  it('keeps what happened to its clocks whatever the policies: only breaches differ', () => {
    fc.assert(
      fc.property(policies, logs, (own, { log, nowMs }) => {
        const { events } = compileSla(slaInput(...own)).read(log, nowMs);
        expect(events.filter(({ type }) => type !== 'breached')).toEqual(
          compileSla(slaInput()).read(log, nowMs).events,
        );
      }),
      options,
    );
  });

  it('breaches an episode at most once, while it runs, and never later on undoes it', () => {
    fc.assert(
      fc.property(policies, logs, (own, { log, nowMs }) => {
        const sla = compileSla(slaInput(...own));
        const reading = sla.read(log, nowMs);
        const breaches = reading.events.filter(({ type }) => type === 'breached');
        const keys = breaches.map(({ metric, episode }) => `${metric}:${episode}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const breach of breaches) {
          const own = reading.clocks[breach.metric][breach.episode - 1];
          expect(
            own?.stretches.some(({ fromMs, toMs }) => fromMs <= breach.atMs && breach.atMs < (toMs ?? nowMs + 1)),
          ).toBe(true);
          expect(sla.read(log, nowMs + 50 * HOUR_MS).events).toContainEqual(breach);
        }
      }),
      options,
    );
  });

  it('is due after its length plus the open time paused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), logs, (hours, { log, nowMs }) => {
        const sla = compileSla(slaInput(policyOf('all', hours)));
        const reading = sla.read(log, nowMs);
        for (const metric of SLA_METRICS) {
          const clock = currentClock(reading, metric);
          if (!clock?.isRunning || !clock.target || clock.state === 'breached') continue;
          const passed = officeClock.businessTimeBetween(clock.startedAtMs, nowMs);
          const paused = passed - clock.businessMs;
          expect(officeClock.businessTimeBetween(clock.startedAtMs, clock.dueAtMs ?? 0)).toBe(
            clock.target.lengthMs + paused,
          );
          expect(clock.dueAtMs).toBeGreaterThan(nowMs);
        }
      }),
      options,
    );
  });

  it('has its timers at the very instants at which readings change', () => {
    fc.assert(
      fc.property(policies, logs, (own, { log, nowMs }) => {
        const sla = compileSla(slaInput(...own));
        const past = log.filter(({ atMs }) => atMs <= nowMs);
        for (const { metric, at, atMs, isLate } of slaTimers(sla, sla.read(past, nowMs), [HOUR_MS / 2])) {
          expect(isLate).toBe(atMs < nowMs);
          const clock = currentClock(sla.read(past, Math.max(atMs, nowMs)), metric);
          if (at.type === 'breach') {
            expect(clock?.state).toBe('breached');
            if (atMs > nowMs) expect(currentClock(sla.read(past, atMs - 1), metric)?.state).not.toBe('breached');
          } else if (!isLate) {
            expect(clock?.timeLeftMs).toBe(Math.min(at.beforeMs, clock?.target?.lengthMs ?? 0));
          }
        }
      }),
      options,
    );
  });

  it('runs as long as its stretches: elapsed time adds up', () => {
    fc.assert(
      fc.property(policies, logs, (own, { log, nowMs }) => {
        const reading = compileSla(slaInput(...own)).read(log, nowMs);
        for (const metric of SLA_METRICS) {
          for (const { stretches, elapsedMs, businessMs } of reading.clocks[metric]) {
            expect(elapsedMs).toBe(stretches.reduce((sum, { fromMs, toMs }) => sum + (toMs ?? nowMs) - fromMs, 0));
            expect(businessMs).toBeLessThanOrEqual(elapsedMs);
          }
        }
      }),
      options,
    );
  });
});
