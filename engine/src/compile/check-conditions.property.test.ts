import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConditionInput, evaluateCondition } from '../conditions/compile-condition.ts';
import type { Condition } from '../conditions/condition.ts';
import { conditionsAbout, factsOf, worlds } from '../conditions/reasoning/small-world.test-support.ts';
import type { FactValue } from '../facts/fact-value.ts';
import { readFact } from '../facts/fact-value.ts';
import { EMPTY_FLOW, type Flow, type FlowEdge, type FlowNode } from '../flow/flow.ts';
import type { IssueCode } from '../flow/issue.ts';
import { PROPERTY_SEED } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { checkFlow } from './check-flow.ts';

const FACTS = ['ticket.priority', 'ticket.severity', 'ticket.tags', 'ticket.custom.amount', 'contact.isVip'];

interface Told {
  readonly kind: string;
  readonly config: Record<string, unknown>;
  readonly ports: readonly string[];
}

function told(kind: string, config: Record<string, unknown>, ...ports: string[]): Told {
  return { kind, config, ports };
}

const ACTIONS = fc.constantFrom(
  told('action.setFields', { fields: { 'ticket.priority': 'high' } }, 'done'),
  told('action.setFields', { fields: { 'ticket.severity': 'major', 'ticket.custom.amount': 2 } }, 'done'),
  told('action.setFields', { fields: { 'ticket.severity': null } }, 'done'),
  told('action.tags', { add: ['VIP'], remove: ['refund'] }, 'done'),
  told('action.tags', { add: [], remove: ['vip', 'refund', 'x'] }, 'done'),
  told('action.tags', { add: ['refund'], remove: [] }, 'done'),
  told('action.route', { queueId: 'q-pay', requirement: { skills: [] } }, 'done'),
  told('action.assign', { agentId: 'a-dewi' }, 'done'),
  told('control.stop', { laterFlows: false }),
);

function steps(facts: readonly string[]): fc.Arbitrary<readonly Told[]> {
  const condition = conditionsAbout(facts);
  const filter = condition.map((asked) => told('filter.condition', { condition: asked }, 'yes', 'no'));
  const cases = fc.array(condition, { minLength: 1, maxLength: 3 });
  const fork = cases.map((asked) =>
    told(
      'filter.switch',
      { cases: asked.map((one, index) => ({ id: `c${index}`, condition: one })) },
      ...asked.map((_, index) => `c${index}`),
      'otherwise',
    ),
  );
  return fc.array(fc.oneof(filter, fork, ACTIONS), { minLength: 1, maxLength: 6 });
}

const TRIGGERS = fc.constantFrom(
  told('trigger.ticketCreated', {}, 'then'),
  told('trigger.ticketUpdated', { fields: ['ticket.priority'], to: 'urgent' }, 'then'),
  told('trigger.ticketUpdated', { fields: ['ticket.priority'], from: 'low' }, 'then'),
);

/** Flows whose ports lead to a later step, or nowhere. */
const flows: fc.Arbitrary<Flow> = fc
  .uniqueArray(fc.constantFrom(...FACTS), { minLength: 1, maxLength: 2 })
  .chain((facts) =>
    fc.record({ trigger: TRIGGERS, steps: steps(facts), leaps: fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }) }),
  )
  .map(({ trigger, steps: given, leaps }) => {
    const position = { x: 0, y: 0 };
    const all = [trigger, ...given];
    const nodes: FlowNode[] = all.map(({ kind, config }, index) => ({ id: `n${index}`, kind, position, config }));
    let draw = 0;
    const edges = all.flatMap(({ ports }, index) =>
      ports.flatMap((port): FlowEdge[] => {
        const target = nodes[index + 1 + (index === 0 ? 0 : (leaps[draw++ % leaps.length] ?? 0))];
        return target ? [{ id: `${index}${port}`, from: { node: `n${index}`, port }, to: { node: target.id } }] : [];
      }),
    );
    return { ...EMPTY_FLOW, nodes, edges };
  });

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

