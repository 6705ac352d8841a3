import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact-value.ts';
import type { EffectDraft } from '../nodes/behaviour.ts';
import { writeEffect } from './write-effect.ts';

const OWNED: Facts = { 'ticket.assignee': 'a1', 'ticket.team': 't1', 'ticket.queue': 'q1' };

/** What changes, as `fact before > after`; null where nothing is asked for. */
function changed(draft: EffectDraft, facts: Facts = OWNED): readonly string[] | null {
  const written = writeEffect(draft, facts);
  const texts = Object.entries(written.changes).map(([fact, { from, to }]) => `${fact} ${from} > ${to}`);
  return written.draft ? texts : null;
}

describe('a field', () => {
  const setField = (value: string | number | null | readonly string[], before: Facts) =>
    changed({ type: 'setField', field: 'ticket.custom.x', value }, before);

  it('changes only where it gets another value', () => {
    expect(setField('b', { 'ticket.custom.x': 'a' })).toEqual(['ticket.custom.x a > b']);
    expect(setField('a', { 'ticket.custom.x': 'a' })).toBeNull();
    expect(setField(null, {})).toBeNull();
    expect(setField(null, { 'ticket.custom.x': 'a' })).toEqual(['ticket.custom.x a > null']);
    expect(setField(3, {})).toEqual(['ticket.custom.x null > 3']);
  });

  it('that holds a set changes where any element is another', () => {
    expect(setField(['a', 'b'], { 'ticket.custom.x': ['a', 'b'] })).toBeNull();
    expect(setField(['a', 'b'], { 'ticket.custom.x': ['a', 'c'] })).toEqual(['ticket.custom.x a,c > a,b']);
    expect(setField(['a', 'b'], { 'ticket.custom.x': ['c', 'b'] })).toEqual(['ticket.custom.x c,b > a,b']);
    expect(setField(['a', 'b'], { 'ticket.custom.x': ['a'] })).toEqual(['ticket.custom.x a > a,b']);
    expect(setField(['a'], { 'ticket.custom.x': ['a', 'b'] })).toEqual(['ticket.custom.x a,b > a']);
    expect(setField(['a'], {})).toEqual(['ticket.custom.x null > a']);
    expect(setField(['a'], { 'ticket.custom.x': 'a' })).toEqual(['ticket.custom.x a > a']);
    expect(setField('a', { 'ticket.custom.x': ['a'] })).toEqual(['ticket.custom.x a > a']);
  });
});

describe('who is responsible', () => {
  it('is set as far as it is named', () => {
    expect(changed({ type: 'assign', agentId: 'a2', teamId: null })).toEqual(['ticket.assignee a1 > a2']);
    expect(changed({ type: 'assign', agentId: null, teamId: 't2' })).toEqual(['ticket.team t1 > t2']);
    expect(changed({ type: 'assign', agentId: 'a1', teamId: 't1' })).toBeNull();
  });

  it('is taken away as far as it is named', () => {
    expect(changed({ type: 'unassign', from: 'agent' })).toEqual(['ticket.assignee a1 > null']);
    expect(changed({ type: 'unassign', from: 'team' })).toEqual(['ticket.team t1 > null']);
    expect(changed({ type: 'unassign', from: 'both' })).toEqual(['ticket.assignee a1 > null', 'ticket.team t1 > null']);
    expect(changed({ type: 'unassign', from: 'both' }, {})).toBeNull();
  });

  it('is handed over to what is named, and to nothing else', () => {
    const nobody = { type: 'transfer', agentId: null, teamId: null, queueId: null, reason: 'x' } as const;
    expect(changed(nobody)).toBeNull();
    expect(changed({ ...nobody, agentId: 'a2' })).toEqual(['ticket.assignee a1 > a2']);
    expect(changed({ ...nobody, teamId: 't2' })).toEqual(['ticket.team t1 > t2', 'ticket.assignee a1 > null']);
    expect(changed({ ...nobody, teamId: 't1' })).toBeNull();
    expect(changed({ ...nobody, queueId: 'q2' })).toEqual(['ticket.queue q1 > q2', 'ticket.assignee a1 > null']);
  });
});

describe('tags', () => {
  const tags = (added: readonly string[], removed: readonly string[], before: readonly string[] | null) => {
    const { draft, changes } = writeEffect({ type: 'setTags', added, removed }, { 'ticket.tags': before });
    return draft && [draft, changes['ticket.tags']?.to ?? null];
  };

  it('are added once, whatever their case, and removed as they are written on the ticket', () => {
    expect(tags(['VIP', 'vip', 'new'], [], ['Vip'])).toEqual([
      { type: 'setTags', added: ['new'], removed: [] },
      ['Vip', 'new'],
    ]);
    expect(tags(['new', 'NEW'], [], null)).toEqual([{ type: 'setTags', added: ['new'], removed: [] }, ['new']]);
    expect(tags([], ['B', 'a'], ['b', 'A', 'c'])).toEqual([{ type: 'setTags', added: [], removed: ['A', 'b'] }, ['c']]);
    expect(tags([], ['a'], ['a'])).toEqual([{ type: 'setTags', added: [], removed: ['a'] }, null]);
    expect(tags(['a'], ['x'], ['a'])).toBeNull();
  });
});

describe('what only goes out', () => {
  it('changes nothing of the ticket, and is always asked for', () => {
    const out: readonly EffectDraft[] = [
      { type: 'addNote', text: 'x' },
      { type: 'sendReply', text: 'x' },
      { type: 'lookupContact' },
      { type: 'failRun', reason: 'cycle' },
      { type: 'setFiring', flowId: 'f', triggerNodeId: 't', firing: { count: 1, episode: null } },
    ];
    for (const draft of out) expect(writeEffect(draft, OWNED)).toEqual({ draft, changes: {} });
  });
});
