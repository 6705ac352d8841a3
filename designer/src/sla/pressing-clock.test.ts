import { describe, expect, it } from 'vitest';
import { pressingClock, type ShownClock, stateAt } from './pressing-clock.ts';

const clock = (metric: ShownClock['metric'], part: Partial<ShownClock> = {}): ShownClock => ({
  metric,
  state: 'RUNNING',
  isRunning: true,
  dueAt: '2026-08-17T10:00:00Z',
  ...part,
});

describe('the clock to look at first', () => {
  it('is the one that is due first, a missed one too', () => {
    const missed = clock('FIRST_REPLY', { state: 'BREACHED', dueAt: '2026-08-17T08:00:00Z' });
    expect(pressingClock([clock('TOTAL_RESOLUTION'), missed])).toBe(missed);
  });

  it('is not one that stopped', () => {
    const met = clock('FIRST_REPLY', { state: 'FULFILLED', isRunning: false, dueAt: '2026-08-17T08:00:00Z' });
    const open = clock('TOTAL_RESOLUTION');
    expect(pressingClock([met, open])).toBe(open);
    expect(pressingClock([met])).toBeNull();
  });

  it('is a paused one where none runs', () => {
    const paused = clock('REQUESTER_WAIT', { state: 'PAUSED', isRunning: false, dueAt: null });
    expect(pressingClock([paused])).toBe(paused);
  });
});

describe('how a clock stands', () => {
  it('turns to missed when its time comes, without asking the server', () => {
    const dueMs = Date.parse('2026-08-17T10:00:00Z');
    expect(stateAt(clock('FIRST_REPLY', { state: 'AT_RISK' }), dueMs - 1)).toBe('AT_RISK');
    expect(stateAt(clock('FIRST_REPLY', { state: 'AT_RISK' }), dueMs)).toBe('BREACHED');
  });

  it('stays as it was once it stopped', () => {
    expect(stateAt(clock('FIRST_REPLY', { state: 'FULFILLED', isRunning: false }), Number.MAX_VALUE)).toBe('FULFILLED');
  });
});
