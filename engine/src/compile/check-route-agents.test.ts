import { describe, expect, it } from 'vitest';
import type { RoutingAgent } from '../routing/assignment.ts';
import { checkProgram } from './check-program.ts';
import { onCreated } from './drawn-flow.test-support.ts';
import { flows, said, world } from './program-flows.test-support.ts';

const HOUR = 3_600_000;

describe('a route', () => {
  const agent: RoutingAgent = {
    agentId: 'a-dewi',
    presence: 'offline',
    capacity: 3,
    load: 0,
    openTickets: 0,
    skills: { 's-refund': 3 },
    languages: ['id'],
    teamIds: ['t-1'],
    lastAssignedAtMs: null,
  };
  const asks = (requirement: object, more: object = {}) =>
    said(
      flows([
        onCreated,
        ['r', 'action.route', { queueId: 'q-pay', requirement: { skills: [], ...requirement }, ...more }],
      ]),
      {
        routingAgents: [agent],
      },
    );

  it('is warned of where nobody could ever take a ticket, not where they are only away', () => {
    expect(asks({ skills: [{ skillId: 's-refund', level: 3 }], language: 'id', teamId: 't-1' })).toEqual([]);
    expect(asks({ language: 'ticket' })).toEqual([]);
    for (const unmet of [{ skills: [{ skillId: 's-refund', level: 4 }] }, { language: 'de' }, { teamId: 't-2' }]) {
      expect(asks(unmet)).toEqual(['ROUTE_WITHOUT_AGENT f0/r ']);
    }
  });

  it('counts what falls away in time, and the rest of its ladder', () => {
    expect(asks({ skills: [{ skillId: 's-refund', level: 5, drop: 1 }] }, { timeoutMs: HOUR })).toEqual([]);
    const ladder = [{ queueId: 'q-gen', requirement: { skills: [] } }];
    expect(asks({ language: 'de' }, { timeoutMs: HOUR, ladder })).toEqual([]);
  });

  it('is warned of where it stands, in a list too, and not where it cannot be read', () => {
    const toNobody = { queueId: 'q-pay', requirement: { skills: [], language: 'de' } };
    const listed = [
      { kind: 'action.note', config: { text: 'x' } },
      { kind: 'action.route', config: toNobody },
    ];
    const served = { kind: 'action.route', config: { ...toNobody, requirement: { skills: [] } } };
    const given = flows(
      [onCreated, ['r', 'action.route', toNobody]],
      [onCreated, ['p', 'control.sequence', { actions: [...listed, served], onError: 'stop' }]],
      [onCreated, ['r', 'action.route', { requirement: toNobody.requirement }]],
      [onCreated, ['p', 'control.parallel', { actions: [{ kind: 'action.route' }, null, 'x'] }]],
    );
    const found = checkProgram(given, { ...world, routingAgents: [agent] });
    const issue = { code: 'ROUTE_WITHOUT_AGENT', severity: 'warning', params: {} };
    expect(found.filter(({ code }) => code === issue.code)).toEqual([
      { ...issue, flowId: 'f0', nodeId: 'r', path: ['config', 'requirement'] },
      { ...issue, flowId: 'f1', nodeId: 'p', path: ['config', 'actions', 1] },
    ]);
  });
});
