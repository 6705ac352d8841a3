import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../compile/check-flow.ts';
import { forbiddenBy, type Told, told } from '../compile/small-flow.test-support.ts';
import { conditionsAbout, DOMAINS } from '../conditions/reasoning/small-world.test-support.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';
import { isNightly, PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { type Sketch, sketchedFlow } from './flow.test-support.ts';
import { player } from './flow-pairs.test-support.ts';

const RUNS = propertyRuns(isNightly ? 20_000 : 1500);
const FACTS = ['ticket.priority', 'ticket.severity', 'ticket.custom.amount', 'contact.isVip'];

const ACTIONS: readonly Told[] = [
  told('action.setFields', { fields: { 'ticket.priority': 'high' } }, 'done'),
  told('action.setFields', { fields: { 'ticket.severity': null } }, 'done'),
  told('action.setFields', { fields: { 'ticket.custom.amount': 2 } }, 'done'),
  told('action.note', { text: 'x' }, 'done'),
  told('control.stop', { laterFlows: false }),
  told('control.wait', { until: { type: 'duration', ms: 1, clock: 'calendar' } }, 'elapsed'),
];

function filters(facts: readonly string[]): fc.Arbitrary<Told> {
  return conditionsAbout(facts).map((condition) => told('filter.condition', { condition }, 'yes', 'no'));
}

/** A filter, a fork of two or three short branches, their join, and two filters behind it. */
const flows = fc
  .uniqueArray(fc.constantFrom(...FACTS), { minLength: 1, maxLength: 2 })
  .chain((facts) => {
    const filter = filters(facts);
    const step = fc.oneof({ weight: 3, arbitrary: filter }, { weight: 2, arbitrary: fc.constantFrom(...ACTIONS) });
    const branch = fc.array(step, { minLength: 1, maxLength: 2 });
    return fc.record({
      facts: fc.constant(facts),
      first: filter,
      branches: fc.array(branch, { minLength: 2, maxLength: 3 }),
      waitsFor: fc.constantFrom('all', 'any'),
      behind: fc.tuple(filter, filter),
      // Which ports lead on; the others end there.
      leads: fc.array(fc.constantFrom(true, true, false), { minLength: 20, maxLength: 20 }),
    });
  })
  .map(({ facts, first, branches, waitsFor, behind, leads }) => {
    let draw = 0;
    const onward = ({ ports }: Told, to: string) =>
      ports.filter(() => leads[draw++ % leads.length]).map((port) => `${port}>${to}`);
    const node = (given: Told, to: string): Sketch[string] => [given.kind, { ...given.config }, ...onward(given, to)];
    const names = branches.map((steps, index) => steps.map((_, at) => `b${index}${at}`));
    const sketch: Record<string, Sketch[string]> = {
      t: ['trigger.ticketCreated', {}, 'then>f'],
      f: node(first, 'p'),
      p: ['control.parallel', { actions: [] }, ...names.map(([begin = 'j']) => `done>${begin}`)],
      j: ['control.join', { waitsFor }, 'then>g'],
      g: node(behind[0], 'h'),
      h: [behind[1].kind, { ...behind[1].config }, 'yes>end'],
      end: ['action.note', { text: 'x' }],
    };
    for (const [index, steps] of branches.entries()) {
      for (const [at, step] of steps.entries()) {
        sketch[`b${index}${at}`] = node(step, names[index]?.[at + 1] ?? 'j');
      }
    }
    return { facts, flow: sketchedFlow(sketch) };
  });

function* ticketsOf([fact, ...others]: readonly string[]): Generator<Facts> {
  if (fact === undefined) yield {};
  else for (const value of DOMAINS[fact] ?? []) for (const rest of ticketsOf(others)) yield { [fact]: value, ...rest };
}

/** Every `node/port` that some ticket passes. */
function passedIn(flow: Flow, facts: readonly string[]): ReadonlySet<string> {
  const play = player([{ flowId: 'f', name: 'f', position: 0, stopOnMatch: false, flow }]);
  const event = { type: 'ticketCreated', ticketId: 'k', actor: { kind: 'customer' } } as const;
  const passed = new Set<string>();
  for (const ticket of ticketsOf(facts)) {
    for (const { steps } of play({ event, facts: ticket }).runs) {
      for (const { nodeId, port } of steps) passed.add(`${nodeId}/${port}`);
    }
  }
  return passed;
}

describe('what checkFlow says of conditions behind a join', () => {
  it('no run ever does, whatever the branches ask, write, stop or wait for', () => {
    let said = 0;
    fc.assert(
      fc.property(flows, ({ facts, flow }) => {
        const forbidden = checkFlow(flow, workspace).flatMap((issue) => forbiddenBy(issue, flow) ?? []);
        said += forbidden.filter((place) => place.startsWith('g') || place.startsWith('h')).length;
        if (forbidden.length === 0) return;
        const passed = passedIn(flow, facts);
        expect(forbidden.filter((place) => passed.has(place))).toEqual([]);
      }),
      { seed: PROPERTY_SEED, numRuns: RUNS },
    );
    expect(said).toBeGreaterThan(0.1 * RUNS);
  }, 600_000);

  it('is a good part of what no run does where branches take no time, save of fields they write', () => {
    let empty = 0;
    let noticed = 0;
    for (const { facts, flow } of fc.sample(flows, { seed: PROPERTY_SEED, numRuns: RUNS })) {
      if (
        flow.nodes.some(({ kind, config }) => kind === 'control.wait' || facts.some((fact) => writes(config, fact)))
      ) {
        continue;
      }
      const passed = passedIn(flow, facts);
      const said = new Set(checkFlow(flow, workspace).map((issue) => forbiddenBy(issue, flow)));
      for (const [port, other] of [
        ['yes', 'no'],
        ['no', 'yes'],
      ]) {
        if (passed.has(`g/${port}`) || !passed.has(`g/${other}`)) continue;
        empty += 1;
        noticed += Number(said.has(`g/${port}`));
      }
    }
    expect(empty).toBeGreaterThan(0.05 * RUNS);
    expect(noticed / empty).toBeGreaterThanOrEqual(0.6);
  }, 600_000);
});

function writes({ fields }: FlowNode['config'], fact: string): boolean {
  return typeof fields === 'object' && fields !== null && fact in fields;
}
