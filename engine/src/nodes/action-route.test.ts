import { describe, expect, it } from 'vitest';
import { nodeDefinition } from './node-catalogue.ts';
import { actOf, findingsOf, inputOf, sentencesOf } from './node-input.test-support.ts';

const MINUTE = 60_000;
const nobody = { fact: 'queue.availableAgents', op: 'is', value: 0 };
const config = {
  queueId: 'q-pay',
  requirement: {
    skills: [
      { skillId: 's-refund', level: 3 },
      { skillId: 's-tax', level: 2, drop: 1 },
    ],
    language: 'ticket',
    location: ' Jakarta ',
  },
  timeoutMs: 20 * MINUTE,
  skipIf: nobody,
  ladder: [
    { queueId: 'q-gen', requirement: { skills: [], language: 'ticket' }, priority: 'high', timeoutMs: 30 * MINUTE },
  ],
  prefer: 'lastAgent',
};

describe('a route with a ladder', () => {
  it('asks for all its targets, with the language of the ticket filled in', () => {
    expect(actOf('action.route', config, inputOf({ 'ticket.language': 'id' }))).toEqual({
      effects: [
        {
          type: 'enqueue',
          queueId: 'q-pay',
          requirement: {
            skills: [
              { skillId: 's-refund', level: 3 },
              { skillId: 's-tax', level: 2, drop: 1 },
            ],
            language: 'id',
            location: 'Jakarta',
          },
          priority: null,
          timeoutMs: 20 * MINUTE,
          skipIf: nobody,
          ladder: [
            { queueId: 'q-gen', requirement: { skills: [], language: 'id' }, priority: 'high', timeoutMs: 30 * MINUTE },
          ],
          prefer: 'lastAgent',
        },
      ],
    });
  });

  it('says what a plain route says where there is no ladder', () => {
    const plain = { queueId: 'q-pay', requirement: { skills: [] } };
    expect(actOf('action.route', plain)).toEqual({ effects: [{ type: 'enqueue', ...plain, priority: null }] });
    expect(sentencesOf('action.route', plain)).toEqual(['Route to queue Payments', 'Arahkan ke antrean Payments']);
  });

  it('reads with the time since the ticket came, skills that are given up counted in', () => {
    expect(sentencesOf('action.route', config)).toEqual([
      "Route to queue Payments, needs Refunds (level 3), s-tax (level 2, given up after 20 minutes), the ticket's language and to be in Jakarta (moving on at once if available agents with the needed skills is 0); after 40 minutes to queue General, needs the ticket's language, priority High; after 1 hour 10 minutes to the fallback queue; preferably the customer's last agent",
      expect.stringContaining('setelah 40 menit ke antrean General'),
    ]);
    const short = {
      queueId: 'q-pay',
      requirement: { skills: [{ skillId: 's-refund', level: 3 }] },
      timeoutMs: 10 * MINUTE,
      ladder: [{ queueId: 'q-gen', requirement: { skills: [] } }],
    };
    expect(sentencesOf('action.route', short)).toEqual([
      'Route to queue Payments, needs Refunds (level 3); after 10 minutes to queue General',
      'Arahkan ke antrean Payments, perlu Refunds (tingkat 3); setelah 10 menit ke antrean General',
    ]);
  });

  it('reads without a time where only a condition leads on', () => {
    const rung = { queueId: 'q-pay', requirement: { skills: [] }, skipIf: nobody };
    const given = { ...rung, ladder: [{ queueId: 'q-gen', requirement: { skills: [] }, timeoutMs: 10 * MINUTE }] };
    expect(findingsOf('action.route', given)).toEqual([]);
    expect(sentencesOf('action.route', given)).toEqual([
      'Route to queue Payments (moving on at once if available agents with the needed skills is 0); then to queue General; after 10 minutes to the fallback queue',
      'Arahkan ke antrean Payments (langsung pindah bila agen tersedia dengan keahlian yang diperlukan adalah 0); lalu ke antrean General; setelah 10 menit ke antrean cadangan',
    ]);
  });

  it('refers to what every target names', () => {
    const places = nodeDefinition('action.route')
      ?.references({ ...config, ladder: [{ queueId: 'q-gen', requirement: { skills: [], teamId: 't-1' } }] })
      .map(({ kind, path }) => `${kind} ${path.join('.')}`);
    expect(places).toEqual([
      'skill requirement.skills.0.skillId',
      'skill requirement.skills.1.skillId',
      'queue queueId',
      'queue ladder.0.queueId',
      'team ladder.0.requirement.teamId',
    ]);
  });
});

