import { describe, expect, it } from 'vitest';
import { DatabaseClock } from './database-clock.ts';

/** A clock whose database answers at `at` of its own time, after `takesMs`. */
function open() {
  let passedMs = 500;
  const clock = new DatabaseClock(() => passedMs);
  return {
    clock,
    pass(ms: number) {
      passedMs += ms;
    },
    answer: (databaseMs: number, takesMs: number) =>
      clock.ask(async () => {
        passedMs += takesMs;
        return databaseMs;
      }),
  };
}

describe('the database’s time', () => {
  it('is not known before the first answer', () => {
    expect(() => open().clock.nowMs()).toThrow('not been asked');
  });

  it('goes on from the answer, never ahead of the database', async () => {
    const { clock, pass, answer } = open();
    // Answered at 1,000, heard of 40 ms later at the latest.
    await answer(1_000, 40);
    expect(clock.nowMs()).toBe(1_000);
    pass(10.7);
    expect(clock.nowMs()).toBe(1_010);
  });

  it('does not go back because an answer was slow, and comes closer with a quick one', async () => {
    const { clock, answer } = open();
    await answer(1_000, 40);
    await answer(1_020, 300);
    expect(clock.nowMs()).toBe(1_300);
    await answer(1_500, 1);
    expect(clock.nowMs()).toBe(1_500);
  });

  it('follows where the database’s own time was set, forth or back', async () => {
    const { clock, answer } = open();
    await answer(1_000_000, 5);
    await answer(5_000_000, 5);
    expect(clock.nowMs()).toBe(5_000_000);
    await answer(2_000_000, 5);
    expect(clock.nowMs()).toBe(2_000_005);
  });
});
