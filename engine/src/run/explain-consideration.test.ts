import { describe, expect, it } from 'vitest';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { EMPTY_FLOW, type Flow } from '../flow/flow.ts';
import { LOCALES } from '../flow/locale.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { TRIGGER_MISS_REASONS } from '../nodes/behaviour.ts';
import { namesOf } from '../nodes/names-of.ts';
import { explainConsideration } from './explain-consideration.ts';
import { runEvent } from './run-event.ts';
import type { Consideration } from './trace.ts';

const position = { x: 0, y: 0 };
const flow: Flow = {
  ...EMPTY_FLOW,
  nodes: [
    { id: 't', kind: 'trigger.ticketCreated', position, config: { channels: ['c-wa'] } },
    {
      id: 'f',
      kind: 'filter.condition',
      position,
      config: { condition: { fact: 'ticket.category', op: 'is', value: 'Billing' } },
    },
    { id: 'p', kind: 'action.setFields', position, config: { fields: { 'ticket.priority': 'high' } } },
    { id: 'r', kind: 'action.route', position, config: { queueId: 'q-pay', requirement: { skills: [] } } },
  ],
  edges: [
    { id: '1', from: { node: 't', port: 'then' }, to: { node: 'f' } },
    { id: '2', from: { node: 'f', port: 'yes' }, to: { node: 'p' } },
    { id: '3', from: { node: 'p', port: 'done' }, to: { node: 'r' } },
  ],
};
const created: TicketEvent = { type: 'ticketCreated', ticketId: 'k', actor: { kind: 'customer' } };
const names = namesOf(workspace, flow);
const title = { flowName: 'Payments', versionNumber: 3 };

function explain(facts: Facts): readonly string[] {
  const pipeline = compileFlow(flow, { flowId: 'f', versionId: 'v', position: 1, stopOnMatch: false });
  const outcome = runEvent(linkProgram([pipeline]), created, facts, { nowMs: 0, seed: '', timeZone: 'UTC' });
  const [first] = outcome.considerations;
  return first ? LOCALES.map((locale) => explainConsideration(first, outcome, title, names, locale)) : [];
}

describe('explainConsideration', () => {
  it('tells the way a run took, with the values seen', () => {
    expect(explain({ 'ticket.channel': 'c-wa', 'ticket.category': 'billing', 'ticket.priority': 'low' })).toEqual([
      'Flow “Payments”, version 3: category is Billing → yes (category: billing); priority from Low to High; routed to queue Payments.',
      'Alur “Payments”, versi 3: kategori adalah Billing → ya (kategori: billing); prioritas dari Rendah menjadi Tinggi; diarahkan ke antrean Payments.',
    ]);
  });

  it('tells which condition decided that nothing was done', () => {
    expect(explain({ 'ticket.channel': 'c-wa' })).toEqual([
      'Flow “Payments”, version 3: category is Billing → no (category: empty).',
      'Alur “Payments”, versi 3: kategori adalah Billing → tidak (kategori: kosong).',
    ]);
  });

  it('tells why a trigger did not fire', () => {
    expect(explain({ 'ticket.channel': 'c-mail' })).toEqual([
      'Flow “Payments”, version 3: did not start, because the channel was Help mailbox.',
      'Alur “Payments”, versi 3: tidak mulai, karena kanalnya Help mailbox.',
    ]);
  });

  it('has a text in both languages for every reason and outcome', () => {
    const place = { flowId: 'f', versionId: 'v', eventIndex: 0 };
    const all: Consideration[] = [
      ...TRIGGER_MISS_REASONS.map(
        (reason) => ({ ...place, outcome: 'triggerDidNotMatch', nodeId: 't', reason, seen: null }) as const,
      ),
      { ...place, outcome: 'alreadyRan' },
      { ...place, outcome: 'stoppedByEarlierFlow' },
      { ...place, outcome: 'depthReached' },
    ];
    const texts = all.map((one) =>
      LOCALES.map((locale) => explainConsideration(one, { runs: [] }, title, names, locale)),
    );
    for (const [english, indonesian] of texts) expect(english).not.toBe(indonesian);
    expect(new Set(texts.map(([english]) => english)).size).toBe(all.length);
  });
});
