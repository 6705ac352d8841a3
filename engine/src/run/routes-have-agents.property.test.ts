import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../compile/check-program.ts';
import type { ProgramFlow } from '../compile/program-world.ts';
import { isNightly, PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { Effect } from '../nodes/effect.ts';
import { assignTickets } from '../routing/assign-tickets.ts';
import type { RoutingAgent } from '../routing/assignment.ts';
import { climbLadder, enterLadder, expandLadder, type Rung } from '../routing/ladder.ts';
import { sketchedFlow } from './flow.test-support.ts';
import { player } from './flow-pairs.test-support.ts';

const RUNS = propertyRuns(isNightly ? 20_000 : 2000);
const LANGUAGES = ['id', 'en', 'de'];

const skillId = fc.constantFrom('s-refund', 's-tax');
const requirement = fc.record(
  {
    skills: fc.uniqueArray(
      fc.record(
        { skillId, level: fc.integer({ min: 1, max: 5 }), drop: fc.integer({ min: 1, max: 3 }) },
        { requiredKeys: ['skillId', 'level'] },
      ),
      { selector: (skill) => skill.skillId, maxLength: 2 },
    ),
    language: fc.constantFrom('ticket', 'id-ID', 'en', 'de'),
    teamId: fc.constantFrom('t-1', 't-2'),
    location: fc.constantFrom('Jakarta', ' JAKARTA', 'Medan'),
  },
  { requiredKeys: ['skills'] },
);
const skipIf = fc.constant({ fact: 'queue.availableAgents', op: 'is', value: 0 });
const target = fc.record(
  { queueId: fc.constantFrom('q-pay', 'q-gen'), requirement, timeoutMs: fc.constant(60_000), skipIf },
  { requiredKeys: ['queueId', 'requirement', 'timeoutMs'] },
);
const agent = fc.record(
  {
    presence: fc.constantFrom<RoutingAgent['presence']>('online', 'away', 'offline'),
    skills: fc.dictionary(skillId, fc.integer({ min: 1, max: 5 })),
    languages: fc.uniqueArray(fc.constantFrom('id', 'en-GB', 'jv'), { maxLength: 2 }),
    teamIds: fc.uniqueArray(fc.constantFrom('t-1', 't-2'), { maxLength: 2 }),
    location: fc.constantFrom('jakarta', 'Medan'),
  },
  { requiredKeys: ['presence', 'skills', 'languages', 'teamIds'] },
);
const agents = fc.array(agent, { maxLength: 3 }).map((drawn) =>
  drawn.map(
    (given, index): RoutingAgent => ({
      agentId: `a-${index}`,
      capacity: 3,
      load: 0,
      openTickets: 0,
      lastAssignedAtMs: null,
      ...given,
    }),
  ),
);

/** A route alone or in a list of actions. */
const routes = fc
  .record({ first: target, ladder: fc.array(target, { maxLength: 2 }), isListed: fc.boolean() })
  .map(({ first, ladder, isListed }): ProgramFlow => {
    const config = { ...first, ladder };
    const flow = sketchedFlow({
      t: ['trigger.ticketCreated', {}, 'then>r'],
      r: isListed
        ? ['control.sequence', { actions: [{ kind: 'action.route', config }], onError: 'stop' }]
        : ['action.route', config],
    });
    return { flowId: 'f', name: 'f', position: 0, stopOnMatch: false, flow };
  });

type Route = Extract<Effect, { readonly type: 'enqueue' }>;

/** The rungs a ticket comes to that nobody takes, where targets are passed by at once or waited for. */
function* rungsOf(route: Route): Generator<Rung> {
  const rungs = expandLadder(route, 'q-fallback');
  for (const isSkipping of [false, true]) {
    let place = enterLadder(0);
    for (let nowMs: number | null = 0; nowMs !== null; ) {
      const climb = climbLadder({ rungs, place, nowMs, canBeServed: () => false, skips: () => isSkipping });
      yield climb.rung;
      place = climb.place;
      nowMs = climb.nextRungAtMs;
    }
    // What is passed by at once was asked before.
    if (isSkipping) for (const rung of rungs) if (rung.skipIf) yield rung;
  }
}

/** Whether the dispatcher would give the ticket to one of them at a target of its ladder, were they all at work and free. */
function isServed(route: Route, everybody: readonly RoutingAgent[]): boolean {
  const free = everybody.map((one): RoutingAgent => ({ ...one, presence: 'online' }));
  for (const { target: at, requirement: asked } of rungsOf(route)) {
    if (at === null) continue;
    const ticket = {
      ticketId: 'k',
      priority: 'normal',
      queuedAtMs: 0,
      targetMs: 0,
      requirement: asked,
      weight: 1,
    } as const;
    if (assignTickets({ policy: 'balanced', tickets: [ticket], agents: free, nowMs: 0 }).assignments.length > 0)
      return true;
  }
  return false;
}

describe('what checkProgram says of routes that nobody could serve', () => {
  it('is so exactly where no ticket, in any language, ever finds an agent on the ladder', () => {
    let said = 0;
    fc.assert(
      fc.property(routes, agents, (flow, routingAgents) => {
        const claims = checkProgram([flow], { references: { ...workspace, slaPolicies: [] }, routingAgents });
        said += claims.length;
        const play = player([flow]);
        const someIsServed = [null, ...LANGUAGES].some((language) => {
          const event = { type: 'ticketCreated', ticketId: 'k', actor: { kind: 'customer' } } as const;
          const { effects } = play({ event, facts: { 'ticket.language': language } });
          return effects.some((effect) => effect.type === 'enqueue' && isServed(effect, routingAgents));
        });
        expect(claims.map(({ code }) => code)).toEqual(someIsServed ? [] : ['ROUTE_WITHOUT_AGENT']);
      }),
      { seed: PROPERTY_SEED, numRuns: RUNS },
    );
    expect(said).toBeGreaterThan(0.1 * RUNS);
    expect(said).toBeLessThan(0.9 * RUNS);
  }, 600_000);
});
