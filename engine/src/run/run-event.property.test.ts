import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, hasErrors } from '../compile/check-flow.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import { arbitraryFacts } from '../conditions/condition-arbitrary.test-support.ts';
import type { Facts } from '../facts/fact-value.ts';
import { PROPERTY_SEED } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { Effect } from '../nodes/effect.ts';
import { arbitraryFlows } from './flow-arbitrary.test-support.ts';
import { type NaiveFlow, naiveRun } from './naive-run.test-support.ts';
import { runEvent } from './run-event.ts';
import type { RunOutcome } from './run-outcome.ts';

const type = fc.constantFrom('ticketCreated', 'ticketSolved');

function run(flows: readonly NaiveFlow[], eventType: 'ticketCreated' | 'ticketSolved', facts: Facts): RunOutcome {
  const program = linkProgram(
    flows.map(({ flow, ...identity }) => compileFlow(flow, { ...identity, versionId: `${identity.flowId}v1` })),
  );
  const event = { type: eventType, ticketId: 'k1', actor: { kind: 'customer' } } as const;
  return runEvent(program, event, facts, { nowMs: 0, seed: 's', timeZone: 'UTC' });
}

function shuffled<T>(items: readonly T[], random: number): T[] {
  return [...items]
    .sort((a, b) => {
      const key = (item: T) => (JSON.stringify(item).length * 7919 + random) % 101;
      return key(a) - key(b);
    })
    .reverse();
}

function effectTexts(outcome: RunOutcome, facts: Facts): readonly string[] {
  let tags = facts['ticket.tags'];
  return outcome.effects.map((effect: Effect) => {
    const source = `${outcome.runs[effect.runIndex]?.flowId}/${effect.nodeId}`;
    if (effect.type === 'setField') return `${source} ${effect.field}=${JSON.stringify(effect.value)}`;
    if (effect.type !== 'setTags') return `${source} ${effect.type}`;
    const before = Array.isArray(tags) ? tags : [];
    tags = [...before.filter((tag: string) => !effect.removed.includes(tag)), ...effect.added].sort();
    return `${source} ticket.tags=${JSON.stringify(tags.length > 0 ? tags : null)}`;
  });
}

const lowerTags = arbitraryFacts.map((facts): Facts => {
  const tags = facts['ticket.tags'];
  return { ...facts, 'ticket.tags': Array.isArray(tags) ? tags.map((tag: string) => tag.toLowerCase()) : null };
});

describe('runEvent', () => {
  it('does what a plain walk over the drawings does', () => {
    fc.assert(
      fc.property(arbitraryFlows, type, lowerTags, (flows, eventType, facts) => {
        const outcome = run(flows, eventType, facts);
        const naive = naiveRun(flows, eventType, facts);
        expect(outcome.events.map(({ event }) => event.type)).toEqual(naive.eventTypes);
        expect(outcome.runs.map(({ flowId, steps }) => `${flowId}: ${steps.map((s) => s.nodeId).join(' ')}`)).toEqual(
          naive.runs,
        );
        expect(effectTexts(outcome, facts)).toEqual(naive.effects);
        expect(outcome.facts).toEqual(naive.facts);
      }),
      { seed: PROPERTY_SEED, numRuns: 1500 },
    );
  });

  it('gives the same bytes whatever the order of flows, nodes and edges', () => {
    fc.assert(
      fc.property(arbitraryFlows, type, arbitraryFacts, fc.nat(), (flows, eventType, facts, random) => {
        const shuffledFlows = shuffled(flows, random).map((live) => ({
          ...live,
          flow: {
            ...live.flow,
            nodes: shuffled(live.flow.nodes, random),
            edges: shuffled(live.flow.edges, random),
          },
        }));
        expect(JSON.stringify(run(shuffledFlows, eventType, facts))).toBe(JSON.stringify(run(flows, eventType, facts)));
      }),
      { seed: PROPERTY_SEED, numRuns: 500 },
    );
  });

  it('runs a version at most once, and leaves its inputs as they were', () => {
    fc.assert(
      fc.property(arbitraryFlows, type, arbitraryFacts, (flows, eventType, facts) => {
        const before = JSON.stringify([flows, facts]);
        const versions = run(flows, eventType, facts).runs.map(({ versionId }) => versionId);
        expect(new Set(versions).size).toBe(versions.length);
        expect(JSON.stringify([flows, facts])).toBe(before);
      }),
      { seed: PROPERTY_SEED, numRuns: 300 },
    );
  });

  it('is tried here on flows without errors', () => {
    fc.assert(
      fc.property(arbitraryFlows, (flows) => {
        for (const { flow } of flows) expect(hasErrors(checkFlow(flow, workspace))).toBe(false);
      }),
      { seed: PROPERTY_SEED, numRuns: 100 },
    );
  });
});
