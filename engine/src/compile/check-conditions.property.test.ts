import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConditionInput, evaluateCondition } from '../conditions/compile-condition.ts';
import type { Condition } from '../conditions/condition.ts';
import type { FactValue } from '../facts/fact-value.ts';
import { readFact } from '../facts/fact-value.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlow } from './check-flow.ts';
import { FIELD_ACTIONS, flowsAbout, forbiddenBy, ticketsOf } from './small-flow.test-support.ts';

const FACTS = ['ticket.priority', 'ticket.severity', 'ticket.tags', 'ticket.custom.amount', 'contact.isVip'];

interface Walk {
  /** `node/port` in the order passed. */
  readonly places: readonly string[];
  readonly isRouted: boolean;
}

/** A walk over the drawing itself; it shares no code with what reasons about it. */
function walk(flow: Flow, input: ConditionInput): Walk {
  const facts: Record<string, FactValue | null | undefined> = { ...input.facts };
  const places: string[] = [];
  let isRouted = false;
  let node = next(flow, 'n0', 'then');
  while (node) {
    const port = portTaken(node, { ...input, facts });
    const { fields, add, remove } = node.config as {
      fields?: Record<string, FactValue>;
      add?: string[];
      remove?: string[];
    };
    Object.assign(facts, fields);
    if (add && remove) {
      const tags = (readFact(facts, 'ticket.tags') ?? []) as readonly string[];
      const lower = (tag: string) => tag.toLowerCase();
      facts['ticket.tags'] = [...tags, ...add].filter((tag) => !remove.map(lower).includes(lower(tag)));
    }
    if (node.kind === 'action.route' || node.kind === 'action.assign' || node.kind === 'control.stop') isRouted = true;
    places.push(`${node.id}/${port}`);
    node = next(flow, node.id, port);
  }
  return { places, isRouted };
}

function portTaken({ kind, config }: FlowNode, input: ConditionInput): string {
  if (kind === 'filter.condition') return evaluateCondition(config.condition as Condition, input).holds ? 'yes' : 'no';
  if (kind !== 'filter.switch') return kind === 'control.stop' ? '' : 'done';
  const cases = config.cases as { id: string; condition: Condition }[];
  return cases.find(({ condition }) => evaluateCondition(condition, input).holds)?.id ?? 'otherwise';
}

function next(flow: Flow, nodeId: string, port: string): FlowNode | undefined {
  const edge = flow.edges.find(({ from }) => from.node === nodeId && from.port === port);
  return flow.nodes.find(({ id }) => id === edge?.to.node);
}

const flows = flowsAbout(FACTS, FIELD_ACTIONS);

describe('what checkFlow says of conditions on their paths', () => {
  it('is never wrong: no ticket ever takes a way that is said to be impossible', () => {
    let said = 0;
    fc.assert(
      fc.property(flows, (flow) => {
        const walks = ticketsOf(flow).map((input) => walk(flow, input));
        for (const issue of checkFlow(flow, workspace)) {
          const place = forbiddenBy(issue, flow);
          if (!place) continue;
          said += 1;
          expect(walks.filter(({ places }) => places.includes(place))).toEqual([]);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) },
    );
    expect(said).toBeGreaterThan(0.3 * propertyRuns(1000));
  }, 60_000);

  it('is never wrong about tickets that fall to no route: there is one that leaves there without', () => {
    let said = 0;
    fc.assert(
      fc.property(flows, (flow) => {
        const walks = ticketsOf(flow).map((input) => walk(flow, input));
        for (const { code, nodeId = '', params } of checkFlow(flow, workspace)) {
          if (code !== 'UNROUTED_TICKETS') continue;
          said += 1;
          const place = `${nodeId}/${params.port}`;
          expect(walks.some(({ places, isRouted }) => !isRouted && places.at(-1) === place)).toBe(true);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) },
    );
    expect(said).toBeGreaterThan(0.01 * propertyRuns(1000));
  }, 60_000);

  it('notices most ways that nobody takes', () => {
    let empty = 0;
    let noticed = 0;
    for (const flow of fc.sample(flows, { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) })) {
      const walks = ticketsOf(flow).map((input) => walk(flow, input));
      const issues = checkFlow(flow, workspace);
      const said = new Set(issues.map((issue) => forbiddenBy(issue, flow)));
      const passed = new Set(walks.flatMap(({ places }) => places));
      for (const { id, kind } of flow.nodes.filter((node) => node.kind === 'filter.condition')) {
        const taken = ['yes', 'no'].filter((port) => passed.has(`${id}/${port}`));
        if (kind !== 'filter.condition' || taken.length !== 1) continue;
        empty += 1;
        noticed += Number(said.has(`${id}/${taken[0] === 'yes' ? 'no' : 'yes'}`));
      }
    }
    expect(empty).toBeGreaterThan(0.15 * propertyRuns(1000));
    expect(noticed / empty).toBeGreaterThanOrEqual(0.85);
  }, 60_000);
});