/** Every walk through the flow of every ticket for which its trigger can fire. */
function allWalks(flow: Flow): readonly Walk[] {
  const trigger = flow.nodes[0];
  const isCreated = trigger?.kind === 'trigger.ticketCreated';
  const implied = trigger && nodeDefinition(trigger.kind)?.implies(trigger.config);
  const asked = flow.nodes.flatMap(({ config: { condition, cases } }) => [
    ...(condition ? factsOf(condition as Condition) : []),
    ...((cases ?? []) as { condition: Condition }[]).flatMap((one) => factsOf(one.condition)),
  ]);
  const facts = new Set(
    isCreated ? asked.filter((fact) => fact !== 'change') : [...asked, 'change', 'ticket.priority'],
  );
  const walks: Walk[] = [];
  for (const input of worlds(facts)) {
    if (!implied || evaluateCondition(implied, input).holds) walks.push(walk(flow, input));
  }
  return walks;
}

function forbidden(flow: Flow, code: IssueCode, nodeId: string, path: readonly (string | number)[]): string | null {
  const index = path[2];
  const port = typeof index === 'number' ? `c${index}` : 'yes';
  if (code === 'CONDITION_NEVER_HOLDS' || code === 'SHADOWED_CASE') return `${nodeId}/${port}`;
  if (code !== 'CONDITION_ALWAYS_HOLDS') return null;
  return `${nodeId}/${flow.nodes.find(({ id }) => id === nodeId)?.kind === 'filter.switch' ? 'otherwise' : 'no'}`;
}

describe('what checkFlow says of conditions on their paths', () => {
  it('is never wrong: no ticket ever takes a way that is said to be impossible', () => {
    let said = 0;
    fc.assert(
      fc.property(flows, (flow) => {
        const walks = allWalks(flow);
        for (const { code, nodeId = '', path } of checkFlow(flow, workspace)) {
          const place = forbidden(flow, code, nodeId, path);
          if (!place) continue;
          said += 1;
          expect(walks.filter(({ places }) => places.includes(place))).toEqual([]);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: 1500 },
    );
    expect(said).toBeGreaterThan(500);
  }, 30_000);

  it('is never wrong about tickets that fall to no route: there is one that leaves there without', () => {
    let said = 0;
    fc.assert(
      fc.property(flows, (flow) => {
        const walks = allWalks(flow);
        for (const { code, nodeId = '', params } of checkFlow(flow, workspace)) {
          if (code !== 'UNROUTED_TICKETS') continue;
          said += 1;
          const place = `${nodeId}/${params.port}`;
          expect(walks.some(({ places, isRouted }) => !isRouted && places.at(-1) === place)).toBe(true);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: 1500 },
    );
    expect(said).toBeGreaterThan(50);
  }, 30_000);

  it('notices most ways that nobody takes', () => {
    let empty = 0;
    let noticed = 0;
    for (const flow of fc.sample(flows, { seed: PROPERTY_SEED, numRuns: 1000 })) {
      const walks = allWalks(flow);
      const issues = checkFlow(flow, workspace);
      const said = new Set(issues.map(({ code, nodeId = '', path }) => forbidden(flow, code, nodeId, path)));
      const passed = new Set(walks.flatMap(({ places }) => places));
      for (const { id, kind } of flow.nodes.filter((node) => node.kind === 'filter.condition')) {
        const taken = ['yes', 'no'].filter((port) => passed.has(`${id}/${port}`));
        if (kind !== 'filter.condition' || taken.length !== 1) continue;
        empty += 1;
        noticed += Number(said.has(`${id}/${taken[0] === 'yes' ? 'no' : 'yes'}`));
      }
    }
    console.info('one-sided conditions noticed:', noticed, 'of', empty);
    expect(empty).toBeGreaterThan(150);
    expect(noticed / empty).toBeGreaterThanOrEqual(0.9);
  }, 30_000);
});
