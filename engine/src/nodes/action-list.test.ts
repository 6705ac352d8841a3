import { describe, expect, it } from 'vitest';
import { LISTABLE_ACTIONS } from './listable-actions.ts';
import { nodeDefinition } from './node-catalogue.ts';
import { findingsOf, portsOf, sentencesOf } from './node-input.test-support.ts';

const urgent = { kind: 'action.setFields', config: { fields: { 'ticket.priority': 'urgent' } } };
const toDewi = { kind: 'action.assign', config: { agentId: 'a-dewi' } };
const call = (...names: readonly string[]) => ({
  kind: 'action.webhook',
  config: {
    url: 'https://x.example',
    method: 'POST',
    body: '',
    answers: names.map((name) => ({ name, path: name, type: 'text' })),
  },
});

const LISTS = [
  ['control.sequence', { onError: 'stop' }],
  ['control.parallel', {}],
] as const;

describe.each(LISTS)('the list of a %s', (kind, more) => {
  const told = (...actions: readonly unknown[]) => ({ ...more, actions });

  it('does its actions in order, and can fail', () => {
    const behaviour = nodeDefinition(kind)?.behaviour(told(urgent, toDewi));
    const actions = behaviour && 'actions' in behaviour ? behaviour.actions : [];
    expect(actions.map((action) => action.kind)).toEqual(['action.setFields', 'action.assign']);
    expect(actions.map((action) => action.behaviour.type)).toEqual(['action', 'action']);
    expect(portsOf(kind, told(urgent))).toEqual(['done', 'failed']);
  });

  it('finds what is wrong in its actions, at their place', () => {
    const unfilled = { kind: 'action.route', config: { queueId: '', requirement: { skills: [] } } };
    const unread = { kind: 'action.note', config: { text: 7 } };
    expect(findingsOf(kind, told(urgent, unfilled, unread))).toEqual([
      'MISSING_CONFIG actions.1.config.queueId',
      'INVALID_VALUE actions.2.config.text',
    ]);
    expect(nodeDefinition(kind)?.behaviour(told(unread))).toBeNull();
  });

  it('takes actions only, and no lists or flows inside', () => {
    for (const inner of ['control.sequence', 'control.wait', 'action.startFlow', 'trigger.manual', 'action.sned']) {
      expect(findingsOf(kind, told({ kind: inner, config: {} }))).toEqual(['UNKNOWN_KIND actions.0.kind']);
      expect(nodeDefinition(kind)?.behaviour(told({ kind: inner, config: {} }))).toBeNull();
    }
    for (const { kind: inner, defaultConfig } of LISTABLE_ACTIONS) {
      const found = findingsOf(kind, told({ kind: inner, config: defaultConfig }));
      expect(found.filter((text) => text.startsWith('UNKNOWN_KIND'))).toEqual([]);
    }
  });

  it('gives the results and references of its actions as its own', () => {
    const definition = nodeDefinition(kind);
    expect(definition?.references(told(urgent, toDewi))).toEqual([
      { kind: 'agent', id: 'a-dewi', path: ['actions', 1, 'config', 'agentId'] },
    ]);
    const facts = definition?.results(told(call('plan'), call('score')), 'n').map(({ fact }) => fact);
    expect(facts).toEqual(['result.n.plan', 'result.n.score']);
    expect(findingsOf(kind, told(call('plan'), call('plan')))).toEqual(['DUPLICATE_ID actions.1.config']);
  });
});

describe('lists', () => {
  it('read as their actions do', () => {
    expect(sentencesOf('control.sequence', { actions: [urgent, toDewi], onError: 'continue' })).toEqual([
      'In this order: Set priority to Urgent; Assign to Dewi (going on if one fails)',
      'Berurutan: Ubah prioritas menjadi Mendesak; Tugaskan kepada Dewi (lanjut bila ada yang gagal)',
    ]);
    expect(sentencesOf('control.parallel', { actions: [urgent, toDewi] })).toEqual([
      'Side by side: Set priority to Urgent; Assign to Dewi',
      'Bersamaan: Ubah prioritas menjadi Mendesak; Tugaskan kepada Dewi',
    ]);
  });

  it('name the first actions of a long list, and how many more there are', () => {
    expect(sentencesOf('control.parallel', { actions: Array.from({ length: 7 }, () => toDewi) })).toEqual([
      'Side by side: Assign to Dewi; Assign to Dewi; Assign to Dewi; Assign to Dewi; 3 more actions',
      'Bersamaan: Tugaskan kepada Dewi; Tugaskan kepada Dewi; Tugaskan kepada Dewi; Tugaskan kepada Dewi; 3 aksi lagi',
    ]);
  });

  it('are empty only where branches are drawn instead', () => {
    expect(findingsOf('control.sequence', { actions: [], onError: 'stop' })).toEqual(['MISSING_CONFIG actions']);
    expect(findingsOf('control.parallel', { actions: [] })).toEqual([]);
    expect(
      nodeDefinition('control.parallel')
        ?.ports({ actions: [] })
        .map(({ fansOut }) => fansOut),
    ).toEqual([true, true]);
  });

  it('keep what is to happen on a failure', () => {
    const sequence = (onError: string) => nodeDefinition('control.sequence')?.behaviour({ actions: [urgent], onError });
    expect(sequence('continue')).toMatchObject({ type: 'sequence', onError: 'continue' });
    expect(sequence('stop')).toMatchObject({ type: 'sequence', onError: 'stop' });
  });

  it('join all branches or the first', () => {
    for (const waitsFor of ['all', 'any']) {
      expect(nodeDefinition('control.join')?.behaviour({ waitsFor })).toEqual({ type: 'join', waitsFor });
    }
    expect(sentencesOf('control.join', { waitsFor: 'any' })).toEqual([
      'Go on once the first branch is here',
      'Lanjut setelah cabang pertama sampai',
    ]);
  });
});
