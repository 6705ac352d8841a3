import { describe, expect, it } from 'vitest';
import type { Condition } from '../../conditions/condition.ts';
import type { TicketEventType } from '../../facts/event.ts';
import { EVENT_FACTS } from '../../nodes/behaviour.ts';
import type { Pipeline } from '../compile-flow.ts';
import { ask, type Drawn, drawn, onCreated, stop, tag } from '../drawn-flow.test-support.ts';
import { type ConjunctionSlot, dimensionName, slotsOf } from './conjunction-slot.ts';
import { asking, pipelineOf } from './pipelines.test-support.ts';

/** What a slot asks about, and what is to be verified of it. */
function said({ demands, verification }: ConjunctionSlot): string {
  const asked = [...demands.keys()].join(', ');
  if (!verification) return asked;
  const { open, trigger, isWalked } = verification;
  const opened = open.map(({ literal }) => literal.comparison.op);
  return `${asked} ? ${[...opened, ...(trigger ? [trigger.nodeId] : []), ...(isWalked ? ['walk'] : [])].join(', ')}`;
}

function slots(pipeline: Pipeline, type: TicketEventType = 'ticketCreated'): readonly string[] {
  const found = slotsOf(pipeline, type);
  for (const slot of found) {
    expect(slot.pipeline).toBe(pipeline);
    expect(slot.verification?.pipeline ?? pipeline).toBe(pipeline);
  }
  return found.map(said);
}

function of(condition: Condition): readonly string[] {
  return slots(asking('f', condition));
}

const is = (fact: string, value: unknown) => ({ fact, op: 'is', value }) as const;
const holds = (fact: string, op: 'contains' | 'startsWith' | 'endsWith', value: string) =>
  ({ fact, op, value }) as const;
const found = ask('f', 'a', 'is', 1);
const act = tag('x', 'y');

describe('slotsOf', () => {
  it('gives each conjunction a slot, which the index decides where it can', () => {
    expect(of(is('a', 1))).toEqual(['fact a']);
    expect(of({ any: [is('a', 1), { all: [is('a', 2), is('b', 1)] }] })).toEqual(['fact a', 'fact a, fact b']);
    expect(slots(pipelineOf('f', drawn([onCreated, act], 't.then>x')))).toEqual(['']);
    expect(slots(pipelineOf('f', drawn([onCreated, stop], 't.then>s')))).toEqual([]);
    expect(slots(asking('f', is('a', 1)), 'ticketSolved')).toEqual([]);
  });

  it('has one demand of each dimension, whatever is asked of it', () => {
    const [slot] = slotsOf(
      asking('f', { all: [is('a', 1), { fact: 'a', op: 'lessThan', value: 3 }] }),
      'ticketCreated',
    );
    const { key, demand } = slot?.demands.get('fact a') ?? {};
    expect(key).toEqual({ source: 'fact', fact: 'a' });
    expect(demand?.points).toEqual([1, 3]);
    expect(demand?.numbers).toEqual([false, true, false, false, false]);
    expect(
      of({ all: [is('a', 1), { fact: 'a', op: 'changedTo', value: 1 }, { fact: 'a', op: 'withinLast', value: 9 }] }),
    ).toEqual(['fact a, after a, age a']);
  });

  it('gives each thing that is looked for in one fact rows of its own', () => {
    const three = [holds('a', 'startsWith', 're'), holds('a', 'contains', 'fun'), holds('a', 'endsWith', 'd')];
    expect(of({ all: [...three, holds('b', 'contains', 'x')] })).toEqual(['fact a, fact a 2, fact a 3, fact b']);
    expect(of({ all: [holds('a', 'contains', 'x'), { not: holds('a', 'contains', 'y') }, is('a', 'z')] })).toEqual([
      'fact a ? contains',
    ]);
    const banned = { not: holds('a', 'contains', 'z') };
    expect(of({ all: [banned, holds('a', 'contains', 'x'), holds('a', 'contains', 'y')] })).toEqual([
      'fact a, fact a 2',
    ]);
    const none = { fact: 'a', op: 'containsNoneOf', value: ['x'] } as const;
    expect(of({ all: [none, none, holds('a', 'contains', 'y')] })).toEqual(['fact a']);
    expect(of({ all: [{ not: none }, { not: none }] })).toEqual(['fact a, fact a 2']);
    const all = { fact: 'a', op: 'containsAllOf', value: ['x'] } as const;
    expect(of({ all: [all, all, { not: is('a', 1) }] })).toEqual(['fact a, fact a 2']);
    const matches = { fact: 'a', op: 'matches', value: 'x' } as const;
    expect(of({ all: [matches, matches] })).toEqual(['fact a ? matches, matches']);
  });

  it('verifies what the index leaves open', () => {
    expect(of({ all: [{ fact: 'a', op: 'matches', value: 'x' }, is('b', 1)] })).toEqual(['fact a, fact b ? matches']);
  });

  it('asks the trigger where what it needs does not say all', () => {
    const created: Drawn = ['t', 'trigger.ticketCreated', { channels: ['email'] }];
    const nodes = [created, found, act];
    expect(slots(pipelineOf('f', drawn(nodes, 't.then>f', 'f.yes>x')))).toEqual(['fact ticket.channel, fact a ? t']);
    const { triggers, ...rest } = pipelineOf('f', drawn([onCreated, act], 't.then>x'));
    const unknown = { ...rest, triggers: triggers.map((trigger) => ({ ...trigger, need: null })) };
    expect(slots(unknown)).toEqual([' ? t']);
  });

  it('walks the way where branches meet, or where triggers begin at different steps', () => {
    const fork: Drawn = ['p', 'control.parallel', { actions: [] }];
    expect(slots(pipelineOf('f', drawn([onCreated, fork, found, act], 't.then>p', 'p.done>f', 'f.yes>x')))).toEqual([
      'fact a ? walk',
    ]);
    const replied = (id: string): Drawn => [id, 'trigger.ticketReplied', { by: 'customer' }];
    const nodes = [replied('t'), replied('u'), found, act];
    const needs = `event ${EVENT_FACTS.actor}`;
    const apart = pipelineOf('f', drawn(nodes, 't.then>f', 'u.then>x', 'f.yes>x'));
    expect(slots(apart, 'ticketReplied')).toEqual([`${needs}, fact a ? walk`, `${needs} ? walk`]);
    const together = pipelineOf('f', drawn(nodes, 't.then>f', 'u.then>f', 'f.yes>x'));
    expect(slots(together, 'ticketReplied')).toEqual([`${needs}, fact a`, `${needs}, fact a`]);
    const nowhere = pipelineOf('f', drawn(nodes, 'u.then>f', 'f.yes>x'));
    expect(slots(nowhere, 'ticketReplied')).toEqual([`${needs}, fact a ? walk`]);
  });

  it('shares what several conjunctions ask alike', () => {
    const several = { all: [is('a', 1), { any: [is('b', 1), is('b', 2)] }] };
    const demands = slotsOf(asking('f', several), 'ticketCreated').map((slot) => slot.demands.get('fact a')?.demand);
    expect(demands.length).toBe(2);
    expect(demands[0]).toBe(demands[1]);
  });
});

describe('dimensionName', () => {
  it('tells sources and facts apart', () => {
    expect(dimensionName({ source: 'before', fact: 'ticket.level' })).toBe('before ticket.level');
  });
});
