import { expect, test } from 'vitest';
import { type AssignmentExplanation, type ExclusionReason, POLICIES, type Policy } from './assignment.ts';
import { type ExplanationNames, explainAssignment, explainExclusion, explainWait } from './explain-assignment.ts';

const names: ExplanationNames = {
  agentName: () => 'Dewi',
  skillName: () => 'Billing',
  statusName: () => 'Lunch',
  channelName: () => 'WhatsApp',
};

function assigned(policy: Policy, waitedMs: number): readonly string[] {
  const figures = { index: 1, fit: 0.5, proficiency: 0.9, openTickets: 1, load: 2, capacity: 6, spareCapacity: 4 };
  const explanation: AssignmentExplanation = {
    policy,
    waitedMs,
    eligibleCount: 3,
    figures,
    runnerUp: null,
    exclusions: [],
  };
  return [explainAssignment(explanation, names, 'en'), explainAssignment(explanation, names, 'id')];
}

const BY_POLICY: readonly (readonly [Policy, english: string, indonesian: string])[] = [
  [
    'balanced',
    'Waited 60 seconds. The best fit of 3 eligible agents (fit 0.50, proficiency 0.90, load 2 of 6).',
    'Menunggu 60 detik. Paling cocok dari 3 agen yang memenuhi syarat (kecocokan 0,50, kemahiran 0,90, beban 2 dari 6).',
  ],
  [
    'priorityThenAge',
    'Waited 60 seconds. The most spare capacity of 3 eligible agents (spare 4, load 2 of 6).',
    'Menunggu 60 detik. Sisa kapasitas terbanyak dari 3 agen yang memenuhi syarat (sisa kapasitas 4, beban 2 dari 6).',
  ],
  [
    'dueFirst',
    'Waited 60 seconds. Next due; the most spare capacity of 3 eligible agents (spare 4, load 2 of 6).',
    'Menunggu 60 detik. Paling dekat batas waktunya; sisa kapasitas terbanyak dari 3 agen yang memenuhi syarat (sisa kapasitas 4, beban 2 dari 6).',
  ],
  [
    'roundRobin',
    'Waited 60 seconds. Their turn among 3 eligible agents (load 2 of 6).',
    'Menunggu 60 detik. Mendapat giliran dari 3 agen yang memenuhi syarat (beban 2 dari 6).',
  ],
  [
    'leastLoaded',
    'Waited 60 seconds. The least loaded of 3 eligible agents (load 2 of 6).',
    'Menunggu 60 detik. Beban paling ringan dari 3 agen yang memenuhi syarat (beban 2 dari 6).',
  ],
  [
    'longestIdle',
    'Waited 60 seconds. Without work for the longest of 3 eligible agents (load 2 of 6).',
    'Menunggu 60 detik. Paling lama tanpa tiket dari 3 agen yang memenuhi syarat (beban 2 dari 6).',
  ],
  [
    'firstIn',
    'Waited 60 seconds. The first to come online of 3 eligible agents (load 2 of 6).',
    'Menunggu 60 detik. Paling dahulu daring dari 3 agen yang memenuhi syarat (beban 2 dari 6).',
  ],
];

test.each(BY_POLICY)('%s says what it went by', (policy, english, indonesian) => {
  expect(assigned(policy, 60_000)).toEqual([english, indonesian]);
  expect(BY_POLICY.map(([one]) => one)).toEqual(POLICIES);
});

const BY_SECONDS: readonly (readonly [seconds: number, english: string, indonesian: string])[] = [
  [0, 'Waited 0 seconds', 'Menunggu 0 detik'],
  [1, 'Waited 1 second', 'Menunggu 1 detik'],
  [119, 'Waited 119 seconds', 'Menunggu 119 detik'],
  [120, 'Waited 2 minutes', 'Menunggu 2 menit'],
  [7199, 'Waited 119 minutes', 'Menunggu 119 menit'],
  [7200, 'Waited 2 hours', 'Menunggu 2 jam'],
  [172799, 'Waited 47 hours', 'Menunggu 47 jam'],
  [172800, 'Waited 2 days', 'Menunggu 2 hari'],
];

test.each(BY_SECONDS)('%s seconds are said in the largest unit that gives two', (seconds, english, indonesian) => {
  expect(assigned('leastLoaded', seconds * 1000).map((text) => text.split('. ')[0])).toEqual([english, indonesian]);
});

