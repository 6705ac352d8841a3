import { beforeEach, describe, expect, it } from 'vitest';
import { connectionLost, connectionOpened, connectionRested, connectionStarted, useConnection } from './connection.ts';

describe('the state of the live connection', () => {
  beforeEach(() => useConnection.setState(useConnection.getInitialState()));

  it('stays lost through every failed try, since the first failure', () => {
    connectionStarted();
    connectionOpened();
    connectionLost(1000);
    connectionStarted();
    connectionLost(5000);
    expect(useConnection.getState()).toMatchObject({ status: 'lost', lostAtMs: 1000 });
  });

  it('heals by opening again, and counts it', () => {
    connectionOpened();
    connectionLost(1000);
    connectionOpened();
    expect(useConnection.getState()).toEqual({ status: 'open', lostAtMs: null, openings: 2 });
  });

  it('is not lost when nothing listens any more', () => {
    connectionOpened();
    connectionRested();
    expect(useConnection.getState()).toMatchObject({ status: 'idle', lostAtMs: null });
  });
});
