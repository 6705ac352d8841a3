import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../compile/check-flow.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram, type Program } from '../compile/link-program.ts';
import { arbitraryFacts } from '../conditions/condition-arbitrary.test-support.ts';
import type { Facts } from '../facts/fact-value.ts';
import { isNightly, PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { arbitraryFlows } from './flow-arbitrary.test-support.ts';
import { arbitraryLife, arbitraryTicket } from './life-arbitrary.test-support.ts';
import { type NaiveFlow, type NaiveMoment, type NaiveOutcome, versionOf } from './naive-drawing.test-support.ts';
import { NaiveTicket } from './naive-run.test-support.ts';
import { REGRESSIONS } from './run-event.regressions.test-support.ts';
import { runEvent } from './run-event.ts';
import type { RunOutcome } from './run-outcome.ts';
import { CompiledTicket, outcomeTexts } from './ticket-life.test-support.ts';

/** Lives of about three moments, and three flows each: a dose on every change, many more at night. */
const LIVES = isNightly ? 100_000 : 2_500;

function link(flows: readonly NaiveFlow[]): Program {
  return linkProgram(
    flows.map((live) => {
      const { flowId, position, stopOnMatch, flow } = live;
      return compileFlow(flow, { flowId, position, stopOnMatch, versionId: versionOf(live) });
    }),
  );
}

/** Published anew, each flow has the drawing of the next. */
function republished(flows: readonly NaiveFlow[]): readonly NaiveFlow[] {
  return flows.map((live, at) => ({ ...live, version: 2, flow: flows[(at + 1) % flows.length]?.flow ?? live.flow }));
}

function expectSameLife(flows: readonly NaiveFlow[], life: readonly NaiveMoment[], facts: Facts, hasFallback = false) {
  const later = life.some((moment) => 'isPublished' in moment) ? republished(flows) : [];
  const settings = { fallbackQueueId: hasFallback ? 'q-gen' : null, laterProgram: link(later) };
  const compiled = new CompiledTicket(link(flows), facts, settings);
  const naive = new NaiveTicket(flows, facts, hasFallback, later);
  for (const moment of life) {
    const before = compiled.facts;
    const outcome = compiled.live(moment);
    const actual = outcomeTexts(outcome, before, compiled.due);
    const expected = naive.live(moment);
    // Texts are compared at once, which is cheap, and item by item only where that shows more.
    if (textOf(actual) !== textOf(expected)) expect(actual).toEqual(expected);
    expect(actual.facts).toEqual(expected.facts);
  }
}

function textOf({ facts: _, ...texts }: NaiveOutcome): string {
  return JSON.stringify(texts);
}

function shuffled<T>(items: readonly T[], random: number): T[] {
  return [...items]
    .sort((a, b) => {
      const key = (item: T) => (JSON.stringify(item).length * 7919 + random) % 101;
      return key(a) - key(b);
    })
    .reverse();
}

function live(flows: readonly NaiveFlow[], life: readonly NaiveMoment[], facts: Facts, storesAsJson = false) {
  const ticket = new CompiledTicket(link(flows), facts, { storesAsJson });
  return life.map((moment) => ticket.live(moment));
}

/** What both ways of considering must agree on: all but the considerations, and the runs without consequences. */
function consequences({ events, effects, facts, stops, waiting, runs }: RunOutcome): string {
  return JSON.stringify({ events, effects, facts, stops, waiting, runs: runs.filter(({ acted }) => acted) });
}

describe('a ticket’s life', () => {
  it('is what a plain walk over the drawings makes of it', { timeout: 1_800_000 }, () => {
    fc.assert(fc.property(arbitraryFlows, arbitraryLife, arbitraryTicket, fc.boolean(), expectSameLife), {
      seed: PROPERTY_SEED,
      numRuns: propertyRuns(LIVES),
    });
  });

  for (const { cause, flows, life, facts, hasFallback } of REGRESSIONS) {
    it(`is still that where once it was not: ${cause}`, () => {
      expectSameLife(flows, life, facts, hasFallback);
    });
  }

  it('has the same consequences whether all flows are considered or only those that act', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryFlows, arbitraryLife, arbitraryTicket, (flows, life, facts) => {
        const program = link(flows);
        const all = new CompiledTicket(program, facts);
        const acting = new CompiledTicket(program, facts, { considerations: 'acting' });
        for (const moment of life) {
          expect(consequences(acting.live(moment))).toBe(consequences(all.live(moment)));
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1_000) },
    );
  });

  it('is the same to the byte where waiting runs were JSON in between', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryFlows, arbitraryLife, arbitraryTicket, (flows, life, facts) => {
        expect(JSON.stringify(live(flows, life, facts, true))).toBe(JSON.stringify(live(flows, life, facts)));
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(600) },
    );
  });

  it('is the same to the byte whatever the order of flows, nodes and edges', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryFlows, arbitraryLife, arbitraryTicket, fc.nat(), (flows, life, facts, random) => {
        const shuffledFlows = shuffled(flows, random).map((one) => ({
          ...one,
          flow: { ...one.flow, nodes: shuffled(one.flow.nodes, random), edges: shuffled(one.flow.edges, random) },
        }));
        expect(JSON.stringify(live(shuffledFlows, life, facts))).toBe(JSON.stringify(live(flows, life, facts)));
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });
});

describe('a join', () => {
  it('never leaves a run that waits for nothing but its own branches', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryFlows, arbitraryLife, arbitraryTicket, (flows, life, facts) => {
        for (const { waiting } of live(flows, life, facts)) {
          for (const { state } of waiting) {
            expect(state.tokens.some((token) => token.for !== 'branches')).toBe(true);
          }
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1_000) },
    );
  });
});

describe('runEvent', () => {
  it('lets a version act at most once for an event, and leaves its inputs as they were', () => {
    fc.assert(
      fc.property(arbitraryFlows, arbitraryFacts, (flows, facts) => {
        const before = JSON.stringify([flows, facts]);
        const event = { type: 'ticketCreated', ticketId: 'k1', actor: { kind: 'customer' } } as const;
        const { runs } = runEvent(link(flows), event, facts, { nowMs: 0, seed: 's', timeZone: 'UTC' });
        const versions = runs.filter(({ acted }) => acted).map(({ versionId }) => versionId);
        expect(new Set(versions).size).toBe(versions.length);
        expect(JSON.stringify([flows, facts])).toBe(before);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
    );
  });

  it('is tried here on flows that may be published, but for branches that write the same field', () => {
    const references = {
      ...workspace,
      calendars: ['cal-office', 'cal-never'].map((id) => ({ id, name: id })),
      agents: ['a-dewi', 'a-budi'].map((id) => ({ id, name: id })),
      teams: ['t-1', 't-2'].map((id) => ({ id, name: id })),
      flows: ['f0', 'f1', 'f2', 'f3'].map((id) => ({ id, name: id, isLive: true })),
    };
    fc.assert(
      fc.property(arbitraryFlows, (flows) => {
        for (const { flow } of flows) {
          const errors = checkFlow(flow, references).filter(({ severity }) => severity === 'error');
          expect(errors.filter(({ code }) => code !== 'CONFLICTING_WRITES')).toEqual([]);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(100) },
    );
  });
});
