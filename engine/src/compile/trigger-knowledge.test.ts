import { describe, expect, it } from 'vitest';
import { canBeBoth, type Knowledge, NOTHING_KNOWN } from '../conditions/reasoning/knowledge.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { type Drawn, drawn, stop } from './drawn-flow.test-support.ts';
import { readFlow } from './read-flow.ts';
import { knowAtTrigger, meetTrigger } from './trigger-knowledge.ts';

const PRIORITY = 'ticket.priority';

/** The priorities a ticket may have, and those it may have changed to. */
function met(trigger: Drawn, left: Knowledge | 'high' | 'low', overwritten: readonly string[] | null) {
  const flow = drawn([trigger, stop], 't.then>s');
  const read = readFlow(flow, flowCatalogue(flow, workspace));
  const know = (op: 'is' | 'changedTo', value: string) =>
    read.knowledgeOf({ fact: PRIORITY, op, value }) ?? NOTHING_KNOWN;
  const known = typeof left === 'string' ? know('is', left) : left;
  const [own] = read.pipeline.triggers;
  const state = { known, isExact: true, overwritten: overwritten && new Set(overwritten) };
  const found = own && meetTrigger(read, own, state);
  if (!found) return null;
  expect(found).toEqual({ ...state, known: found.known });
  const may = (op: 'is' | 'changedTo') => ['low', 'high'].filter((value) => canBeBoth(found.known, know(op, value)));
  return `${may('is').join(' ')} > ${may('changedTo').join(' ')}`;
}

describe('a trigger that is asked after an earlier flow', () => {
  const toHigh: Drawn = ['t', 'trigger.ticketUpdated', { fields: [PRIORITY], to: 'high' }];

  it('fires on what the event says, which the fields say still where nobody wrote them', () => {
    expect(met(toHigh, NOTHING_KNOWN, [])).toBe('high > high');
    expect(met(toHigh, 'high', [])).toBe('high > high');
    expect(met(toHigh, 'low', [])).toBeNull();
    expect(met(toHigh, [], [])).toBeNull();
  });

  it('fires where the earlier flow wrote another value, for the event stays as it is', () => {
    expect(met(toHigh, 'low', [PRIORITY])).toBe('low > high');
    expect(met(toHigh, 'low', ['ticket.severity'])).toBeNull();
  });

  it('says nothing of what is at another time', () => {
    expect(met(toHigh, 'low', null)).toBe('low > low high');
  });
});

it('of a trigger whose config says nothing, nothing is known', () => {
  const flow = drawn([['t', 'trigger.manual', {}], stop], 't.then>s');
  const read = readFlow(flow, flowCatalogue(flow, workspace));
  expect(read.pipeline.triggers.map((trigger) => knowAtTrigger(read, trigger))).toEqual([NOTHING_KNOWN]);
});
