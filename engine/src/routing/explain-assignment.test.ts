import { expect, test } from 'vitest';
import { type AssignmentExplanation, type Exclusion, type ExclusionReason, POLICIES } from './assignment.ts';
import { type ExplanationNames, explainAssignment, explainExclusion, explainWait } from './explain-assignment.ts';

const names: ExplanationNames = {
  agentName: (agentId) => ({ a2: 'Agent two' })[agentId] ?? agentId,
  skillName: (skillId) => ({ s1: 'Billing' })[skillId] ?? skillId,
};
const exclusions: readonly Exclusion[] = [
  { reason: { code: 'offline' }, count: 3, agentIds: ['a3', 'a4', 'a5'] },
  { reason: { code: 'lacksSkill', skillId: 's1', level: 3, has: 2 }, count: 1, agentIds: ['a6'] },
  { reason: { code: 'lacksSkill', skillId: 's1', level: 3, has: 1 }, count: 1, agentIds: ['a7'] },
  { reason: { code: 'full' }, count: 1, agentIds: ['a8'] },
];
const balanced: AssignmentExplanation = {
  policy: 'balanced',
  waitedMs: 12 * 60_000,
  eligibleCount: 4,
  figures: { index: 0.1, fit: 0.65, proficiency: 1, openTickets: 1, load: 2, capacity: 6 },
  runnerUp: {
    agentId: 'a2',
    figures: { index: 0.1, fit: 0.45, proficiency: 0.9, openTickets: 2, load: 4, capacity: 6 },
  },
  exclusions,
};
const byPriority: AssignmentExplanation = {
  policy: 'priorityThenAge',
  waitedMs: 61_000,
  eligibleCount: 1,
  figures: { spareCapacity: 1.5, load: 4.5, capacity: 6 },
  runnerUp: null,
  exclusions: [],
};

test('an assignment reads as sentences in English', () => {
  expect(explainAssignment(balanced, names, 'en')).toBe(
    'Waited 12 minutes. The best fit of 4 eligible agents (fit 0.65, proficiency 1.00, load 2 of 6). ' +
      'Next in line: Agent two (fit 0.45, proficiency 0.90, load 4 of 6). ' +
      '6 agents could not take it: 3 offline, 2 lack Billing at level 3, 1 at full capacity.',
  );
  expect(explainAssignment(byPriority, names, 'en')).toBe(
    'Waited 61 seconds. The only eligible agent (spare 1.5, load 4.5 of 6).',
  );
});

test('an assignment reads as sentences in Indonesian', () => {
  expect(explainAssignment(balanced, names, 'id')).toBe(
    'Menunggu 12 menit. Paling cocok dari 4 agen yang memenuhi syarat (kecocokan 0,65, kemahiran 1,00, beban 2 dari 6). ' +
      'Urutan berikutnya: Agent two (kecocokan 0,45, kemahiran 0,90, beban 4 dari 6). ' +
      '6 agen tidak dapat mengambilnya: 3 luring, 2 belum memiliki keahlian Billing tingkat 3, 1 kapasitasnya penuh.',
  );
  expect(explainAssignment(byPriority, names, 'id')).toBe(
    'Menunggu 61 detik. Satu-satunya agen yang memenuhi syarat (sisa kapasitas 1,5, beban 4,5 dari 6).',
  );
});

test('a wait says what would end it', () => {
  const wait = { ticketId: 't1', cause: 'noEligibleAgent', exclusions } as const;
  expect(explainWait(wait, names, 'en')).toBe(
    'Waiting until an eligible agent is free. ' +
      '6 agents could not take it: 3 offline, 2 lack Billing at level 3, 1 at full capacity.',
  );
  expect(explainWait({ ...wait, exclusions: [] }, names, 'en')).toBe('Waiting: no agents are set up to take it.');
  expect(explainWait({ ...wait, cause: 'held', exclusions: [] }, names, 'id')).toMatch(/^Ditahan sementara: .* 30 % /);
});

const reasons: readonly ExclusionReason[] = [
  { code: 'offline' },
  { code: 'outOfShift' },
  { code: 'away' },
  { code: 'customStatus', statusId: 'lunch' },
  { code: 'wrongChannel', channelType: 'chat' },
  { code: 'wrongTeam' },
  { code: 'wrongLanguage' },
  { code: 'wrongLocation' },
  { code: 'lacksSkill', skillId: 's1', level: 3, has: 2 },
  { code: 'lacksSkill', skillId: 's1', level: 3, has: 0 },
  { code: 'declined' },
  { code: 'full' },
  { code: 'fullOnChannel', channelType: 'chat' },
  { code: 'fairShare' },
];

test('one agent reads why they did not get it', () => {
  const named = { ...names, statusName: () => 'Lunch', channelName: () => 'Chat' };
  expect(reasons.map((reason) => explainExclusion('a2', reason, named, 'en'))).toEqual([
    'Agent two is offline.',
    'Agent two is outside their shift.',
    'Agent two is away.',
    'Agent two is on status Lunch.',
    'Agent two does not serve channel Chat.',
    'Agent two is not in the team it is for.',
    'Agent two does not speak its language.',
    'Agent two is at another location.',
    'Agent two has Billing at level 2, needed at level 3.',
    'Agent two lacks Billing, needed at level 3.',
    'Agent two declined it.',
    'Agent two is at full capacity.',
    'Agent two is at full capacity on Chat.',
    'Agent two already took a fair share of the backlog.',
  ]);
  expect(explainExclusion('a2', null, names, 'id')).toBe(
    'Agent two dapat mengambilnya: tiket dibagikan menurut urutan kegentingan.',
  );
});

test('every reason has words of its own, alone and counted, in both languages', () => {
  for (const locale of ['en', 'id'] as const) {
    const alone = reasons.map((reason) => explainExclusion('a2', reason, names, locale));
    expect(new Set(alone).size).toBe(reasons.length);
    const counted = reasons.map((reason) =>
      explainWait(
        { ticketId: 't1', cause: 'noEligibleAgent', exclusions: [{ reason, count: 2, agentIds: [] }] },
        names,
        locale,
      ),
    );
    // Counted, the levels people have do not matter.
    expect(new Set(counted).size).toBe(reasons.length - 1);
  }
});

test('every policy says what it went by, and a preference is said instead', () => {
  for (const locale of ['en', 'id'] as const) {
    const texts = POLICIES.map((policy) => explainAssignment({ ...balanced, policy }, names, locale));
    expect(new Set(texts).size).toBe(POLICIES.length);
  }
  expect(explainAssignment({ ...balanced, preferred: 0 }, names, 'en')).toMatch(
    /^Waited 12 minutes\. Preferred for this customer among 4 eligible agents \(/,
  );
});
