import type { Facts } from '../facts/fact-value.ts';
import { type Sketch, sketchedFlow } from './flow.test-support.ts';
import type { NaiveFlow, NaiveMoment } from './naive-run.test-support.ts';

const reply: Sketch[string] = ['action.reply', { text: 'Hello' }];
const fork: Sketch[string] = ['control.parallel', { actions: [] }];
const wait: Sketch[string] = [
  'control.wait',
  { until: { type: 'duration', ms: 1_000, clock: 'calendar' }, ends: [{ type: 'ticketReplied' }] },
];
const note: Sketch[string] = ['action.setFields', { fields: { 'ticket.level': 2 } }];

function only(sketch: Sketch): readonly NaiveFlow[] {
  return [{ flowId: 'f0', position: 0, stopOnMatch: false, flow: sketchedFlow(sketch) }];
}

/** Lives that once went differently from a plain walk, with the cause. */
export const REGRESSIONS: readonly {
  readonly cause: string;
  readonly flows: readonly NaiveFlow[];
  readonly life: readonly NaiveMoment[];
  readonly facts: Facts;
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
    life: [{ event: 'ticketCreated' }],
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
    life: [{ event: 'ticketSolved' }, { event: 'ticketReplied' }],
    facts: {},
  },
];
