import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Pipeline } from '../compile-flow.ts';
import { linkProgram, type Program, relinkProgram } from '../link-program.ts';
import { matchFlows } from './match-flows.ts';
import { arbitraryEvent, arbitraryFacts, arbitraryFlow, CONTEXT } from './matching-arbitrary.test-support.ts';
import { pipelineOf } from './pipelines.test-support.ts';
import { searchInput } from './verify.ts';
import { wouldAct } from './would-act.ts';

const OPTIONS = { seed: PROPERTY_SEED, numRuns: propertyRuns(800) };

function found(program: Program, event: TicketEvent, facts: Facts): readonly string[] {
  return matchFlows(program, event, facts, CONTEXT).map(({ flowId }) => flowId);
}

/** Every listening flow walked on its own. */
function walked(program: Program, event: TicketEvent, facts: Facts): readonly string[] {
  const input = searchInput(event, facts, CONTEXT);
  return program.pipelines.filter((pipeline) => wouldAct(pipeline, input)).map(({ flowId }) => flowId);
}

const asked = fc.array(fc.tuple(arbitraryEvent, arbitraryFacts), { minLength: 1, maxLength: 12 });

describe('matchFlows', { timeout: 60_000 }, () => {
  it('finds exactly the flows that act, in running order, whatever they ask', () => {
    let matches = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(arbitraryFlow, fc.nat(3)), { maxLength: 12 }), asked, (flows, questions) => {
        const program = linkProgram(flows.map(([flow, position], index) => pipelineOf(`f${index}`, flow, position)));
        for (const [event, facts] of questions) {
          const expected = walked(program, event, facts);
          matches += expected.length;
          expect(found(program, event, facts)).toEqual(expected);
        }
      }),
      OPTIONS,
    );
    // Else it would say little.
    expect(matches).toBeGreaterThan(0.6 * OPTIONS.numRuns);
  });

  it('finds the same in a program that was changed again and again, and in those before', () => {
    const change = fc.record({
      put: fc.array(fc.tuple(fc.nat(9), arbitraryFlow, fc.nat(3)), { maxLength: 3 }),
      remove: fc.array(fc.nat(9), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), asked, (changes, questions) => {
        let program = linkProgram([]);
        let live = new Map<string, Pipeline>();
        const history: { program: Program; live: ReadonlyMap<string, Pipeline> }[] = [];
        for (const { put, remove } of changes) {
          live = new Map(live);
          for (const id of remove) live.delete(`f${id}`);
          const pipelines = new Map(
            put.map(([id, flow, position]) => [`f${id}`, pipelineOf(`f${id}`, flow, position)]),
          );
          for (const [id, pipeline] of pipelines) live.set(id, pipeline);
          program = relinkProgram(program, { put: [...pipelines.values()], remove: remove.map((id) => `f${id}`) });
          history.push({ program, live });
        }
        for (const moment of history) {
          const fresh = linkProgram([...moment.live.values()].reverse());
          expect(moment.program.pipelines).toEqual(fresh.pipelines);
          expect(moment.program.byEvent.size).toBe(fresh.byEvent.size);
          for (const [event, facts] of questions) {
            expect(found(moment.program, event, facts)).toEqual(found(fresh, event, facts));
          }
        }
      }),
      { ...OPTIONS, numRuns: propertyRuns(300) },
    );
  });
});
