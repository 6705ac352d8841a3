import { exportFlow, importFlow, NO_REFERENCES, portableFlowText } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { flowOf, node } from '../edit/flow.test-support.ts';
import { fileNameOf, readPortable } from './portable-file.ts';

describe('a file with a flow', () => {
  it('brings back what was exported, by name', () => {
    const flow = flowOf([node('r', 'action.route', { queueId: 'q1', requirement: { skills: [] } })]);
    const text = portableFlowText(
      exportFlow(flow, { ...NO_REFERENCES, queues: [{ id: 'q1', name: 'Billing' }] }, { name: 'A' }),
    );
    const read = readPortable(text);
    if (!read.ok) throw new Error('it should be readable');
    const elsewhere = { ...NO_REFERENCES, queues: [{ id: 'q9', name: 'billing' }] };
    expect(importFlow(read.portable, elsewhere).flow.nodes[0]?.config.queueId).toBe('q9');
  });

  it('is told apart from any other file', () => {
    expect(readPortable('no JSON')).toMatchObject({ ok: false });
    expect(readPortable('{"a": 1}')).toMatchObject({ ok: false });
  });

  it('is named after the flow', () => {
    expect(fileNameOf('Tagihan: VIP & cepat!')).toBe('Tagihan-VIP-cepat.alur.json');
    expect(fileNameOf('!!')).toBe('flow.alur.json');
  });
});
