import type { FactValue } from '../facts/fact-value.ts';
import type { FlowNode } from '../flow/flow.ts';
import { actionOf, type Loose, type NaiveAsk, present } from './naive-asking.test-support.ts';
import { waysOf } from './naive-drawing.test-support.ts';
import type { NaiveWalk, Seen, Spot } from './naive-walk.test-support.ts';

type Inner = Pick<FlowNode, 'kind' | 'config'>;

/** What became of an action: why it failed, or how much it asked for and whether its outcome is waited for. */
type Done =
  | { readonly failure: string }
  | { readonly failure?: undefined; readonly waits: boolean; readonly effects: number };

function perform(walk: NaiveWalk, node: FlowNode, action: Inner, read: Seen, into: Seen): Done {
  walk.act();
  const asked = actionOf(action, read.at(-1) ?? {});
  if ('failure' in asked) return asked;
  const recipients = [...new Set(asked.asks.flatMap((ask) => ask.recipients))];
  if (recipients.length > 0 && !walk.host.spend(recipients, walk)) return { failure: 'messageBudget' };
  const isDrawn = waysOf(walk.live.flow, node.id, 'failed').length > 0;
  const waits = asked.waits === 'always' || (asked.waits === 'ifFailedIsDrawn' && isDrawn);
  return { waits, effects: write(walk, node.id, asked.asks, into) };
}

/** Does an action, and rests at it where its outcome is waited for. */
export function doAction(walk: NaiveWalk, node: FlowNode, spot: Spot): void {
  const seen = walk.seenIn(spot.branch);
  const done = perform(walk, node, node, seen, seen);
  if (done.failure !== undefined) walk.fail(node, done.failure, spot);
  else if (!done.waits) walk.leave(node, 'done', spot, '', done.effects);
  else {
    walk.tell(node.id, null, spot.branch, '~outcome', done.effects);
    restAt(walk, node, spot, (failure, after) => {
      if (failure === undefined) walk.leave(node, 'done', after);
      else walk.fail(node, failure, after);
    });
  }
}

/** Does a list of actions, one after the other or side by side; an empty one only forks. */
export function doList(walk: NaiveWalk, node: FlowNode, spot: Spot): void {
  const actions = node.config.actions as readonly Inner[];
  if (actions.length > 0) walk.act();
  if (node.kind === 'control.sequence') sequence(walk, node, spot, { from: 0, hasFailed: false });
  else sideBySide(walk, node, spot);
}

function sequence(
  walk: NaiveWalk,
  node: FlowNode,
  spot: Spot,
  { from, hasFailed }: { readonly from: number; readonly hasFailed: boolean },
): void {
  const action = (node.config.actions as readonly Inner[])[from];
  if (!action || (hasFailed && node.config.onError === 'stop')) {
    leaveList(walk, node, spot, hasFailed);
    return;
  }
  const seen = walk.seenIn(spot.branch);
  const { isOut, hasFailed: isLost } = item(walk, node, spot, { at: from, action, read: seen }, (failed, after) =>
    sequence(walk, node, after, { from: from + 1, hasFailed: hasFailed || failed }),
  );
  if (!isOut) sequence(walk, node, spot, { from: from + 1, hasFailed: hasFailed || isLost });
}

function sideBySide(walk: NaiveWalk, node: FlowNode, spot: Spot): void {
  const snapshot = [{ ...walk.seenIn(spot.branch).at(-1) }];
  let out = 0;
  let hasFailed = false;
  for (const [at, action] of (node.config.actions as readonly Inner[]).entries()) {
    const done = item(walk, node, spot, { at, action, read: snapshot }, (failed, after) => {
      hasFailed ||= failed;
      out -= 1;
      if (out === 0) leaveList(walk, node, after, hasFailed);
    });
    if (done.isOut) out += 1;
    hasFailed ||= done.hasFailed;
  }
  if (out === 0) leaveList(walk, node, spot, hasFailed);
}

function item(
  walk: NaiveWalk,
  node: FlowNode,
  spot: Spot,
  { at, action, read }: { readonly at: number; readonly action: Inner; readonly read: Seen },
  then: (hasFailed: boolean, after: Spot) => void,
): { readonly isOut: boolean; readonly hasFailed: boolean } {
  const { branch } = spot;
  const name = `${node.id}.${at}`;
  const done = perform(walk, node, action, read, walk.seenIn(branch));
  if (done.failure !== undefined) walk.tell(name, null, branch, `!${done.failure}`);
  else if (done.waits) {
    walk.tell(name, null, branch, '~outcome', done.effects);
    restAt(walk, node, spot, (failure, after) => {
      if (failure === undefined) walk.tell(name, 'done', branch);
      else walk.tell(name, null, branch, `!${failure}`);
      then(failure !== undefined, after);
    });
  } else walk.tell(name, 'done', branch, '', done.effects);
  return { isOut: done.failure === undefined && done.waits, hasFailed: done.failure !== undefined };
}

function leaveList(walk: NaiveWalk, node: FlowNode, spot: Spot, hasFailed: boolean): void {
  if (hasFailed) walk.fail(node, 'innerStep', spot);
  else walk.leave(node, 'done', spot);
}

function restAt(
  walk: NaiveWalk,
  { id }: FlowNode,
  { branch }: Spot,
  hear: (failure: string | undefined, after: Spot) => void,
): void {
  const after = { branch, passed: new Set([id]) };
  walk.addRest({
    nodeId: id,
    branch,
    for: 'outcome',
    until: null,
    hear: ({ failure }) => hear(failure, after),
  });
}

/** Every view that is seen gets it; what changed in the ticket is told. How many things were asked for. */
export function write(walk: NaiveWalk, nodeId: string, asks: readonly NaiveAsk[], seen: Seen): number {
  const changes: Record<string, { readonly from: FactValue | null; readonly to: FactValue | null }> = {};
  const { host, live } = walk;
  let count = 0;
  for (const { text, isAlways, writes } of asks) {
    const written: Loose = {};
    for (const [fact, to = null] of Object.entries(writes(host.facts))) {
      const from = present(host.facts[fact]);
      if (JSON.stringify(from) === JSON.stringify(to)) continue;
      written[fact] = to;
      changes[fact] = { from: changes[fact]?.from ?? from, to };
    }
    for (const view of seen) {
      for (const [fact, to = null] of Object.entries(writes(view))) {
        if (JSON.stringify(present(view[fact])) !== JSON.stringify(to)) view[fact] = to;
      }
    }
    if (!isAlways && Object.keys(written).length === 0) continue;
    host.ask(`${live.flowId}/${nodeId} ${text(written)}`);
    count += 1;
  }
  host.raise(changes, walk);
  return count;
}
