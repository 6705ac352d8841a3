import { checkFlow, NO_REFERENCES, parseFlow } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { starterFlow } from './starter-flow.ts';

function counted(): () => string {
  let count = 0;
  return () => `id${count++}`;
}

describe('the starter flow', () => {
  it('can be published as it is in a workspace with categories and queues', () => {
    const references = { ...NO_REFERENCES, queues: [{ id: 'q', name: 'General' }], categories: ['Billing', 'Network'] };
    const flow = starterFlow(references, counted());
    expect(parseFlow(flow).ok).toBe(true);
    expect(checkFlow(flow, references)).toEqual([]);
  });

  it('can still be opened in an empty workspace', () => {
    expect(parseFlow(starterFlow(NO_REFERENCES, counted())).ok).toBe(true);
  });
});
