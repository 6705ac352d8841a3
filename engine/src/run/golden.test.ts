import { describe, expect, it } from 'vitest';
import everyKind from '../../golden/format-1/every-kind.flow.json';
import everyKindOutcome from '../../golden/format-1/every-kind.outcome.json';
import { checkFlow } from '../compile/check-flow.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { NODE_CATALOGUE } from '../nodes/node-catalogue.ts';
import { runEvent } from './run-event.ts';
import type { RunOutcome } from './run-outcome.ts';

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

describe('the golden flow of format 1', () => {
  it('still parses and has nothing to mend', () => {
    const parsed = parseFlow(everyKind);
    expect(parsed.ok && checkFlow(parsed.flow, workspace)).toEqual([]);
  });

  it('uses every kind of node', () => {
    const used = new Set(everyKind.nodes.map(({ kind }) => kind));
    expect(NODE_CATALOGUE.map(({ kind }) => kind).filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('still runs to the same bytes', () => {
    expect(JSON.stringify(runGolden(), null, 2)).toBe(JSON.stringify(everyKindOutcome, null, 2));
  });
});
