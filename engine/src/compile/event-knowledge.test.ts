import { describe, expect, it } from 'vitest';
import { cellOf, MISSING } from '../conditions/reasoning/cell.ts';
import { changeKey } from '../conditions/reasoning/comparison-cells.ts';
import { FROM, NO_VALUE, TO } from '../conditions/reasoning/domain.ts';
import { both, canBeBoth, changeOf, type Knowledge, NOTHING_KNOWN } from '../conditions/reasoning/knowledge.ts';
import { valuesRegion } from '../conditions/reasoning/region.ts';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { knowAsEvent, knowAtEvent, knowRaised, rememberChanges } from './event-knowledge.ts';
import { readFlow } from './read-flow.ts';

const isPaid = { key: 'isPaid', label: 'Paid', type: 'boolean', options: [] } as const;
const references = { ...workspace, customFields: [...workspace.customFields, isPaid] };
const { lookup, knowledgeOf } = readFlow(EMPTY_FLOW, flowCatalogue(EMPTY_FLOW, references));

const PRIORITY = 'ticket.priority';
const STATUS = 'ticket.status';
const TEAM = 'ticket.team';
const PAID = 'ticket.custom.isPaid';
const LEVEL = 'ticket.level';
const AMOUNT = 'ticket.custom.amount';
const VALUES: Readonly<Record<string, readonly (string | boolean | number)[]>> = {
  [PRIORITY]: ['low', 'high', 'urgent'],
  [STATUS]: ['open', 'solved', 'closed'],
  [TEAM]: ['t-1', 't-2'],
  'ticket.assignee': ['a-dewi'],
  [PAID]: [true, false],
  [LEVEL]: [1, 2, 3],
  [AMOUNT]: [1, 2],
};

const is = (fact: string, ...value: readonly unknown[]): Knowledge =>
  value.flatMap((one) =>
    one === null ? [new Map([[fact, MISSING]])] : (knowledgeOf({ fact, op: 'is', value: one }) ?? []),
  );
const side = (fact: string, on: string, value: unknown): Knowledge => {
  const key = value === null ? NO_VALUE : changeKey(value);
  return key === null ? [] : [new Map([[changeOf(fact), cellOf(on, valuesRegion([key]))]])];
};
const from = (fact: string, value: unknown) => side(fact, FROM, value);
const to = (fact: string, value: unknown) => side(fact, TO, value);
/** A change from one of these values, and to any but those. */
const changing = (fact: string, before: readonly string[], never: readonly string[]): Knowledge => {
  const present = new Map([
    [FROM, valuesRegion(before)],
    [TO, valuesRegion(never, true)],
  ]);
  return [new Map([[changeOf(fact), { mayBeMissing: false, present }]])];
};
const unchanged = (fact: string): Knowledge => [new Map([[changeOf(fact), MISSING]])];
const all = (...known: readonly Knowledge[]): Knowledge =>
  known.reduce<Knowledge>((one, other) => both(one, other) ?? one, NOTHING_KNOWN);

/** What a field may be (`-` missing), what it may have changed from and to, and whether it may not have changed. */
function told(known: Knowledge, fact: string): string {
  if (known.length === 0) return 'cannot be';
  const values = [...(VALUES[fact] ?? []), null];
  const may = (of: (value: unknown) => Knowledge) =>
    values
      .filter((value) => canBeBoth(known, of(value)))
      .map((value) => value ?? '-')
      .join(' ');
  const changes = `${may((value) => from(fact, value))} > ${may((value) => to(fact, value))}`;
  const rest = canBeBoth(known, unchanged(fact)) ? ' or same' : '';
  return `${may((value) => is(fact, value))}: ${changes}${rest}`;
}

