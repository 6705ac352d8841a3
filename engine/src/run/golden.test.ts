import { describe, expect, it } from 'vitest';
import everyKind from '../../golden/format-1/every-kind.flow.json';
import everyKindOutcome from '../../golden/format-1/every-kind.outcome.json';
import wholeLanguage from '../../golden/format-1/whole-language.flow.json';
import wholeLanguageOutcome from '../../golden/format-1/whole-language.outcome.json';
import { checkFlow } from '../compile/check-flow.ts';
import { compileFlow, type Pipeline } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import { EMPTY_FLOW, type FlowNode } from '../flow/flow.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { PROVIDERS } from '../nodes/behaviour.ts';
import { NODE_CATALOGUE } from '../nodes/node-catalogue.ts';
import { resumeRun, runEvent } from './run-event.ts';
import type { RunContext, RunOutcome } from './run-outcome.ts';
import { dueAtMsOf, type WaitingRun } from './waiting-run.ts';

/** A Monday noon in Jakarta, and a VIP's first message about an invoice. */
function runGolden(): RunOutcome {
  const parsed = parseFlow(everyKind);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const identity = { flowId: 'golden', versionId: 'golden-1', position: 1, stopOnMatch: false };
  return runEvent(
    linkProgram([compileFlow(parsed.flow, identity)]),
    { type: 'ticketCreated', ticketId: 'ticket-1', actor: { kind: 'customer', id: 'contact-1' } },
    {
      'ticket.subject': 'Refund',
      'ticket.language': 'id',
      'ticket.channel': 'c-wa',
      'ticket.tags': ['unsorted'],
      'ticket.severity': 'minor',
      'ticket.age': 0,
      'contact.name': 'Sari',
      'contact.isVip': true,
      'message.text': 'About INV-204',
    },
    { nowMs: Date.parse('2026-03-02T05:00:00Z'), seed: 'golden', timeZone: 'Asia/Jakarta' },
  );
}

const followUp: readonly FlowNode[] = [
  { id: 'button', kind: 'trigger.manual', position: { x: 0, y: 0 }, config: {} },
  { id: 'note', kind: 'action.note', position: { x: 240, y: 0 }, config: { text: 'Follow up tomorrow' } },
];

function wholeLanguagePipeline(): Pipeline {
  const parsed = parseFlow(wholeLanguage);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return compileFlow(parsed.flow, { flowId: 'golden', versionId: 'golden-1', position: 1, stopOnMatch: false });
}

const ANSWERS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  call: { plan: 'Technical', level: 2 },
  classify: { language: 'id', sentiment: 'negative', confidence: 0.9 },
  answer: { text: 'Restart it', confidence: 0.8 },
};

/**
 * The life of a ticket through the whole language, from Monday noon in Jakarta on: every call is answered a minute
 * later, and while the flow waits for the customer they keep silent or reply. Each waiting run goes through JSON.
 */
function runWholeLanguage(customer: 'silent' | 'replies'): readonly RunOutcome[] {
  const pipeline = wholeLanguagePipeline();
  const edges = [{ id: 'e', from: { node: 'button', port: 'then' }, to: { node: 'note' } }];
  const identity = { flowId: 'f-follow-up', versionId: 'f-follow-up-1', position: 2, stopOnMatch: false };
  const program = linkProgram([pipeline, compileFlow({ ...EMPTY_FLOW, nodes: followUp, edges }, identity)]);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:30' }));
  const context: RunContext = {
    nowMs: Date.parse('2026-03-02T05:00:00Z'),
    seed: 'golden',
    timeZone: 'Asia/Jakarta',
    providers: new Set(PROVIDERS),
    calendars: { 'cal-office': { timeZone: 'Asia/Jakarta', weekly, holidays: [], exceptions: [] } },
  };
  const event = (type: TicketEvent['type']): TicketEvent => ({
    type,
    ticketId: 'ticket-1',
    actor: { kind: 'customer' },
  });
  const facts = {
    'ticket.number': 7,
    'ticket.subject': 'Refund',
    'ticket.assignee': 'a-dewi',
    'ticket.language': 'id',
  };
  const outcomes = [runEvent(program, event('ticketCreated'), facts, context)];
  let nowMs = context.nowMs;
  for (;;) {
    const last = outcomes.at(-1);
    const waiting = last?.waiting[0];
    if (!last || !waiting || outcomes.length > 20) return outcomes;
    const state: WaitingRun = JSON.parse(JSON.stringify(waiting.state));
    const stored = { runId: 'run-1', pipeline, state };
    const token = state.tokens.find((one) => one.for === 'outcome');
    nowMs = token || customer === 'replies' ? nowMs + 60_000 : (dueAtMsOf(state) ?? nowMs);
    const now = { ...context, nowMs };
    if (token) {
      const results = ANSWERS[token.nodeId] ?? {};
      outcomes.push(resumeRun(program, stored, { type: 'outcome', tokenId: token.id, results }, last.facts, now));
    } else if (customer === 'silent') {
      outcomes.push(resumeRun(program, stored, { type: 'time' }, last.facts, now));
    } else {
      const author = { ...last.facts, 'message.author': 'customer' };
      outcomes.push(runEvent(program, event('ticketReplied'), author, { ...now, waiting: [stored] }));
    }
  }
}

describe('the golden flow of format 1', () => {
  it('still parses and has nothing to mend', () => {
    const parsed = parseFlow(everyKind);
    expect(parsed.ok && checkFlow(parsed.flow, workspace)).toEqual([]);
  });

  it('uses, with the golden flow of the whole language, every kind of node', () => {
    const used = new Set([...everyKind.nodes, ...wholeLanguage.nodes].map(({ kind }) => kind));
    expect(NODE_CATALOGUE.map(({ kind }) => kind).filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('still runs to the same bytes', () => {
    expect(JSON.stringify(runGolden(), null, 2)).toBe(JSON.stringify(everyKindOutcome, null, 2));
  });
});

describe('the golden flow of the whole language', () => {
  it('still parses and has nothing to mend', () => {
    const parsed = parseFlow(wholeLanguage);
    expect(parsed.ok && checkFlow(parsed.flow, workspace)).toEqual([]);
    expect(wholeLanguagePipeline().brokenNodeIds).toEqual([]);
  });

  it('passes through every step but those of failures', () => {
    const passed = [...runWholeLanguage('silent'), ...runWholeLanguage('replies')].flatMap(({ runs }) =>
      runs.flatMap(({ flowId, steps }) => (flowId === 'golden' ? steps.map(({ nodeId }) => nodeId) : [])),
    );
    const isTrigger = (kind: string) => kind.startsWith('trigger.');
    const missed = wholeLanguage.nodes.filter(({ id, kind }) => !isTrigger(kind) && !passed.includes(id));
    expect(missed.map(({ id }) => id)).toEqual(['note', 'solve']);
  });

  it.each(['silent', 'replies'] as const)('still runs to the same bytes where the customer %s', (customer) => {
    expect(JSON.stringify(runWholeLanguage(customer), null, 2)).toBe(
      JSON.stringify(wholeLanguageOutcome[customer], null, 2),
    );
  });
});
