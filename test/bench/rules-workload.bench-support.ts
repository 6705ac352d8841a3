import type { Condition, Facts, Flow, TicketEvent, TicketEventType } from '@alur/engine';
import { holds } from './rules-interpreter.bench-support.ts';

/** One rule: an event and a condition. */
export interface Rule {
  readonly id: number;
  readonly event: TicketEventType;
  readonly condition: Condition;
}

/** One thing that happened, with the facts beside it. */
export interface Happening {
  readonly event: TicketEventType;
  readonly facts: Facts;
}

/** Rules and happenings made from one seed; the same in every process. */
export interface Workload {
  readonly rules: readonly Rule[];
  readonly happenings: readonly Happening[];
}

const EVENTS = ['ticketCreated', 'ticketUpdated', 'ticketReplied', 'ticketSolved'] as const;

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'ticket.priority': ['low', 'normal', 'high', 'urgent'],
  'ticket.status': ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'],
  'ticket.severity': ['minor', 'moderate', 'major', 'critical'],
  'ticket.sentiment': ['negative', 'neutral', 'positive'],
  'ticket.category': names('category', 80),
  'ticket.language': names('language', 20),
  'ticket.channel': names('channel', 12),
  'ticket.team': names('team', 60),
  'contact.country': names('country', 60),
};
const NUMBERS: Readonly<Record<string, number>> = {
  'ticket.level': 5,
  'ticket.age': 30 * 24,
  'ticket.replyCount': 20,
  'contact.openTickets': 12,
};
const TAGS = names('tag', 40);
const WORDS = names('word', 200);
/** The facts rules ask about. */
export const WORKLOAD_FACTS = [
  ...Object.keys(OPTIONS),
  ...Object.keys(NUMBERS),
  'contact.isVip',
  'ticket.tags',
  'ticket.subject',
];

function names(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${String(index).padStart(3, '0')}`);
}

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  some<T>(values: readonly T[], count: number): readonly T[] {
    const chosen = new Set<T>();
    while (chosen.size < Math.min(count, values.length)) chosen.add(this.one(values));
    return [...chosen];
  }
}

/** How many different happenings there are. */
export const HAPPENINGS = 512;
/** The share of rules that match a happening, over all of them, and how far the mean may be off, as a part of it. */
export const MATCH_SHARE = 0.01;
const SHARE_SLACK = 0.05;
/** Fewer rules are as far off as this many may be. */
const FEWEST = 10;

/**
 * The same rules come first whatever their number. Drawn rules that would take the mean share of matches over all
 * happenings off `MATCH_SHARE` are drawn again, so a broad rule comes only once there are many narrow ones.
 */
export function workload(seed: number, ruleCount: number): Workload {
  const ofHappenings = new Chance(seed);
  const happenings = Array.from({ length: HAPPENINGS }, () => ({
    event: ofHappenings.one(EVENTS),
    facts: facts(ofHappenings),
  }));
  const chance = new Chance(seed + 1);
  const rules: Rule[] = [];
  let matches = 0;
  while (rules.length < ruleCount) {
    const rule = { id: rules.length, event: chance.one(EVENTS), condition: condition(chance) };
    const own = happenings.filter(({ event, facts }) => event === rule.event && holds(rule.condition, facts)).length;
    const wanted = (rules.length + 1) * MATCH_SHARE * HAPPENINGS;
    const slack = Math.max(rules.length + 1, FEWEST) * MATCH_SHARE * HAPPENINGS * SHARE_SLACK;
    if (Math.abs(matches + own - wanted) > slack) continue;
    matches += own;
    rules.push(rule);
  }
  return { rules, happenings };
}

/** How many comparisons a condition has. */
export function comparisonsOf(condition: Condition): number {
  if ('not' in condition) return comparisonsOf(condition.not);
  const items = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  return items ? items.reduce((sum, item) => sum + comparisonsOf(item), 0) : 1;
}

/** A trigger, a condition and an action: the rule as a manager would draw it. */
export function flowOf({ event, condition: asked }: Rule): Flow {
  const position = { x: 0, y: 0 };
  const config = { ticketUpdated: { fields: ['ticket.status'] }, ticketReplied: { by: 'any' } }[event as string] ?? {};
  return {
    format: 1,
    nodes: [
      { id: 't', kind: `trigger.${event}`, position, config },
      { id: 'c', kind: 'filter.condition', position, config: { condition: asked } },
      { id: 'a', kind: 'action.tags', position, config: { add: ['matched'], remove: [] } },
    ],
    edges: [
      { id: 'e1', from: { node: 't', port: 'then' }, to: { node: 'c' } },
      { id: 'e2', from: { node: 'c', port: 'yes' }, to: { node: 'a' } },
    ],
    notes: [],
  };
}

export function eventOf({ event }: Happening): TicketEvent {
  const changes = { 'ticket.status': { from: 'new', to: 'open' } };
  const base = { type: event, ticketId: 'ticket', actor: { kind: 'customer' } } as const;
  return event === 'ticketUpdated' ? { ...base, changes } : base;
}

/** All of one to three parts, each a comparison or any of two or three; in those, now and then, all of two. */
function condition(chance: Chance): Condition {
  const parts = Array.from({ length: 2 + chance.below(3) }, () => {
    if (chance.next() < 0.75) return comparison(chance);
    const choices = Array.from({ length: 2 }, () =>
      chance.next() < 0.25 ? { all: [comparison(chance), comparison(chance)] } : comparison(chance),
    );
    return { any: choices };
  });
  return { all: parts };
}

function comparison(chance: Chance): Condition {
  const fact = chance.one(WORKLOAD_FACTS);
  const options = OPTIONS[fact];
  if (options) {
    const kind = chance.next();
    if (kind < 0.82) return { fact, op: 'is', value: chance.one(options) };
    if (kind < 0.84) return { fact, op: 'isNot', value: chance.one(options) };
    const op = kind < 0.99 ? 'isOneOf' : 'isNoneOf';
    return { fact, op, value: chance.some(options, 2 + chance.below(Math.ceil(options.length / 5))) };
  }
  const most = NUMBERS[fact];
  if (most !== undefined) {
    return {
      fact,
      op: chance.one(['atLeast', 'atMost', 'moreThan', 'lessThan'] as const),
      value: chance.below(most + 1),
    };
  }
  if (fact === 'contact.isVip') return { fact, op: 'is', value: chance.next() < 0.5 };
  if (fact === 'ticket.tags') return { fact, op: 'containsAnyOf', value: chance.some(TAGS, 1 + chance.below(6)) };
  return { fact, op: 'contains', value: chance.one(WORDS) };
}

function facts(chance: Chance): Facts {
  return {
    ...Object.fromEntries(Object.entries(OPTIONS).map(([fact, options]) => [fact, chance.one(options)])),
    ...Object.fromEntries(Object.entries(NUMBERS).map(([fact, most]) => [fact, chance.below(most + 1)])),
    'contact.isVip': chance.next() < 0.5,
    'ticket.tags': chance.some(TAGS, chance.below(5)),
    'ticket.subject': chance.some(WORDS, 5 + chance.below(6)).join(' '),
  };
}
