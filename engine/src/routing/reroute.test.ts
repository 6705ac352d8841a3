import { expect, test } from 'vitest';
import { REROUTE_RULES, type RerouteInput, rerouteOf } from './reroute.ts';

const gone = { event: 'agentLeft', isAssigneeAvailable: false, status: 'open' } as const;
const requeuing = (input: Omit<RerouteInput, 'rule'>) =>
  REROUTE_RULES.filter((rule) => rerouteOf({ rule, ...input }) === 'requeue');

test('when an agent leaves or the shift ends, open tickets go back at once only by that rule', () => {
  expect(requeuing(gone)).toEqual(['atOnce']);
  expect(requeuing({ ...gone, event: 'shiftEnded', status: 'new' })).toEqual(['atOnce']);
});

test('tickets that wait for somebody else stay until the customer writes', () => {
  for (const status of ['pending', 'on-hold'] as const) {
    expect(requeuing({ ...gone, status })).toEqual([]);
    expect(requeuing({ ...gone, status, event: 'customerReplied' })).toEqual(['onReply', 'atOnce']);
  }
});

test('nothing moves from an agent who is there, and solved tickets stay', () => {
  expect(requeuing({ ...gone, event: 'customerReplied', isAssigneeAvailable: true })).toEqual([]);
  expect(requeuing({ ...gone, status: 'solved' })).toEqual([]);
  expect(requeuing({ ...gone, status: 'closed', event: 'customerReplied' })).toEqual([]);
});
