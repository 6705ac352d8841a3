import type { Flow } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { flowOf, node } from '../edit/flow.test-support.ts';
import { createDraftSaver, type SaveAnswer } from './draft-saver.ts';

const first = flowOf([]);
const mine = flowOf([node('mine')]);
const theirs = flowOf([node('theirs')]);

function world(answers: readonly (SaveAnswer | Error)[]) {
  const sent: { flow: Flow; revision: number }[] = [];
  const kept = new Map<string, string>();
  const timers: { delayMs: number; callback: () => void }[] = [];
  const saver = createDraftSaver(
    {
      flowId: 'f',
      save: async (flow, revision) => {
        const answer = answers[sent.length];
        sent.push({ flow, revision });
        if (!answer || answer instanceof Error) throw answer ?? new Error('no answer left');
        return answer;
      },
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      nowMs: () => 0,
      after: (delayMs, callback) => {
        const timer = { delayMs, callback };
        timers.push(timer);
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
      },
    },
    { flow: first, revision: 4, savedAt: 'before', savedByName: null },
  );
  const tick = async () => {
    timers.shift()?.callback();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { saver, sent, kept, timers, tick };
}

const conflict: SaveAnswer = {
  type: 'conflict',
  current: { flow: theirs, revision: 9, savedAt: 'theirs', savedByName: null },
};

describe('the draft saver', () => {
  it('saves the last of several quick edits, once, from the stored revision', async () => {
    const { saver, sent, kept, tick } = world([{ type: 'saved', revision: 5, savedAt: 'now' }]);
    saver.edited(flowOf([node('x')]));
    saver.edited(mine);
    expect(kept.size).toBe(1);
    await tick();
    expect(sent).toEqual([{ flow: mine, revision: 4 }]);
    expect(saver.state.getState()).toEqual({ type: 'saved', savedAt: 'now' });
    expect(kept.size).toBe(0);
  });

  it('tries again after a failure, later each time, and keeps the local copy', async () => {
    const { saver, kept, timers, tick } = world([
      new Error(),
      new Error(),
      { type: 'saved', revision: 5, savedAt: 'now' },
    ]);
    saver.edited(mine);
    await tick();
    expect(saver.state.getState()).toEqual({ type: 'failed', retryInMs: 1_000 });
    await tick();
    expect(timers[0]?.delayMs).toBe(2_000);
    expect(kept.size).toBe(1);
    await tick();
    expect(saver.state.getState().type).toBe('saved');
  });

  it('sends nothing more after a conflict until somebody chooses', async () => {
    const { saver, sent, kept, timers, tick } = world([conflict]);
    saver.edited(mine);
    await tick();
    saver.edited(flowOf([node('more')]));
    expect(saver.state.getState().type).toBe('conflict');
    expect(timers).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it('overwrites from their revision when told to', async () => {
    const { saver, sent, tick } = world([conflict, { type: 'saved', revision: 10, savedAt: 'now' }]);
    saver.edited(mine);
    await tick();
    saver.overwrite();
    await tick();
    expect(sent[1]).toEqual({ flow: mine, revision: 9 });
  });

  it('forgets mine when theirs is taken, and goes on from their revision', async () => {
    const { saver, sent, kept, tick } = world([conflict, { type: 'saved', revision: 10, savedAt: 'now' }]);
    saver.edited(mine);
    await tick();
    saver.takeTheirs();
    expect(kept.size).toBe(0);
    saver.edited(theirs);
    await tick();
    expect(sent[1]?.revision).toBe(9);
  });

  it('counts a refused save as done when the very same is stored already', async () => {
    const { saver, kept, tick } = world([conflict]);
    saver.edited(theirs);
    await tick();
    expect(saver.state.getState()).toEqual({ type: 'saved', savedAt: 'theirs' });
    expect(kept.size).toBe(0);
  });

  it('goes on until everything is stored when told to save now, edits made meanwhile included', async () => {
    const answers: SaveAnswer[] = [
      { type: 'saved', revision: 5, savedAt: 'one' },
      { type: 'saved', revision: 6, savedAt: 'two' },
    ];
    const { saver, sent } = world(answers);
    saver.edited(flowOf([node('x')]));
    const flushed = saver.flush();
    await Promise.resolve();
    saver.edited(mine);
    expect(await flushed).toBe(6);
    expect(sent.map(({ revision }) => revision)).toEqual([4, 5]);
    expect(saver.state.getState()).toEqual({ type: 'saved', savedAt: 'two' });
  });

  it('gives no revision when it could not save', async () => {
    const { saver } = world([new Error()]);
    saver.edited(mine);
    expect(await saver.flush()).toBeNull();
  });
});
