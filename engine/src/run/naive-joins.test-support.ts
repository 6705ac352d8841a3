import type { Flow, FlowEdge } from '../flow/flow.ts';
import { leadsTo, waysOf } from './naive-drawing.test-support.ts';

/** A place where a branch of a run rests: `branch` are the edges that forked on its way, the outermost first. */
export interface Resting {
  readonly nodeId: string;
  readonly branch: readonly string[];
}

/** Branches that came to one join and become one again outside of the forks that it brings together. */
export interface Gathering<T extends Resting> {
  readonly nodeId: string;
  readonly home: readonly string[];
  readonly here: readonly T[];
  /** Those which could still come. */
  readonly out: readonly T[];
  readonly waitsFor: string;
}

/**
 * The joins that let their branches go on at this moment. For `all` nobody may be out any more, and of joins that wait
 * for each other the first goes on. For `any` one is enough; but what could still come at this very moment, because it
 * is at another join that goes on now, does come first.
 */
export function joinsToPass<T extends Resting>(flow: Flow, resting: readonly T[]): readonly Gathering<T>[] {
  const all = gatheringsIn(flow, resting);
  const at = (one: T) => all.find(({ here }) => here.includes(one));
  const ready = all.filter(({ waitsFor, out }) => waitsFor === 'any' || out.length === 0);
  if (ready.length > 0) {
    const first = ready.filter(({ out }) => !out.some((one) => ready.some(({ here }) => here.includes(one))));
    return first.length > 0 ? first : ready.slice(0, 1);
  }
  const inCircle = all.filter((one) => {
    const awaited = new Set(one.out);
    for (const other of awaited) for (const more of at(other)?.out ?? []) awaited.add(more);
    return [...awaited].every((other) => at(other)) && one.here.some((other) => awaited.has(other));
  });
  return inCircle.slice(0, 1);
}

function gatheringsIn<T extends Resting>(flow: Flow, resting: readonly T[]): readonly Gathering<T>[] {
  const all: Gathering<T>[] = [];
  for (const { id, kind, config } of flow.nodes) {
    if (kind !== 'control.join') continue;
    const arrived = resting.filter(({ nodeId }) => nodeId === id);
    const homes = new Map(arrived.map(({ branch }) => [JSON.stringify(homeOf(flow, id, branch)), branch]));
    for (const [key, branch] of homes) {
      const home = homeOf(flow, id, branch);
      const here = arrived.filter((one) => JSON.stringify(homeOf(flow, id, one.branch)) === key);
      const isOut = (one: T) =>
        one.nodeId !== id && home.every((edge, at) => one.branch[at] === edge) && leadsTo(flow, one.nodeId, id);
      all.push({ nodeId: id, home, here, out: resting.filter(isOut), waitsFor: String(config.waitsFor) });
    }
  }
  const order = ({ nodeId, home }: Gathering<T>) => `${nodeId} ${home.join('/')}`;
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** A branch up to the outermost fork of which two ways lead to the join. */
function homeOf(flow: Flow, joinId: string, branch: readonly string[]): readonly string[] {
  const leads = ({ to }: FlowEdge) => to.node === joinId || leadsTo(flow, to.node, joinId);
  const end = branch.findIndex((edgeId) => forkOf(flow, edgeId).filter(leads).length > 1);
  return end < 0 ? branch : branch.slice(0, end);
}

/** The edges that fork together with an edge, itself included. */
export function forkOf(flow: Flow, edgeId: string): readonly FlowEdge[] {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  return edge ? waysOf(flow, edge.from.node, edge.from.port) : [];
}
