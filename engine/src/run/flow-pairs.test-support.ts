import fc from 'fast-check';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { ProgramFlow } from '../compile/program-world.ts';
import { flowsOf, type Told, told } from '../compile/small-flow.test-support.ts';
import { DOMAINS } from '../conditions/reasoning/small-world.test-support.ts';
import type { FieldChanges, TicketEvent } from '../facts/event.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import { raiseEvents } from './raise-events.ts';
import { runEvent } from './run-event.ts';
import type { RunOutcome } from './run-outcome.ts';

const WORLD: Readonly<Record<string, readonly (FactValue | null)[]>> = {
  'ticket.priority': ['low', 'normal', 'high', 'urgent'],
  'ticket.severity': ['minor', 'moderate', 'major', 'critical', null],
  'ticket.status': ['new', 'open', 'pending', 'solved', 'closed'],
  'ticket.assignee': ['a-dewi', 'a-gone', null],
  'ticket.team': ['t-1', null],
  'ticket.queue': ['q-pay', 'q-gen', null],
  'ticket.custom.amount': DOMAINS['ticket.custom.amount'] ?? [],
  // A tag that no flow knows: what is left when they took all of theirs.
  'ticket.tags': (DOMAINS['ticket.tags'] ?? []).flatMap((tags) => [tags, [...(Array.isArray(tags) ? tags : []), 'z']]),
};

const fields = (given: Record<string, unknown>) => told('action.setFields', { fields: given }, 'done');
const tags = (add: readonly string[], remove: readonly string[]) => told('action.tags', { add, remove }, 'done');
const updated = (fact: string, more: object = {}) => told('trigger.ticketUpdated', { fields: [fact], ...more }, 'then');

/** What flows about a fact begin with and do, each about that fact only. */
const ABOUT: Readonly<Record<string, { readonly triggers: readonly Told[]; readonly actions: readonly Told[] }>> = {
  'ticket.priority': {
    triggers: [
      updated('ticket.priority'),
      updated('ticket.priority', { to: 'urgent' }),
      updated('ticket.priority', { from: 'low' }),
    ],
    actions: [fields({ 'ticket.priority': 'high' }), fields({ 'ticket.priority': 'urgent' })],
  },
  'ticket.severity': {
    triggers: [updated('ticket.severity'), updated('ticket.severity', { to: 'major' })],
    actions: [fields({ 'ticket.severity': 'major' }), fields({ 'ticket.severity': null })],
  },
  'ticket.status': {
    triggers: [told('trigger.ticketSolved', {}, 'then'), told('trigger.ticketReopened', {}, 'then')],
    actions: [fields({ 'ticket.status': 'solved' }), fields({ 'ticket.status': 'open' })],
  },
  'ticket.assignee': {
    triggers: [told('trigger.ticketAssigned', { scope: 'any' }, 'then'), updated('ticket.assignee')],
    actions: [told('action.assign', { agentId: 'a-dewi' }, 'done'), told('action.unassign', { from: 'agent' }, 'done')],
  },
  'ticket.custom.amount': {
    triggers: [updated('ticket.custom.amount')],
    actions: [fields({ 'ticket.custom.amount': 2 }), fields({ 'ticket.custom.amount': null })],
  },
  'ticket.tags': {
    triggers: [updated('ticket.tags')],
    actions: [tags(['VIP'], ['refund']), tags([], ['vip', 'x']), tags(['refund'], [])],
  },
};

const CREATED = told('trigger.ticketCreated', {}, 'then');
const STOPS: readonly Told[] = [
  told('control.stop', { laterFlows: true }),
  told('control.stop', { laterFlows: false }),
];

/** Two live flows about one or two facts, the first of which may stop the second. */
export interface FlowPair {
  readonly facts: readonly string[];
  readonly flows: readonly [ProgramFlow, ProgramFlow];
}

/** Pairs of flows about the same one or two facts. `isMeeting`: both begin alike, mostly when a ticket is created. */
export function flowPairs({ isMeeting }: { readonly isMeeting: boolean }): fc.Arbitrary<FlowPair> {
  return fc.uniqueArray(fc.constantFrom(...Object.keys(ABOUT)), { minLength: 1, maxLength: 2 }).chain((facts) => {
    const about = facts.flatMap((fact) => ABOUT[fact] ?? []);
    const writing = about.flatMap((own) => own.actions);
    const actions = [...writing, ...writing, ...(isMeeting ? STOPS : [])];
    const changed = about.flatMap((own) => own.triggers);
    const drawing = { facts, actions, actionWeight: 3, most: 4, leap: 1 };
    const begun = isMeeting ? fc.constantFrom([CREATED], [CREATED], changed) : fc.constant(changed);
    return begun
      .chain((triggers) => fc.tuple(flowsOf({ ...drawing, triggers }), flowsOf({ ...drawing, triggers }), fc.nat(9)))
      .map(([first, second, chance]): FlowPair => {
        const flow = (flowId: string, position: number) => ({ flowId, name: flowId, position, stopOnMatch: false });
        return {
          facts,
          flows: [
            { ...flow('first', 0), flow: first, stopOnMatch: chance === 0 },
            { ...flow('second', 1), flow: second },
          ],
        };
      });
  });
}

/** One event of one ticket, beside the facts after it. */
export interface Happening {
  readonly event: TicketEvent;
  readonly facts: Facts;
}

const BASE: Facts = { 'ticket.priority': 'normal', 'ticket.status': 'open' };
const ACTOR = { kind: 'agent' } as const;

/** Everything that can happen to a ticket of which only these facts differ: it is created, or each of them changed or did not. */
export function* happenings(asked: readonly string[]): Generator<Happening> {
  // A ticket is assigned to a team as well.
  const facts = asked.includes('ticket.assignee') ? [...asked, 'ticket.team'] : asked;
  for (const values of valuesOf(facts)) {
    const after = { ...BASE, ...values };
    yield { event: { type: 'ticketCreated', ticketId: 'k', actor: ACTOR }, facts: after };
    for (const changes of changesOf(facts, after)) {
      for (const event of raiseEvents(changes, 'k', ACTOR)) yield { event, facts: after };
    }
  }
}

function* valuesOf([fact, ...others]: readonly string[]): Generator<Facts> {
  if (fact === undefined) yield {};
  else for (const value of WORLD[fact] ?? []) for (const rest of valuesOf(others)) yield { [fact]: value, ...rest };
}

/** Only of the priority and the status conditions and events ask what it was before; of others it is enough that it differed. */
function* changesOf([fact, ...others]: readonly string[], after: Facts): Generator<FieldChanges> {
  if (fact === undefined) yield {};
  else {
    const to = after[fact] ?? null;
    const different = (WORLD[fact] ?? []).filter((value) => value !== to);
    const before = fact === 'ticket.priority' || fact === 'ticket.status' ? different : different.slice(0, 1);
    for (const rest of changesOf(others, after)) {
      yield rest;
      for (const from of before) yield { ...rest, [fact]: { from, to } };
    }
  }
}

/** A program of these flows, ready to be played. */
export function player(flows: readonly ProgramFlow[]): (happening: Happening) => RunOutcome {
  const program = linkProgram(
    flows.map(({ flow, ...identity }) => compileFlow(flow, { ...identity, versionId: `${identity.flowId}v` })),
  );
  const context = { nowMs: 1_000, timeZone: 'UTC', seed: 's', considerations: 'acting' } as const;
  return ({ event, facts }) => runEvent(program, event, facts, context);
}
