import { describe, expect, it } from 'vitest';
import { clockSentence } from './clock-sentence.ts';
import { compileSla } from './compile-sla.ts';
import { created, hour, message, policyOf, slaInput, status } from './log.test-support.ts';
import { namesFor } from './names.test-support.ts';
import { currentClock } from './sla-clock.ts';
import type { SlaEvent } from './sla-event.ts';

const gold = policyOf('gold', 4);
const never = { ...gold, targets: gold.targets.map((target) => ({ ...target, calendarId: 'never' })) };
const input = {
  ...slaInput(gold),
  calendars: { ...slaInput(gold).calendars, never: { timeZone: 'UTC', weekly: [], holidays: [], exceptions: [] } },
};

function sentences(log: readonly SlaEvent[], hours: number, metric: 'firstReply' | 'requesterWait', policies = [gold]) {
  const clock = currentClock(compileSla({ ...input, policies }).read(log, hour(hours)), metric);
  if (!clock) throw new Error('The clock has not started');
  return [clockSentence(clock, hour(hours), namesFor, 'en'), clockSentence(clock, hour(hours), namesFor, 'id')];
}

describe('a clock in words', () => {
  it.each<[string, readonly SlaEvent[], number, 'firstReply' | 'requesterWait', string, string]>([
    [
      'running',
      [created(0)],
      3.5,
      'firstReply',
      'First reply due in 30 minutes',
      'Balasan pertama jatuh tempo dalam 30 menit',
    ],
    ['late', [created(0)], 5, 'firstReply', 'First reply is 1 hour late', 'Balasan pertama sudah lewat 1 jam'],
    [
      'in time',
      [created(0), message(1, 'agentReply')],
      5,
      'firstReply',
      'First reply was in time, after 1 hour',
      'Balasan pertama tepat waktu, setelah 1 jam',
    ],
    [
      'too late',
      [created(0), message(5, 'agentReply')],
      6,
      'firstReply',
      'First reply came 1 hour late',
      'Balasan pertama terlambat 1 jam',
    ],
    [
      'paused',
      [created(0), status(1, 'pending')],
      6,
      'requesterWait',
      "Customer's waiting time is paused with 3 hours left",
      'Waktu tunggu pelanggan dijeda, sisa 3 jam',
    ],
    [
      'paused late',
      [created(0), status(5, 'pending')],
      6,
      'requesterWait',
      "Customer's waiting time is paused, past its target",
      'Waktu tunggu pelanggan dijeda, sudah lewat target',
    ],
  ])('%s', (_name, log, hours, metric, en, id) => {
    expect(sentences(log, hours, metric)).toEqual([
      `${en} (Gold, priority Normal: 4 hours in Office hours)`,
      `${id} (Gold, prioritas Biasa: 4 jam menurut Office hours)`,
    ]);
  });

  it('without a target, around the clock, and in a calendar that never opens', () => {
    expect(sentences([created(0)], 1, 'firstReply', [])).toEqual([
      'First reply has taken 1 hour so far; it has no target',
      'Balasan pertama sudah berjalan 1 jam; tanpa target',
    ]);
    expect(sentences([created(0), message(1, 'agentReply')], 1, 'firstReply', [])).toEqual([
      'First reply took 1 hour; it had no target',
      'Balasan pertama memakan 1 jam; tanpa target',
    ]);
    expect(sentences([created(0)], 1, 'firstReply', [policyOf('gold', 4, { calendarId: null })])).toEqual([
      'First reply due in 3 hours (Gold, priority Normal: 4 hours around the clock)',
      'Balasan pertama jatuh tempo dalam 3 jam (Gold, prioritas Biasa: 4 jam siang dan malam)',
    ]);
    const [english, indonesian] = sentences([created(0)], 1, 'firstReply', [never]);
    expect(english).toMatch(/^First reply is never due, its calendar does not open/);
    expect(indonesian).toMatch(/^Balasan pertama tidak pernah jatuh tempo, kalendernya tidak buka/);
  });
});