describe('a change and the value it left', () => {
  const linked = (known: Knowledge, fact: string, facts: readonly string[] = [], isUntouched = true) =>
    told(
      rememberChanges(known, lookup, () => isUntouched, new Set(facts)),
      fact,
    );

  it('say the same, where nobody wrote the field since', () => {
    expect(linked(to(PRIORITY, 'high'), PRIORITY)).toBe('high: low urgent - > high');
    const fromHigh = knowledgeOf({ fact: PRIORITY, op: 'changedFrom', value: 'high' }) ?? [];
    expect(linked(fromHigh, PRIORITY)).toBe('low urgent -: high > low urgent -');
    expect(linked(all(fromHigh, is(PRIORITY, 'high')), PRIORITY)).toBe('cannot be');
    expect(linked(to(TEAM, 't-1'), TEAM)).toBe('t-1: t-2 - > t-1');
    expect(linked(to(TEAM, null), TEAM)).toBe('-: t-1 t-2 > -');
    expect(linked(changing(TEAM, [NO_VALUE], []), TEAM)).toBe('t-1 t-2: - > t-1 t-2');
    expect(linked(changing(TEAM, ['t-1'], [NO_VALUE]), TEAM)).toBe('t-2: t-1 > t-2');
    expect(linked(changing(TEAM, ['t-1', 't-2'], ['t-2']), TEAM)).toBe('t-1 -: t-1 t-2 > t-1 -');
    expect(linked(all(from(PAID, true), to(PAID, true)), PAID)).toBe('cannot be');
    expect(linked(to(PAID, true), PAID)).toBe('true: false - > true');
    const known = all(to(PRIORITY, 'high'), is(PRIORITY, 'low', 'high'));
    expect(linked(known, PRIORITY)).toBe('high: low urgent - > high');
    expect(linked(all(to(PRIORITY, 'high'), is(PRIORITY, 'low')), PRIORITY)).toBe('cannot be');
    expect(linked(all(from(PRIORITY, 'low'), is(PRIORITY, 'low')), PRIORITY)).toBe('cannot be');
    expect(linked(all(from(PRIORITY, 'low'), is(PRIORITY, 'low', 'high')), PRIORITY)).toBe('high: low > high');
  });

  it('say nothing of each other where somebody did', () => {
    expect(linked(to(PRIORITY, 'high'), PRIORITY, [], false)).toBe('low high urgent -: low high urgent - > high');
    expect(linked(all(to(PRIORITY, 'high'), is(PRIORITY, 'low')), PRIORITY, [], false)).toBe(
      'low: low high urgent - > high',
    );
  });

  it('are told apart where there was none', () => {
    const either = [...to(PRIORITY, 'high'), ...unchanged(PRIORITY)];
    expect(linked(all(either, is(PRIORITY, 'low', 'high')), PRIORITY)).toBe('low high: low urgent - > high or same');
    expect(linked(all(either, is(PRIORITY, 'low')), PRIORITY)).toBe('low:  >  or same');
  });

  it('are looked at of further fields where asked', () => {
    const low = is(PRIORITY, 'low');
    expect(linked(low, PRIORITY)).toBe('low: low high urgent - > low high urgent - or same');
    expect(linked(low, PRIORITY, [PRIORITY])).toBe('low: high urgent - > low or same');
    expect(linked(is(PRIORITY, null), PRIORITY, [PRIORITY])).toBe('-: low high urgent > - or same');
    expect(linked(is(PRIORITY, 'low', null), PRIORITY, [PRIORITY])).toBe('low -: low high urgent - > low - or same');
    expect(linked(is(LEVEL, 2), LEVEL, [LEVEL])).toBe('2: 1 3 - > 2 or same');
    const more = knowledgeOf({ fact: AMOUNT, op: 'atLeast', value: 2 }) ?? [];
    expect(linked(more, AMOUNT, [AMOUNT])).toBe('2: 1 2 - > 1 2 or same');
    expect(linked(low, TEAM, [TEAM])).toBe('t-1 t-2 -: t-1 t-2 - > t-1 t-2 - or same');
  });

  it('are written otherwise in changes of numbers, of which the value says nothing more', () => {
    expect(linked(to(LEVEL, 2), LEVEL)).toMatch(/^1 2 3 -?: /);
    expect(linked(all(to(LEVEL, 2), is(LEVEL, 3)), LEVEL)).toBe('cannot be');
  });
});

