import fc from 'fast-check';
import { arbitraryCondition } from '../conditions/condition-arbitrary.test-support.ts';

/** A step as it is drawn: its kind and config, and the ports that lead on; one named twice forks. */
export interface Drawn {
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly ports: readonly string[];
}

type Told = Omit<Drawn, 'ports'>;

function told(kind: string, config: fc.Arbitrary<Record<string, unknown>> = fc.constant({})): fc.Arbitrary<Told> {
  return fc.record({ kind: fc.constant(kind), config });
}

function leading(step: fc.Arbitrary<Told>, ...ports: readonly string[]): fc.Arbitrary<Drawn> {
  return step.map((one) => ({ ...one, ports }));
}

const tag = fc.constantFrom('vip', 'refund', 'bug');
const setFields = told(
  'action.setFields',
  fc.record({
    fields: fc.oneof(
      fc.record({ 'ticket.priority': fc.constantFrom('low', 'high', 'urgent') }),
      fc.record({
        'ticket.status': fc.constantFrom('open', 'solved'),
        'ticket.level': fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({ 'ticket.severity': fc.option(fc.constantFrom('minor', 'major')) }),
    ),
  }),
);
/** Fails where what it copies does not fit. `answer.code` stands for the answer of a call of the flow. */
const copyField = told(
  'action.setFields',
  fc.constantFrom(
    { fields: { 'ticket.priority': { fact: 'ticket.subject' } } },
    { fields: { 'ticket.level': { fact: 'answer.code' } } },
  ),
);
const tags = told(
  'action.tags',
  fc.oneof(
    fc.record({ add: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }), remove: fc.constant<string[]>([]) }),
    fc.record({ add: fc.constant<string[]>([]), remove: fc.uniqueArray(tag, { minLength: 1 }) }),
  ),
);
/** Always fails: no provider is set up for it. */
const failing = told('action.lookupContact');
const reply = told('action.reply', fc.constant({ text: 'Hello' }));
const call = (answers: readonly object[]) =>
  told('action.webhook', fc.constant({ url: 'https://example.com/', method: 'GET', body: '', answers }));
const solve = fc.oneof(
  told('action.solve', fc.constantFrom({}, { message: 'Solved' })),
  told('action.close', fc.constantFrom({}, { message: 'Closed' })),
);
const owners = fc.oneof(
  told(
    'action.route',
    fc.record({ queueId: fc.constantFrom('q-pay', 'q-gen'), requirement: fc.constant({ skills: [] }) }),
  ),
  told(
    'action.assign',
    fc.constantFrom({ agentId: 'a-dewi' }, { teamId: 't-1' }, { agentId: 'a-budi', teamId: 't-2' }),
  ),
  told('action.unassign', fc.record({ from: fc.constantFrom('agent', 'team', 'both') })),
  told(
    'action.transfer',
    fc.constantFrom(
      { agentId: 'a-dewi', reason: 'x' },
      { teamId: 't-1', reason: 'x' },
      { teamId: 't-2', reason: 'x' },
      { queueId: 'q-pay', reason: 'x' },
    ),
  ),
);
const telling = fc.oneof(
  told('action.escalate', fc.constantFrom({}, { level: 3 })),
  told('action.note', fc.constant({ text: 'Seen' })),
  told('action.notify', fc.constant({ recipients: [{ kind: 'supervisors' }], text: 'Look' })),
);
const inList = fc.oneof(setFields, copyField, tags, failing, reply, call([]), solve, owners, telling);
const list = fc.array(inList, { minLength: 1, maxLength: 3 });

const ends = fc.uniqueArray(
  fc.constantFrom(
    { type: 'ticketReplied' },
    { type: 'ticketReplied', by: 'agent' },
    { type: 'ticketUpdated' },
    { type: 'ticketSolved' },
    { type: 'ticketAssigned' },
    { type: 'ticketOpened' },
  ),
  { minLength: 1, maxLength: 2, selector: ({ type }) => type },
);
const calendar = fc.constantFrom({}, { calendarId: 'cal-office' }, { calendarId: 'cal-never' });
const duration = fc.record({
  type: fc.constant('duration'),
  ms: fc.constantFrom(1_000, 2_000, 5_000),
  clock: fc.constant('calendar'),
});
const until = fc.oneof(
  { weight: 6, arbitrary: duration },
  { weight: 1, arbitrary: fc.tuple(duration, calendar).map(([a, b]) => ({ ...a, ...b, clock: 'business' })) },
  { weight: 1, arbitrary: calendar.map((one) => ({ ...one, type: 'businessHours' })) },
  { weight: 1, arbitrary: fc.constant({ type: 'instant', fact: 'ticket.custom.dueDate' }) },
  { weight: 1, arbitrary: fc.constantFrom('00:00', '00:02').map((at) => ({ type: 'timeOfDay', at })) },
);
const wait = told('control.wait', fc.record({ until }));
const endedWait = told('control.wait', fc.record({ until, ends }));
const fork = told('control.parallel', fc.constant({ actions: [] }));

