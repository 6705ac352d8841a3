import { compareText, type Pipeline } from '../compile/compile-flow.ts';
import type { CompiledJoin } from '../compile/compile-joins.ts';
import type { Token } from './waiting-run.ts';

/** A branch inside a branch. One that forks at an edge it came by before has left that fork by a circle. */
export function innerBranch(branch: string, edgeId: string): string {
  const segment = edgeId.replaceAll('%', '%25').replaceAll('/', '%2F');
  const path = segmentsOf(branch);
  const before = path.indexOf(segment);
  return [...(before < 0 ? path : path.slice(0, before)), segment].join('/');
}

/** The branch around a branch. */
export function outerBranch(branch: string): string {
  return segmentsOf(branch).slice(0, -1).join('/');
}

/** Where a branch goes on beyond a join: outside of every fork the join closes. */
function branchBeyond(branch: string, { closes }: CompiledJoin): string {
  const path = segmentsOf(branch);
  const end = path.findIndex((segment) => closes.has(segment.replaceAll('%2F', '/').replaceAll('%25', '%')));
  return (end < 0 ? path : path.slice(0, end)).join('/');
}

function segmentsOf(branch: string): readonly string[] {
  return branch === '' ? [] : branch.split('/');
}

function isWithin(branch: string, outer: string): boolean {
  return outer === '' || branch === outer || branch.startsWith(`${outer}/`);
}

/** Tokens that stay at one join and go on from it as one. */
export interface Meeting {
  readonly nodeId: string;
  /** The branch they go on in. */
  readonly branch: string;
  readonly arrived: readonly Token[];
  /** Tokens that may still come. */
  readonly missing: readonly Token[];
  /** The join goes on without them. */
  readonly isAnyEnough: boolean;
}

/**
 * The meetings at joins that can go on, by node id and branch: those for which no token may still come, or any is
 * enough. Where all tokens are at joins that wait for each other, the first of these goes on.
 */
export function readyMeetings(tokens: readonly Token[], pipeline: Pipeline): readonly Meeting[] {
  const meetings = meetingsOf(tokens, pipeline);
  const ready = meetings.filter(({ missing, isAnyEnough }) => missing.length === 0 || isAnyEnough);
  const isStuck = ready.length === 0 && tokens.every(({ nodeId }) => pipeline.joins.has(nodeId));
  return isStuck ? meetings.slice(0, 1) : ready;
}

/**
 * A token may still come if it is inside the branch the meeting goes on in and some way leads from its node to the
 * join; one that ended on its way is not waited for.
 */
function meetingsOf(tokens: readonly Token[], { joins, steps }: Pipeline): readonly Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const token of tokens) {
    const { nodeId } = token;
    const join = joins.get(nodeId);
    if (!join) continue;
    const behaviour = steps.get(nodeId)?.behaviour;
    const isAnyEnough = behaviour?.type === 'join' && behaviour.waitsFor === 'any';
    const branch = branchBeyond(token.branch, join);
    const key = JSON.stringify([nodeId, branch]);
    const arrived = [...(meetings.get(key)?.arrived ?? []), token];
    const missing = tokens.filter(
      (other) => other.nodeId !== nodeId && isWithin(other.branch, branch) && join.reachedFrom.has(other.nodeId),
    );
    meetings.set(key, { nodeId, branch, arrived, missing, isAnyEnough });
  }
  return [...meetings.values()].sort((a, b) => compareText(a.nodeId, b.nodeId) || compareText(a.branch, b.branch));
}
