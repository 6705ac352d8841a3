import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { LiveSource, type StateTopic } from '../live/live-topic.ts';
import type { BoardStateObject } from './board.object.ts';

/** A workspace's board now, numbered by the caller. */
export async function boardState(app: App, actor: Actor, sequence: number): Promise<BoardStateObject> {
  const board = await app.boards.load(actor.workspaceId);
  return { ...board, sequence, replay: await app.replay.state(actor.workspaceId) };
}

const board: StateTopic<BoardStateObject> = {
  kind: 'state',
  intervalMs: 250,
  // Waiting tickets come near their targets with time alone.
  refreshMs: 5_000,
  concerns: ({ about }) => about !== 'flows' && about !== 'access',
  async load(app, actor, sequence) {
    const root = await boardState(app, actor, sequence);
    return { root, fingerprint: JSON.stringify({ ...root, sequence: 0, at: 0 }) };
  },
};

/** What a subscription to the board watches. */
export const boardSource = new LiveSource('board', board);