const asked = fc.oneof(
  { weight: 4, arbitrary: arbitraryCondition },
  { weight: 1, arbitrary: fc.constant({ fact: 'answer.code', op: 'atLeast', value: 3 }) },
  { weight: 1, arbitrary: fc.constant({ fact: 'ticket.assignee', op: 'isEmpty' }) },
);
const cases = fc.tuple(asked, asked).map(([a, b]) => ({
  cases: [
    { id: 'a', condition: a },
    { id: 'b', condition: b },
  ],
}));
/** Whatever the hash, one share gets every ticket. */
const shares = fc.constantFrom(['a', 'b'], ['b', 'a']).map((ids) => ids.map((id, at) => ({ id, percent: at * 100 })));

const arbitraryStep: fc.Arbitrary<Drawn> = fc.oneof(
  leading(told('filter.condition', fc.record({ condition: asked })), 'yes', 'no'),
  leading(told('filter.switch', cases), 'a', 'b', 'otherwise'),
  leading(told('filter.split', fc.record({ shares })), 'a', 'b'),
  leading(setFields, 'done'),
  leading(copyField, 'done', 'failed'),
  leading(tags, 'done'),
  leading(failing, 'failed'),
  leading(failing, 'done'),
  leading(reply, 'done'),
  leading(reply, 'done', 'failed'),
  { arbitrary: leading(call([{ name: 'code', path: 'code', type: 'number' }]), 'done', 'failed'), weight: 2 },
  leading(solve, 'done'),
  leading(owners, 'done'),
  leading(telling, 'done'),
  leading(told('action.startFlow', fc.record({ flowId: fc.constantFrom('f0', 'f1', 'f2', 'f3') })), 'done', 'failed'),
  leading(
    told('control.sequence', fc.record({ actions: list, onError: fc.constantFrom('stop', 'continue') })),
    'done',
    'failed',
  ),
  leading(told('control.parallel', fc.record({ actions: list })), 'done', 'failed'),
  leading(fork, 'done', 'done', 'done'),
  { arbitrary: leading(fork, 'done', 'done'), weight: 3 },
  { arbitrary: leading(wait, 'elapsed'), weight: 3 },
  { arbitrary: leading(endedWait, 'elapsed', 'happened'), weight: 2 },
  {
    arbitrary: leading(told('control.join', fc.record({ waitsFor: fc.constantFrom('all', 'any') })), 'then'),
    weight: 7,
  },
  leading(told('control.stop', fc.record({ laterFlows: fc.boolean() }))),
);

/** Most flows fork at once, so that branches have room to meet again. */
export const arbitrarySteps: fc.Arbitrary<readonly Drawn[]> = fc
  .tuple(
    fc.array(leading(fork, 'done', 'done', 'done'), { maxLength: 1 }),
    fc.array(arbitraryStep, { minLength: 1, maxLength: 9, size: 'max' }),
  )
  .map(([first, rest]) => [...first, ...rest]);

const refire = fc.constantFrom<object[]>(
  { policy: 'oncePerEpisode' },
  { policy: 'oncePerEpisode' },
  { policy: 'oncePerTicket' },
  { policy: 'atMost', times: 2 },
);
const byTime: fc.Arbitrary<Told> = fc.oneof(
  told(
    'trigger.ticketIdle',
    fc
      .tuple(
        fc.record({ waitingOn: fc.constantFrom('agent', 'customer'), forMs: fc.constantFrom(1_000, 50_000), refire }),
        fc.constantFrom({ clock: 'calendar' }, { clock: 'business', calendarId: 'cal-office' }),
      )
      .map(([a, b]) => ({ ...a, ...b })),
  ),
  told('trigger.schedule', fc.record({ cron: fc.constant('0 * * * *'), refire })),
  told('trigger.schedule', fc.record({ cron: fc.constant('0 * * * *'), condition: arbitraryCondition, refire })),
  // A condition that flows and events end and begin.
  told(
    'trigger.schedule',
    fc.record({
      cron: fc.constant('0 * * * *'),
      condition: fc.record({
        fact: fc.constant('ticket.priority'),
        op: fc.constantFrom('is', 'isNot'),
        value: fc.constantFrom('low', 'high'),
      }),
      refire,
    }),
  ),
);

export const arbitraryTrigger: fc.Arbitrary<Told> = fc.oneof(
  { weight: 2, arbitrary: byTime },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Told>(
      { kind: 'trigger.ticketCreated', config: {} },
      { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority', 'ticket.level'] } },
      { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.tags'] } },
      { kind: 'trigger.ticketSolved', config: {} },
      { kind: 'trigger.ticketReplied', config: { by: 'any' } },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Told>(
      { kind: 'trigger.ticketCreated', config: { channels: ['c-wa'] } },
      { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority'], from: 'low', to: 'urgent' } },
      { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.team', 'ticket.queue'] } },
      { kind: 'trigger.ticketReplied', config: { by: 'agent', firstOnly: true } },
      { kind: 'trigger.ticketAssigned', config: { scope: 'agent' } },
      { kind: 'trigger.ticketAssigned', config: { scope: 'any' } },
      { kind: 'trigger.ticketTransferred', config: {} },
      { kind: 'trigger.ticketClosed', config: {} },
      { kind: 'trigger.ticketReopened', config: {} },
      { kind: 'trigger.ticketOpened', config: {} },
      { kind: 'trigger.manual', config: {} },
      { kind: 'trigger.webhook', config: { name: 'paid' } },
    ),
  },
);
