import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCommand, edge, flowOf, node } from './flow.test-support.ts';
import { COALESCE_MS, createFlowStore } from './flow-store.ts';

const start = flowOf([node('a'), node('b')], [edge('a', 'done', 'b')]);
const typing = (text: string) => ({ type: 'configure', nodeId: 'b', config: { text }, ports: ['done'] }) as const;

describe('the open document', () => {
  it('undoes and does again', () => {
    const store = createFlowStore(start);
    store.getState().perform({ type: 'delete', nodeIds: ['b'], edgeIds: [] });
    const after = store.getState().flow;
    expect(store.getState().undo()?.type).toBe('delete');
    expect(store.getState().flow).toBe(start);
    expect(store.getState().redo()?.type).toBe('delete');
    expect(store.getState().flow).toBe(after);
  });

  it('undoes a word typed in one go in one step', () => {
    let now = 0;
    const store = createFlowStore(start, () => now);
    for (const text of ['h', 'he', 'hey']) {
      now += 200;
      store.getState().perform(typing(text), { coalesceKey: 'b.text' });
    }
    store.getState().undo();
    expect(store.getState().flow).toBe(start);
  });

  it('keeps words apart that were typed after a pause', () => {
    let now = 0;
    const store = createFlowStore(start, () => now);
    store.getState().perform(typing('one'), { coalesceKey: 'b.text' });
    now += COALESCE_MS;
    store.getState().perform(typing('two'), { coalesceKey: 'b.text' });
    store.getState().undo();
    expect(store.getState().flow.nodes[1]?.config).toEqual({ text: 'one' });
  });

  it('undoes an arrangement together with the edit that caused it', () => {
    const store = createFlowStore(start);
    store.getState().perform({ type: 'add', nodes: [node('c')], edges: [] });
    store.getState().perform({ type: 'arrange', positions: { a: { x: 9, y: 9 } } }, { isJoined: true });
    expect(store.getState().undo()?.type).toBe('add');
    expect(store.getState().flow).toBe(start);
  });

  it('gives null at either end of the history', () => {
    const store = createFlowStore(start);
    expect(store.getState().undo()).toBeNull();
    expect(store.getState().redo()).toBeNull();
  });

  it('comes back to the start by undoing everything, and to the end by doing all of it again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCommand, fc.boolean()), { maxLength: 40 }), (commands) => {
        const store = createFlowStore(start, () => 0);
        for (const [command, isTyped] of commands)
          store.getState().perform(command, isTyped ? { coalesceKey: command.type } : {});
        const end = store.getState().flow;
        let steps = 0;
        while (store.getState().undo() || store.temporal.getState().pastStates.length > 0) steps += 1;
        expect(store.getState().flow).toBe(start);
        while (store.getState().redo() || store.temporal.getState().futureStates.length > 0) steps -= 1;
        expect(store.getState().flow).toBe(end);
        expect(steps).toBe(0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
