import { compareText, type Pipeline } from '../compile/compile-flow.ts';
import type { CompiledJoin } from '../compile/compile-joins.ts';
import type { Token } from './waiting-run.ts';

/**
 * The branches that a fork makes of a branch, by its edges. One that comes by a fork again has left that fork by a
 * circle: its branches are then those of that fork, not within one of them.
 */
export function innerBranches(branch: string, edgeIds: readonly string[]): readonly string[] {
  const forks = edgeIds.map((edgeId) => edgeId.replaceAll('%', '%25').replaceAll('/', '%2F'));
  const path = segmentsOf(branch);
  const before = path.findIndex((segment) => forks.includes(segment));
  const outer = before < 0 ? path : path.slice(0, before);
  return forks.map((segment) => [...outer, segment].join('/'));
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
 * The meetings at joins that go on now, by node id and branch: those for which no token may still come, or any is
 * enough. One that others going on now may still come to lets them come first, so that ids don't decide what it does
 * without. Where joins wait for each other, the first of these goes on.
 */
export function readyMeetings(tokens: readonly Token[], pipeline: Pipeline): readonly Meeting[] {
  const meetings = meetingsOf(tokens, pipeline);
  const ready = meetings.filter(({ missing, isAnyEnough }) => missing.length === 0 || isAnyEnough);
  if (ready.length === 0) return meetings.filter((meeting) => waitsForItself(meeting, meetings)).slice(0, 1);
  const going = new Set(ready.flatMap(({ arrived }) => arrived));
  const next = ready.filter(({ missing }) => !missing.some((token) => going.has(token)));
  return next.length > 0 ? next : ready.slice(0, 1);
}

/** All it waits for are tokens at joins, which wait for each other and for its own. */
function waitsForItself(meeting: Meeting, meetings: readonly Meeting[]): boolean {
  const awaited = new Set(meeting.missing);
  // A set can grow while it is walked; what is added is walked too.
  for (const token of awaited) {
    const other = meetings.find(({ arrived }) => arrived.includes(token));
    if (!other) return false;
    for (const missing of other.missing) awaited.add(missing);
  }
  return meeting.arrived.some((token) => awaited.has(token));
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