const COUNTED: readonly (readonly [ExclusionReason, one: string, two: string, indonesian: string])[] = [
  [{ code: 'offline' }, '1 offline.', '2 offline.', '2 luring.'],
  [{ code: 'outOfShift' }, '1 outside their shift.', '2 outside their shift.', '2 di luar giliran kerja.'],
  [{ code: 'away' }, '1 away.', '2 away.', '2 sedang tidak di tempat.'],
  [{ code: 'wrongTeam' }, '1 outside the team.', '2 outside the team.', '2 di luar tim.'],
  [{ code: 'wrongLanguage' }, '1 without the language.', '2 without the language.', '2 tidak menguasai bahasanya.'],
  [{ code: 'wrongLocation' }, '1 at another location.', '2 at another location.', '2 di lokasi lain.'],
  [{ code: 'declined' }, '1 declined it.', '2 declined it.', '2 menolaknya.'],
  [{ code: 'full' }, '1 at full capacity.', '2 at full capacity.', '2 kapasitasnya penuh.'],
  [
    { code: 'fairShare' },
    '1 already took a fair share of the backlog.',
    '2 already took their fair share of the backlog.',
    '2 sudah mengambil bagian yang adil dari antrean.',
  ],
  [
    { code: 'lacksSkill', skillId: 's', level: 3, has: 2 },
    '1 lacks Billing at level 3.',
    '2 lack Billing at level 3.',
    '2 belum memiliki keahlian Billing tingkat 3.',
  ],
  [
    { code: 'lacksSkill', skillId: 's', level: 3, has: 0 },
    '1 lacks Billing at level 3.',
    '2 lack Billing at level 3.',
    '2 belum memiliki keahlian Billing tingkat 3.',
  ],
  [{ code: 'customStatus', statusId: 'lunch' }, '1 on status Lunch.', '2 on status Lunch.', '2 berstatus Lunch.'],
  [
    { code: 'wrongChannel', channelType: 'whatsapp' },
    '1 not on channel WhatsApp.',
    '2 not on channel WhatsApp.',
    '2 tidak melayani kanal WhatsApp.',
  ],
  [
    { code: 'fullOnChannel', channelType: 'whatsapp' },
    '1 at full capacity on WhatsApp.',
    '2 at full capacity on WhatsApp.',
    '2 kapasitasnya penuh di WhatsApp.',
  ],
];

test.each(COUNTED)('%j is counted', (reason, one, two, indonesian) => {
  const waits = (count: number, locale: 'en' | 'id') =>
    explainWait(
      { ticketId: 't1', cause: 'noEligibleAgent', exclusions: [{ reason, count, agentIds: [] }] },
      names,
      locale,
    );
  expect(waits(1, 'en')).toBe(`Waiting until an eligible agent is free. 1 agent could not take it: ${one}`);
  expect(waits(2, 'en')).toBe(`Waiting until an eligible agent is free. 2 agents could not take it: ${two}`);
  expect(waits(2, 'id')).toBe(
    `Menunggu sampai ada agen yang memenuhi syarat dan punya kapasitas. 2 agen tidak dapat mengambilnya: ${indonesian}`,
  );
});

const OF_ONE: readonly (readonly [ExclusionReason | null, english: string, indonesian: string])[] = [
  [{ code: 'offline' }, 'Dewi is offline.', 'Dewi sedang luring.'],
  [{ code: 'outOfShift' }, 'Dewi is outside their shift.', 'Dewi di luar giliran kerja.'],
  [{ code: 'away' }, 'Dewi is away.', 'Dewi sedang tidak di tempat.'],
  [{ code: 'wrongTeam' }, 'Dewi is not in the team it is for.', 'Dewi bukan anggota tim yang diminta.'],
  [{ code: 'wrongLanguage' }, 'Dewi does not speak its language.', 'Dewi tidak menguasai bahasanya.'],
  [{ code: 'wrongLocation' }, 'Dewi is at another location.', 'Dewi berada di lokasi lain.'],
  [{ code: 'declined' }, 'Dewi declined it.', 'Dewi menolaknya.'],
  [{ code: 'full' }, 'Dewi is at full capacity.', 'Dewi kapasitasnya penuh.'],
  [
    { code: 'fairShare' },
    'Dewi already took a fair share of the backlog.',
    'Dewi sudah mengambil bagian yang adil dari antrean.',
  ],
  [
    { code: 'lacksSkill', skillId: 's', level: 3, has: 2 },
    'Dewi has Billing at level 2, needed at level 3.',
    'Dewi memiliki keahlian Billing tingkat 2, diperlukan tingkat 3.',
  ],
  [
    { code: 'lacksSkill', skillId: 's', level: 3, has: 0 },
    'Dewi lacks Billing, needed at level 3.',
    'Dewi belum memiliki keahlian Billing, diperlukan tingkat 3.',
  ],
  [{ code: 'customStatus', statusId: 'lunch' }, 'Dewi is on status Lunch.', 'Dewi berstatus Lunch.'],
  [
    { code: 'wrongChannel', channelType: 'whatsapp' },
    'Dewi does not serve channel WhatsApp.',
    'Dewi tidak melayani kanal WhatsApp.',
  ],
  [
    { code: 'fullOnChannel', channelType: 'whatsapp' },
    'Dewi is at full capacity on WhatsApp.',
    'Dewi kapasitasnya penuh di WhatsApp.',
  ],
  [
    null,
    'Dewi could take it: it is given out in the order of urgency.',
    'Dewi dapat mengambilnya: tiket dibagikan menurut urutan kegentingan.',
  ],
];

test.each(OF_ONE)('%j is said of one agent', (reason, english, indonesian) => {
  expect(explainExclusion('a', reason, names, 'en')).toBe(english);
  expect(explainExclusion('a', reason, names, 'id')).toBe(indonesian);
});

test('a ticket that is held says so, with those who are not free', () => {
  const exclusions = [{ reason: { code: 'offline' }, count: 1, agentIds: ['a'] }] as const;
  const held = { ticketId: 't1', cause: 'held', exclusions } as const;
  expect(explainWait(held, names, 'en')).toMatch(/^Held for now: .* 1 agent could not take it: 1 offline\.$/);
  expect(explainWait({ ...held, exclusions: [] }, names, 'en')).toMatch(/^Held for now: .* two tickets\.$/);
  expect(explainWait({ ...held, cause: 'noEligibleAgent', exclusions: [] }, names, 'id')).toBe(
    'Menunggu: belum ada agen yang diatur untuk mengambilnya.',
  );
});
