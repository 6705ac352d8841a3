import type { TicketEventType } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { type Sketch, sketchedFlow } from './flow.test-support.ts';
import type { NaiveFlow, NaiveMoment } from './naive-drawing.test-support.ts';

const reply: Sketch[string] = ['action.reply', { text: 'Hello' }];
const fork: Sketch[string] = ['control.parallel', { actions: [] }];
const wait: Sketch[string] = [
  'control.wait',
  { until: { type: 'duration', ms: 1_000, clock: 'calendar' }, ends: [{ type: 'ticketReplied' }] },
];
const note: Sketch[string] = ['action.setFields', { fields: { 'ticket.level': 2 } }];

function happens(type: TicketEventType): NaiveMoment {
  return { events: [{ type, by: 'customer' }] };
}

/** Ended by a solution. */
const ended: Sketch[string] = ['control.wait', { until: wait[1].until, ends: [{ type: 'ticketSolved' }] }];
const pause = (ms: number, ...ways: string[]): Sketch[string] => [
  'control.wait',
  { until: { type: 'duration', ms, clock: 'calendar' } },
  ...ways,
];
const call: Sketch[string] = ['action.webhook', { url: 'https://example.com/', method: 'GET', body: '', answers: [] }];
const join = (waitsFor: 'all' | 'any', ...ways: string[]): Sketch[string] => ['control.join', { waitsFor }, ...ways];

function answered(place: number): NaiveMoment {
  return { isRefused: false, code: 1, run: 0, place };
}

function several(sketches: readonly Sketch[]): readonly NaiveFlow[] {
  return sketches.map((sketch, at) => ({
    flowId: `f${at}`,
    position: at,
    stopOnMatch: false,
    flow: sketchedFlow(sketch),
  }));
}

function only(sketch: Sketch): readonly NaiveFlow[] {
  return several([sketch]);
}

