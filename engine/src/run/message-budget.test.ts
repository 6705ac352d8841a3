import { describe, expect, it } from 'vitest';
import type { EffectDraft } from '../nodes/behaviour.ts';
import { MESSAGE_BUDGETS, MessageBudget, recipientsOf } from './message-budget.ts';

describe('recipientsOf', () => {
  it('names everybody a message reaches', () => {
    const notify: EffectDraft = {
      type: 'notify',
      text: 'x',
      recipients: [
        { kind: 'agent', agentId: 'a1' },
        { kind: 'team', teamId: 't1' },
        { kind: 'address', address: 'ops@example.com' },
        { kind: 'level', level: 2 },
        { kind: 'supervisors' },
        { kind: 'assignee' },
      ],
    };
    const others = ['agent:a1', 'team:t1', 'address:ops@example.com', 'level:2', 'supervisors'];
    expect(recipientsOf(notify, { 'ticket.assignee': 'a2' })).toEqual([...others, 'agent:a2']);
    expect(recipientsOf(notify, {})).toEqual(others);
    expect(recipientsOf({ type: 'sendReply', text: 'x' }, {})).toEqual(['contact']);
    expect(recipientsOf({ type: 'sendSurvey', question: 'x' }, {})).toEqual(['contact']);
    expect(recipientsOf({ type: 'addNote', text: 'x' }, {})).toEqual([]);
  });
});

describe('a message budget', () => {
  const NOW_MS = 10_000_000;
  const contact = new Set(['contact']);

  it.each(MESSAGE_BUDGETS)('of $most within $withinMs ms counts those younger than that', ({ withinMs, most }) => {
    const sent = (count: number, ageMs: number) =>
      Array.from({ length: count }, () => ({ recipient: 'contact', atMs: NOW_MS - ageMs }));
    expect(new MessageBudget(sent(most, withinMs - 1), NOW_MS).spend(contact)).toBe(false);
    expect(new MessageBudget(sent(most - 1, withinMs - 1), NOW_MS).spend(contact)).toBe(true);
    const [longest] = MESSAGE_BUDGETS.slice(-1);
    if (withinMs === longest?.withinMs) expect(new MessageBudget(sent(99, withinMs), NOW_MS).spend(contact)).toBe(true);
  });

  it('is spent for all recipients of a message or for none', () => {
    const sent = Array.from({ length: 9 }, () => ({ recipient: 'contact', atMs: NOW_MS }));
    const budget = new MessageBudget(sent, NOW_MS);
    expect(budget.spend(new Set(['contact', 'team:t1']))).toBe(true);
    expect(budget.spend(new Set(['team:t1', 'contact']))).toBe(false);
    for (let left = 9; left > 0; left -= 1) expect(budget.spend(new Set(['team:t1']))).toBe(true);
    expect(budget.spend(new Set(['team:t1']))).toBe(false);
  });
});