describe('the checks of a route', () => {
  const target = { queueId: 'q-gen', requirement: { skills: [] } };
  const skills = (...given: readonly Record<string, unknown>[]) => ({ skills: given });

  it('ask for a timeout wherever another target follows or a skill is to be given up', () => {
    expect(findingsOf('action.route', { ...target, ladder: [target] })).toEqual(['MISSING_CONFIG timeoutMs']);
    expect(findingsOf('action.route', { ...target, timeoutMs: 1000, ladder: [target, target] })).toEqual([
      'MISSING_CONFIG ladder.0.timeoutMs',
    ]);
    const droppable = skills({ skillId: 's-refund', level: 3, drop: 1 });
    expect(findingsOf('action.route', { queueId: 'q-gen', requirement: droppable })).toEqual([
      'MISSING_CONFIG timeoutMs',
    ]);
  });

  it('refuse drop numbers out of range and a skill asked for twice', () => {
    const twice = skills({ skillId: 's-refund', level: 3 }, { skillId: 's-refund', level: 1 });
    expect(findingsOf('action.route', { queueId: 'q-gen', requirement: twice })).toEqual([
      'INVALID_VALUE requirement.skills.1.skillId',
    ]);
    for (const drop of [0, 10, 1.5]) {
      const requirement = skills({ skillId: 's-refund', level: 3, drop });
      expect(findingsOf('action.route', { queueId: 'q-gen', requirement })).toEqual([
        'INVALID_VALUE requirement.skills.0.drop',
      ]);
    }
  });

  it('look into the condition for moving on', () => {
    const skipIf = { fact: 'queue.colour', op: 'is', value: 1 };
    expect(findingsOf('action.route', { ...target, timeoutMs: 1000, ladder: [{ ...target, skipIf }] })).toEqual([
      'UNKNOWN_FACT ladder.0.skipIf.fact',
    ]);
    expect(nodeDefinition('action.route')?.behaviour({ ...target, ladder: [{ ...target, skipIf: {} }] })).toBeNull();
  });

  it('warn where a ladder asks less skill of agents within a quarter of an hour', () => {
    const warnings = (given: Record<string, unknown>) => findingsOf('action.route', { queueId: 'q-pay', ...given });
    const strict = skills({ skillId: 's-refund', level: 3 });
    const easier = { queueId: 'q-pay', requirement: skills({ skillId: 's-refund', level: 2 }) };
    const early = 'LADDER_RELAXES_EARLY ladder.0.requirement.skills';
    expect(warnings({ requirement: strict, timeoutMs: 15 * MINUTE - 1, ladder: [easier] })).toEqual([early]);
    expect(warnings({ requirement: strict, timeoutMs: 15 * MINUTE, ladder: [easier] })).toEqual([]);
    expect(warnings({ requirement: strict, timeoutMs: MINUTE, ladder: [{ ...easier, requirement: strict }] })).toEqual(
      [],
    );
    const droppable = skills({ skillId: 's-refund', level: 3, drop: 2 });
    expect(warnings({ requirement: droppable, timeoutMs: 5 * MINUTE })).toEqual([
      'LADDER_RELAXES_EARLY requirement.skills',
    ]);
    expect(warnings({ requirement: droppable, timeoutMs: 15 * MINUTE })).toEqual([]);
    expect(warnings({ requirement: strict, timeoutMs: 14 * MINUTE })).toEqual(['LADDER_RELAXES_EARLY timeoutMs']);
    expect(warnings({ requirement: strict, timeoutMs: 15 * MINUTE })).toEqual([]);
  });

  it('count the targets before: timeouts add up', () => {
    const strict = skills({ skillId: 's-refund', level: 3 });
    const rung = { queueId: 'q-gen', requirement: strict, timeoutMs: 10 * MINUTE };
    expect(findingsOf('action.route', { ...rung, ladder: [rung, target] })).toEqual([]);
    expect(findingsOf('action.route', { ...rung, timeoutMs: 4 * MINUTE, ladder: [rung, target] })).toEqual([
      'LADDER_RELAXES_EARLY ladder.1.requirement.skills',
    ]);
  });
});