describe('an event', () => {
  const at = (fact: string, known: Knowledge, ...types: Parameters<typeof knowAtEvent>[1]) =>
    told(knowAtEvent(known, types), fact);

  it('carries the changes its type is about', () => {
    expect(at(STATUS, NOTHING_KNOWN, 'ticketSolved')).toMatch(/: open solved closed - > solved$/);
    expect(at(STATUS, NOTHING_KNOWN, 'ticketClosed')).toMatch(/: open solved closed - > closed$/);
    expect(at(STATUS, NOTHING_KNOWN, 'ticketSolved', 'ticketClosed')).toMatch(/ > solved closed$/);
    expect(at(STATUS, NOTHING_KNOWN, 'ticketReopened')).toMatch(/: solved closed > open -$/);
    expect(at(TEAM, all(unchanged('ticket.assignee')), 'ticketAssigned')).toMatch(/: t-1 t-2 - > t-1 t-2 -$/);
    expect(at('ticket.assignee', all(unchanged(TEAM)), 'ticketAssigned')).toMatch(/: a-dewi - > a-dewi -$/);
    expect(at(TEAM, all(unchanged('ticket.assignee')), 'ticketTransferred')).toMatch(/: t-1 t-2 > t-1 t-2$/);
    expect(at('ticket.assignee', all(unchanged(TEAM)), 'ticketTransferred')).toMatch(/: a-dewi > a-dewi$/);
    const neither = all(unchanged(TEAM), unchanged('ticket.assignee'));
    expect(at(TEAM, neither, 'ticketTransferred')).toBe('cannot be');
    expect(at(TEAM, neither, 'ticketAssigned')).toBe('cannot be');
    expect(at(PRIORITY, is(PRIORITY, 'low'), 'ticketUpdated')).toMatch(/^low: .* or same$/);
  });

  it('carries no others', () => {
    const [priority, team] = [to(PRIORITY, 'low'), to(TEAM, 't-1')];
    for (const type of ['ticketUpdated', 'ticketSolved', 'ticketClosed', 'ticketReopened'] as const) {
      expect(at(TEAM, team, type)).toBe('cannot be');
      expect(at(PRIORITY, priority, type)).not.toBe('cannot be');
    }
    for (const type of ['ticketAssigned', 'ticketTransferred'] as const) {
      expect(at(TEAM, team, type)).not.toBe('cannot be');
      expect(at(PRIORITY, priority, type)).toBe('cannot be');
      expect(at('ticket.assignee', to('ticket.assignee', 'a-dewi'), type)).not.toBe('cannot be');
    }
    expect(at(PRIORITY, priority, 'ticketCreated')).toBe('cannot be');
    expect(at(PRIORITY, priority, 'manual')).not.toBe('cannot be');
    expect(at(TEAM, team, 'manual')).not.toBe('cannot be');
    expect(at(PRIORITY, priority)).toBe('cannot be');
    expect(at(PRIORITY, is(PRIORITY, 'low'), 'ticketCreated')).toMatch(/^low: /);
  });
});

