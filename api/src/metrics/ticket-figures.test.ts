import { compileSla, type SlaPolicy } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { type LoggedEvent, slaLog } from '../sla/ticket-log.ts';
import { Gatherer } from './measure.ts';
import { type Figure, figuresOf } from './ticket-figures.ts';

const MINUTE_MS = 60_000;
const policy: SlaPolicy = {
  id: 'p',
  name: 'All',
  position: 0,
  condition: null,
  targets: [{ metric: 'firstReply', byPriority: { normal: 30 * MINUTE_MS }, calendarId: null }],
};
const sla = compileSla({ policies: [policy], calendars: {}, defaultCalendarId: null, timeZone: 'UTC' });

const at = (minute: number, type: string, data: LoggedEvent['data'] = {}): LoggedEvent => ({
  type,
  actorKind: 'agent',
  data,
  at: new Date(minute * MINUTE_MS),
});
const change = (fact: string, from: string | null, to: string | null) => ({ [fact]: { from, to } });

function figures(log: readonly LoggedEvent[], toMinute: number, fromMinute = 0): readonly Figure[] {
  const toMs = toMinute * MINUTE_MS;
  const facts = { 'ticket.status': 'new', 'ticket.priority': 'normal' };
  const reading = sla.read(slaLog(log, facts), toMs);
  return figuresOf({ log, reading }, { fromMs: fromMinute * MINUTE_MS, toMs, serviceLevelMs: 10 * MINUTE_MS });
}
const of = (metric: string, all: readonly Figure[]) => all.filter((figure) => figure.metric === metric);

const WORKED = [
  at(0, 'created', { status: 'new' }),
  at(0, 'queued', change('ticket.queue', null, 'q1')),
  at(5, 'assigned', { ...change('ticket.assignee', null, 'a'), ...change('ticket.status', 'new', 'open') }),
  at(20, 'replied', { author: 'agent' }),
  at(25, 'assigned', change('ticket.assignee', 'a', 'b')),
  at(40, 'solved', change('ticket.status', 'open', 'solved')),
  at(50, 'surveyAnswered', { score: 5 }),
  at(60, 'reopened', change('ticket.status', 'solved', 'open')),
];

describe('the figures of a ticket', () => {
  it('are lengths of its clocks, its wait, and shares of what became of it', () => {
    const all = figures(WORKED, 100);
    expect(of('firstReply', all)).toMatchObject([{ atMs: 20 * MINUTE_MS, lengthMs: 20 * MINUTE_MS }]);
    expect(of('slaAttainment', all)).toMatchObject([{ isPart: true }]);
    expect(of('speedToAccept', all)).toMatchObject([{ lengthMs: 5 * MINUTE_MS }]);
    expect(of('serviceLevel', all)).toMatchObject([{ isPart: true }]);
    expect(of('abandonment', all)).toMatchObject([{ isPart: false }]);
    expect(of('transferRate', all)).toMatchObject([{ isPart: true }]);
    expect(of('routingHops', all)).toMatchObject([{ count: 1 }]);
    expect(of('reopenRate', all)).toMatchObject([{ isPart: true }]);
    expect(of('csat', all)).toMatchObject([{ isPart: true }]);
    expect(of('backlog', all)).toMatchObject([{ atMs: 100 * MINUTE_MS, count: 1 }]);
    expect(of('unassignedAge', all)).toEqual([]);
  });

  it('leave out what happened before the time or after it', () => {
    const early = figures(WORKED, 30);
    expect([of('reopenRate', early), of('backlog', early)].map((found) => found.length)).toEqual([0, 1]);
    const late = figures(WORKED, 100, 45);
    expect(late.map(({ metric }) => metric).sort()).toEqual(['backlog', 'csat', 'csatResponseRate']);
  });

  it('count a ticket that still waits as queued, and one solved without an agent as abandoned', () => {
    const waiting = figures(WORKED.slice(0, 2), 12);
    expect(of('serviceLevel', waiting)).toMatchObject([{ isPart: false }]);
    expect(of('abandonment', waiting)).toMatchObject([{ isPart: false }]);
    expect(of('longestWait', waiting)).toMatchObject([{ lengthMs: 12 * MINUTE_MS }]);
    expect(of('unassignedAge', waiting)).toMatchObject([{ lengthMs: 12 * MINUTE_MS }]);
    const givenUp = [...WORKED.slice(0, 2), at(8, 'solved', change('ticket.status', 'new', 'solved'))];
    expect(of('abandonment', figures(givenUp, 12))).toMatchObject([{ atMs: 0, isPart: true }]);
    expect(of('waiting', figures(givenUp, 12))).toEqual([]);
  });

  it('call a missed target a miss though it was answered later', () => {
    const missed = [WORKED[0] as LoggedEvent, at(45, 'replied', { author: 'agent' })];
    expect(of('slaAttainment', figures(missed, 60))).toMatchObject([{ atMs: 30 * MINUTE_MS, isPart: false }]);
  });
});

describe('gathering figures', () => {
  it('puts each into its group and stretch of time, and measures by the unit of the metric', () => {
    const gatherer = new Gatherer([0, 10 * MINUTE_MS]);
    const length = (minute: number, lengthMs: number): Figure => ({
      metric: 'firstReply',
      atMs: minute * MINUTE_MS,
      lengthMs,
      businessMs: lengthMs / 2,
    });
    gatherer.add('b', [length(1, 100), length(9, 300), length(10, 500)]);
    gatherer.add('a', [
      { metric: 'csat', atMs: 1, isPart: true },
      { metric: 'csat', atMs: 2, isPart: false },
    ]);
    gatherer.add(null, [{ metric: 'backlog', atMs: 1, count: 3 }]);
    const groups = gatherer.measure(new Set(['firstReply', 'csat', 'backlog']));
    expect(groups.map(({ key, bucket }) => [key, bucket])).toEqual([
      ['a', 0],
      ['b', 0],
      [null, 0],
      ['b', 1],
    ]);
    const measure = (group: number, metric: string) =>
      groups[group]?.measures.find(({ definition }) => definition.key === metric);
    expect(measure(1, 'firstReply')).toMatchObject({
      count: 2,
      calendar: { mean: 200, median: 200, longest: 300 },
      business: { mean: 100 },
    });
    expect(measure(0, 'csat')?.share).toEqual({ part: 1, whole: 2, share: 0.5 });
    expect(measure(2, 'backlog')?.total).toBe(3);
    expect(measure(3, 'firstReply')?.calendar?.mean).toBe(500);
  });
});