/** Lives that once went differently from a plain walk, with the cause. */
export const REGRESSIONS: readonly {
  readonly cause: string;
  readonly flows: readonly NaiveFlow[];
  readonly life: readonly NaiveMoment[];
  readonly facts: Facts;
  readonly hasFallback?: boolean;
}[] = [
  {
    cause: 'branches that send more messages at one moment than the budget has',
    flows: only({
      t: ['trigger.ticketCreated', {}, 'then>p'],
      p: [...fork, 'done>a', 'done>b'],
      a: [...reply, 'done>q'],
      b: [...reply, 'done>q'],
      q: [...fork, 'done>c', 'done>d'],
      c: [...reply, 'done>e'],
      d: [...reply, 'done>e'],
      e: [...reply, 'done>g'],
      g: [...reply],
    }),
    life: [happens('ticketCreated')],
    facts: {},
  },
  {
    cause: 'two waits of one run that one event ended went on in turns instead of one after the other',
    flows: only({
      t: ['trigger.ticketSolved', {}, 'then>p'],
      p: [...fork, 'done>v', 'done>w'],
      v: [...wait, 'happened>n'],
      w: [...wait, 'happened>n'],
      n: note,
    }),
    life: [happens('ticketSolved'), happens('ticketReplied')],
    facts: {},
  },
  {
    cause: 'a circle that left its fork by one edge and forked again made the other branches inner ones of that one',
    flows: only({
      t: ['trigger.ticketCreated', {}, 'then>p'],
      p: [...fork, 'done>v', 'done>n'],
      v: pause(1_000, 'elapsed>m'),
      m: ['action.tags', { add: ['x'], remove: [] }, 'done>p'],
      n: ['action.escalate', {}],
    }),
    life: [happens('ticketCreated'), { laterMs: 1_000, run: 0 }],
    facts: {},
  },
  ...['j', 'a'].map((last) => ({
    cause: `a join for any let its first branch go on while others were on their way by a join, which came too: ${last}`,
    flows: only({
      t: ['trigger.ticketCreated', {}, 'then>p'],
      p: [...fork, `done>${last}`, 'done>b'],
      b: join('any', 'then>m'),
      m: ['action.tags', { add: ['x'], remove: [] }, `done>${last}`],
      [last]: join('any', 'then>n'),
      n: note,
    }),
    life: [happens('ticketCreated')],
    facts: {},
  })),
  {
    cause: 'joins in a circle that wait for each other waited for a branch elsewhere too',
    flows: only({
      t: ['trigger.ticketCreated', {}, 'then>p'],
      p: [...fork, 'done>a', 'done>b', 'done>c'],
      a: [...fork, 'done>j', 'done>k'],
      b: pause(60_000),
      c: note,
      j: join('all', 'then>v'),
      v: pause(1_000, 'elapsed>k'),
      k: join('all', 'then>w'),
      w: pause(1_000, 'elapsed>j'),
    }),
    life: [happens('ticketCreated'), { laterMs: 1_000, run: 0 }, { laterMs: 1_000, run: 0 }],
    facts: {},
  },
  ...['a', 'c'].map((assigning) => ({
    cause: `a branch that failed took the ticket from the agent its sister had given it to: ${assigning}`,
    flows: only({
      t: ['trigger.ticketCreated', {}, 'then>p'],
      p: [...fork, `done>${assigning}`, 'done>b'],
      [assigning]: ['action.assign', { agentId: 'a-dewi' }],
      b: ['action.lookupContact', {}],
    }),
    life: [happens('ticketCreated')],
    facts: {},
    hasFallback: true,
  })),
  {
    cause: 'a run woken by time stood behind one that it had started then',
    flows: several([
      {
        t: ['trigger.ticketCreated', {}, 'then>v'],
        v: pause(1_000, 'elapsed>s'),
        s: ['action.startFlow', { flowId: 'f1' }, 'done>w'],
        w: wait,
      },
      { t: ['trigger.manual', {}, 'then>w'], w: wait },
    ]),
    life: [happens('ticketCreated'), { laterMs: 1_000, run: 0 }, happens('ticketReplied')],
    facts: {},
  },
  {
    cause: 'a run whose started flow had stopped later flows stopped them again for the event that woke it',
    flows: several([
      { t: ['trigger.ticketCreated', {}, 'then>s'], s: ['action.startFlow', { flowId: 'f1' }, 'done>w'], w: ended },
      { t: ['trigger.manual', {}, 'then>n'], n: [...note, 'done>e'], e: ['control.stop', { laterFlows: true }] },
      { t: ['trigger.ticketSolved', {}, 'then>n'], n: ['action.solve', {}] },
      { t: ['trigger.ticketCreated', {}, 'then>n'], n: ['action.solve', {}] },
    ]),
    life: [
      {
        events: [
          { type: 'ticketCreated', by: 'customer' },
          { type: 'ticketSolved', by: 'customer' },
        ],
      },
    ],
    facts: {},
  },
  {
    cause: 'a list passed again by a circle before its call was answered took the answers of both for its own',
    flows: only({
      t: ['trigger.ticketCreated', {}, 'then>p'],
      p: [...fork, 'done>v', 'done>l'],
      v: pause(1_000, 'elapsed>p'),
      l: ['control.sequence', { actions: [{ kind: call[0], config: call[1] }], onError: 'stop' }, 'done>n'],
      n: ['action.escalate', {}],
    }),
    life: [happens('ticketCreated'), { laterMs: 1_000, run: 0 }, answered(0), answered(0)],
    facts: {},
  },
  {
    cause: 'an episode that a flow ended by what it did went on for it, so that it never fired again',
    flows: only({
      t: [
        'trigger.schedule',
        {
          cron: '0 * * * *',
          condition: { fact: 'ticket.priority', op: 'is', value: 'low' },
          refire: { policy: 'oncePerEpisode' },
        },
        'then>n',
      ],
      n: ['action.setFields', { fields: { 'ticket.priority': 'high' } }],
    }),
    life: [
      { asked: 0, laterMs: 3_600_000 },
      { events: [{ type: 'ticketUpdated', by: 'agent', priority: 'low' }] },
      { asked: 0, laterMs: 3_600_000 },
    ],
    facts: { 'ticket.priority': 'low' },
  },
];