describe('writes', () => {
  const write = (fact: string, value?: string | boolean | number | null): FieldWrite =>
    value === undefined ? { fact } : { fact, to: value };
  const raise = (fact: string, before: Knowledge, ...writes: readonly FieldWrite[]) =>
    told(knowAsEvent(knowRaised(before, writes, lookup), 'ticketUpdated'), fact);
  const high = write(PRIORITY, 'high');

  it('raise an event with what they change', () => {
    expect(raise(PRIORITY, NOTHING_KNOWN, high)).toBe('high: low urgent - > high');
    expect(raise(PRIORITY, is(PRIORITY, 'low'), high)).toBe('high: low > high');
    expect(raise(PRIORITY, is(PRIORITY, 'low', 'high'), high)).toBe('high: low > high');
    expect(raise(PRIORITY, is(PRIORITY, 'low', null), high)).toBe('high: low - > high');
    expect(raise(PRIORITY, is(PRIORITY, 'high'), write(PRIORITY, null))).toBe('-: high > -');
    const notHigh = knowledgeOf({ fact: TEAM, op: 'isNot', value: 't-1' }) ?? [];
    expect(told(knowAsEvent(knowRaised(notHigh, [write(TEAM, 't-1')], lookup), 'ticketAssigned'), TEAM)).toBe(
      't-1: t-2 - > t-1',
    );
    expect(raise(PAID, is(PAID, false), write(PAID, true))).toBe('true: false > true');
    expect(raise(LEVEL, is(LEVEL, 1), write(LEVEL, 2))).toBe('2: 1 > 2');
    const more = knowledgeOf({ fact: AMOUNT, op: 'atLeast', value: 2 }) ?? [];
    expect(raise(AMOUNT, more, write(AMOUNT, 1))).toBe('1: 2 > 1');
  });

  it('raise none where they change nothing', () => {
    expect(raise(PRIORITY, is(PRIORITY, 'high'), high)).toBe('cannot be');
    expect(raise(PRIORITY, is(PRIORITY, null), write(PRIORITY, null))).toBe('cannot be');
    expect(raise(PRIORITY, is(PRIORITY, 'high'), high, write(LEVEL, 2))).toBe('high:  >  or same');
    expect(raise(LEVEL, is(PRIORITY, 'high'), high, write(LEVEL, 2))).toBe('2: 1 3 - > 2 or same');
    expect(raise(LEVEL, all(is(PRIORITY, 'high'), is(LEVEL, 2)), high, write(LEVEL, 2))).toBe('cannot be');
  });

  it('side by side may each change nothing, where that is not known', () => {
    const both = [high, write(LEVEL, 2)];
    expect(raise(PRIORITY, is(PRIORITY, 'low', 'high'), ...both)).toMatch(/ > high or same$/);
    expect(raise(PRIORITY, is(PRIORITY, 'low', 'urgent'), ...both)).toBe('high: low urgent > high');
    expect(raise(PRIORITY, NOTHING_KNOWN, ...both)).toBe('high: low urgent - > high or same');
  });

  it('of values that nobody knows may change to any', () => {
    expect(raise(LEVEL, is(LEVEL, 2), write(LEVEL))).toMatch(/: 2 > 1 2 3 -$/);
    expect(raise(LEVEL, is(LEVEL, 2), write(LEVEL), high)).toMatch(/: 2 > 1 2 3 - or same$/);
    const tags: FieldWrite = { fact: 'ticket.tags', added: ['vip'], removed: [] };
    const tagged = knowAsEvent(knowRaised(NOTHING_KNOWN, [tags], lookup), 'ticketUpdated');
    expect(canBeBoth(tagged, unchanged('ticket.tags'))).toBe(false);
  });

  it('raise events of what those are about, and nothing else is known to have changed', () => {
    const [team, priority] = [write(TEAM, 't-1'), high];
    const known = knowRaised(all(is(TEAM, 't-2'), to(STATUS, 'open'), to(LEVEL, 2)), [team, priority], lookup);
    const assigned = knowAsEvent(known, 'ticketAssigned');
    expect(told(assigned, TEAM)).toBe('t-1: t-2 > t-1');
    expect(told(assigned, PRIORITY)).toBe('high: low high urgent - > low high urgent - or same');
    const updated = knowAsEvent(known, 'ticketUpdated');
    expect(told(updated, PRIORITY)).toBe('high: low urgent - > high or same');
    expect(told(updated, TEAM)).toBe('t-1: t-1 t-2 - > t-1 t-2 - or same');
    expect(told(updated, STATUS)).toMatch(/: open solved closed - > open solved closed - or same$/);
  });
});
