/** What the engine makes of many flows, as one text: bundled, it runs in Node and in a browser, and must say the same. */
import fc from 'fast-check';
import { arbitraryFacts } from '../../engine/src/conditions/condition-arbitrary.test-support.ts';
import {
  checkFlow,
  compileFlow,
  type Facts,
  linkProgram,
  matchFlows,
  parseFlow,
  type References,
  runEvent,
  TICKET_EVENT_TYPES,
  type TicketEvent,
} from '../../engine/src/index.ts';
import { arbitraryFlows } from '../../engine/src/run/flow-arbitrary.test-support.ts';

const SEED = 20_261_122;
const RANDOM = 300;
/** A Monday noon in Jakarta. */
const CONTEXT = {
  nowMs: Date.parse('2026-03-02T05:00:00Z'),
  seed: 'browser',
  timeZone: 'Asia/Jakarta',
  providers: new Set(['reply', 'email', 'webhook', 'crm', 'ai', 'survey'] as const),
};
const CHANGES = { 'ticket.priority': { from: 'low', to: 'high' }, 'ticket.status': { from: 'open', to: 'solved' } };
const TICKET: Facts = {
  'ticket.subject': 'ＲＥＦＵＮＤ for Straße',
  'ticket.language': 'id',
  'ticket.channel': 'c-wa',
  'ticket.tags': ['unsorted', 'vip'],
  'ticket.severity': 'minor',
  'ticket.age': 3_600_000,
  'contact.name': 'Sari',
  'contact.isVip': true,
  'message.text': 'About INV-204, naïve and ﬁne',
};

/** One line a flow or event, each JSON. */
export function traces(goldenFlows: readonly unknown[], references: References): string {
  const lines: string[] = [];
  const events = TICKET_EVENT_TYPES.map(
    (type): TicketEvent => ({ type, ticketId: 'ticket', actor: { kind: 'customer', id: 'c' }, changes: CHANGES }),
  );
  for (const [index, golden] of goldenFlows.entries()) {
    const parsed = parseFlow(golden);
    if (!parsed.ok) throw new Error(`Golden flow ${index} does not parse`);
    lines.push(JSON.stringify(checkFlow(parsed.flow, references)));
    const identity = { flowId: `golden-${index}`, versionId: 'v', position: 1, stopOnMatch: false };
    const program = linkProgram([compileFlow(parsed.flow, identity)]);
    for (const event of events) lines.push(JSON.stringify(runEvent(program, event, TICKET, CONTEXT)));
  }
  const sampled = { seed: SEED, numRuns: RANDOM };
  const facts = fc.sample(arbitraryFacts, sampled);
  for (const [index, flows] of fc.sample(arbitraryFlows, sampled).entries()) {
    const program = linkProgram(
      flows.map(({ flow, flowId, position, stopOnMatch }) =>
        compileFlow(flow, { flowId, versionId: `${flowId}v`, position, stopOnMatch }),
      ),
    );
    const event = events[index % 3 === 0 ? 4 : 0];
    const seen = facts[index];
    if (!event || !seen) continue;
    lines.push(JSON.stringify(runEvent(program, event, seen, CONTEXT)));
    lines.push(JSON.stringify(matchFlows(program, event, seen, CONTEXT).map(({ flowId }) => flowId)));
  }
  return lines.join('\n');
}
