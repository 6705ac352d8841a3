import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../compile/check-program.ts';
import type { ProgramIssue } from '../compile/program-world.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import { foldText } from '../facts/fold-text.ts';
import type { FlowNode } from '../flow/flow.ts';
import { isNightly, PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { type FlowPair, flowPairs, type Happening, happenings, player } from './flow-pairs.test-support.ts';
import type { RunOutcome } from './run-outcome.ts';

const RUNS = propertyRuns(isNightly ? 20_000 : 2000);
/** In how many pairs it is counted what is noticed, which takes every event of each. */
const MEASURED = propertyRuns(isNightly ? 5000 : 500);
const references = { ...workspace, slaPolicies: [] };

function saidOf(pair: FlowPair, code: ProgramIssue['code']): readonly ProgramIssue[] {
  return checkProgram(pair.flows, { references }).filter((issue) => issue.code === code);
}

/** A step that wrote a field in a run: the value it left there, of tags what it gave and took. */
interface Written {
  readonly nodeId: string;
  readonly fact: string;
  readonly value: FactValue | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What the steps of a flow wrote on the event itself, in order. */
function writtenBy(flowId: string, pair: FlowPair, { runs }: RunOutcome, facts: Facts): readonly Written[] {
  const nodes = new Map(pair.flows.find((one) => one.flowId === flowId)?.flow.nodes.map((node) => [node.id, node]));
  const values: Record<string, FactValue | null | undefined> = { ...facts };
  return runs
    .filter(({ eventIndex }) => eventIndex === 0)
    .flatMap((run) =>
      run.steps.flatMap(({ nodeId, changes = {} }) => {
        for (const [fact, { to }] of Object.entries(changes)) values[fact] = to;
        const node = nodes.get(nodeId);
        if (run.flowId !== flowId || !node) return [];
        const { add = [], remove = [] } = node.config as { add?: string[]; remove?: string[] };
        const [added, removed] = [add.map(foldText), remove.map(foldText)];
        return fieldsOf(node).map((fact) => ({ nodeId, fact, value: values[fact] ?? null, added, removed }));
      }),
    );
}

function fieldsOf({ kind, config }: FlowNode): readonly string[] {
  if (kind === 'action.setFields') return Object.keys(config.fields as object);
  if (kind === 'action.tags') return ['ticket.tags'];
  return kind.startsWith('action.') ? ['ticket.assignee'] : [];
}

/** Whether the later of two writes undoes what the earlier one left. */
function undoes(later: Written, earlier: Written): boolean {
  if (later.fact !== earlier.fact) return false;
  if (later.fact !== 'ticket.tags') return later.value !== earlier.value;
  const meets = (a: readonly string[], b: readonly string[]) => a.some((tag) => b.includes(tag));
  return meets(earlier.added, later.removed) || meets(earlier.removed, later.added);
}

/** As `fact step`: what the second flow sets otherwise than the first one left it, on one event of one ticket. */
function conflictsIn(pair: FlowPair, outcome: RunOutcome, { facts }: Happening): readonly string[] {
  const first = writtenBy('first', pair, outcome, facts);
  const left = first.filter(
    ({ fact }, index) => fact === 'ticket.tags' || !first.slice(index + 1).some((later) => later.fact === fact),
  );
  return writtenBy('second', pair, outcome, facts)
    .filter((later) => left.some((earlier) => undoes(later, earlier)))
    .map(({ fact, nodeId }) => `${fact} ${nodeId}`);
}

describe('what checkProgram says of flows that set the same field', () => {
  const pairs = flowPairs({ isMeeting: true });
  it('is never wrong: there is a ticket on which the later flow sets it otherwise than the earlier one left it', () => {
    let said = 0;
    fc.assert(
      fc.property(pairs, (pair) => {
        const claims = new Set(
          saidOf(pair, 'FLOWS_SET_SAME_FIELD').map(({ params, nodeId }) => `${params.fact} ${nodeId}`),
        );
        said += claims.size;
        if (claims.size === 0) return;
        const play = player(pair.flows);
        for (const happening of happenings(pair.facts)) {
          for (const conflict of conflictsIn(pair, play(happening), happening)) claims.delete(conflict);
          if (claims.size === 0) return;
        }
        expect([...claims]).toEqual([]);
      }),
      { seed: PROPERTY_SEED, numRuns: RUNS },
    );
    expect(said).toBeGreaterThan(0.1 * RUNS);
  }, 600_000);

  it('leaves out few of them', () => {
    let real = 0;
    let noticed = 0;
    for (const pair of fc.sample(pairs, { seed: PROPERTY_SEED, numRuns: MEASURED })) {
      const play = player(pair.flows);
      const facts = new Set<string>();
      for (const happening of happenings(pair.facts)) {
        for (const conflict of conflictsIn(pair, play(happening), happening)) facts.add(conflict.split(' ')[0] ?? '');
      }
      const claims = new Set(saidOf(pair, 'FLOWS_SET_SAME_FIELD').map(({ params }) => params.fact));
      real += facts.size;
      noticed += [...facts].filter((fact) => claims.has(fact)).length;
    }
    expect(real).toBeGreaterThan(0.05 * MEASURED);
    expect(noticed / real).toBeGreaterThanOrEqual(0.8);
  }, 600_000);
});

/** The events of one flow alone that a step of it raised by changing fields, with the facts once the flow is done. */
function raisedBy(nodeId: string, { runs, events, facts }: RunOutcome): readonly Happening[] {
  const changes = runs
    .flatMap(({ steps }) => steps.filter((step) => step.nodeId === nodeId))
    .map((step) => step.changes);
  return events
    .filter(({ depth }) => depth === 1)
    .filter(({ event }) =>
      Object.entries(event.changes ?? {}).every(([fact, { to }]) => changes.some((own) => own?.[fact]?.to === to)),
    )
    .map(({ event }) => ({ event, facts }));
}

function stepsOf({ runs }: RunOutcome): readonly string[] {
  return runs.filter(({ eventIndex }) => eventIndex === 0).flatMap(({ steps }) => steps.map(({ nodeId }) => nodeId));
}

/**
 * As `step otherStep`: rounds that begin with this happening, each flow played on its own. The first flow's step raises
 * an event on which the second comes to a step that raises one on which the first comes to its step again.
 */
function roundsIn(happening: Happening, plays: ReturnType<typeof playersOf>): readonly string[] {
  const rounds: string[] = [];
  const begun = plays[0](happening);
  for (const first of stepsOf(begun)) {
    for (const raised of raisedBy(first, begun)) {
      const answered = plays[1](raised);
      for (const second of stepsOf(answered)) {
        const goesRound = raisedBy(second, answered).some((back) => stepsOf(plays[0](back)).includes(first));
        if (goesRound) rounds.push(`${first} ${second}`);
      }
    }
  }
  return rounds;
}

function playersOf({ flows: [one, other] }: FlowPair) {
  return [player([one]), player([other])] as const;
}

describe('what checkProgram says of flows that trigger each other', () => {
  const pairs = flowPairs({ isMeeting: false });
  it('is never wrong: there is a ticket on which each of them starts the other', () => {
    let said = 0;
    fc.assert(
      fc.property(pairs, (pair) => {
        const claims = new Set(
          saidOf(pair, 'FLOWS_TRIGGER_EACH_OTHER').map(({ params, nodeId }) => `${nodeId} ${params.otherNode}`),
        );
        said += claims.size;
        if (claims.size === 0) return;
        const plays = playersOf(pair);
        for (const happening of happenings(pair.facts)) {
          for (const round of roundsIn(happening, plays)) claims.delete(round);
          if (claims.size === 0) return;
        }
        expect([...claims]).toEqual([]);
      }),
      { seed: PROPERTY_SEED, numRuns: RUNS },
    );
    expect(said).toBeGreaterThan(0.03 * RUNS);
  }, 600_000);

  it('leaves out few of them', () => {
    let real = 0;
    let noticed = 0;
    for (const pair of fc.sample(pairs, { seed: PROPERTY_SEED, numRuns: MEASURED })) {
      const plays = playersOf(pair);
      const isRound = [...happenings(pair.facts)].some((happening) => roundsIn(happening, plays).length > 0);
      if (!isRound) continue;
      real += 1;
      noticed += saidOf(pair, 'FLOWS_TRIGGER_EACH_OTHER').length;
    }
    expect(real).toBeGreaterThan(0.05 * MEASURED);
    expect(noticed / real).toBeGreaterThanOrEqual(0.8);
  }, 600_000);
});
