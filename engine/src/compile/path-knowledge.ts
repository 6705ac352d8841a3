import type { Condition } from '../conditions/condition.ts';
import { both, either, forget, type Knowledge, NOTHING_KNOWN } from '../conditions/reasoning/knowledge.ts';
import type { ActionBehaviour } from '../nodes/behaviour.ts';
import { knowAfterWrites, withoutFirstElements } from './after-writes.ts';
import { branchSteps, forkWays } from './branch-steps.ts';
import type { CompiledStep, CompiledTrigger } from './compile-flow.ts';
import { rememberChanges } from './event-knowledge.ts';
import type { ReadFlow } from './read-flow.ts';
import { portsOf, writesAt } from './step-reading.ts';
import { knowAtTrigger } from './trigger-knowledge.ts';

/** What is known of the facts at one place. No alternative: no ticket ever gets here. */
export interface PathState {
  readonly known: Knowledge;
  /** Every ticket that fits may get here, too. Else only those that fit do. */
  readonly isExact: boolean;
  /** Facts that were written since the event; null: it is another time, at which any of them may have been. */
  readonly overwritten: ReadonlySet<string> | null;
}

/** What is known at the places of a flow that some trigger leads to. */
export interface PathKnowledge {
  readonly before: ReadonlyMap<string, PathState>;
  /** By node id, then port; ports without an edge too. */
  readonly after: ReadonlyMap<string, ReadonlyMap<string, PathState>>;
  /** By filter, what is known once each of its cases is asked, in order. */
  readonly asked: ReadonlyMap<string, readonly Knowledge[]>;
}

export interface PathOptions {
  /** Which triggers begin; absent: all. */
  readonly triggers?: readonly CompiledTrigger[];
  /** Begins at these steps instead, with this known. */
  readonly starts?: readonly PathStart[];
  /** Alternatives that are told apart at one place; absent: 8. */
  readonly most?: number;
  /** What changed by the event is held against what the fields are: nobody wrote them before the starts. */
  readonly isFirstToWrite?: boolean;
  /** Steps at which ways end, so that nothing is known behind them; absent: none. */
  readonly endsAt?: (step: CompiledStep) => boolean;
}

/** A step at which a walk begins. */
export interface PathStart {
  readonly step: CompiledStep;
  readonly state: PathState;
}

/** Ways that are told apart at one place; more are no longer, so that a flow is checked as its drawer types. */
const MOST_ON_PATHS = 8;

/** As it is when an event has just happened. */
export const NOTHING_WRITTEN: ReadonlySet<string> = new Set();

/**
 * What filters, triggers and writes on the way to every step of a flow make certain of the facts. Facts are read anew
 * after a wait, an awaited answer and another flow, so nothing is known there. Branches know what their fork knew. Null for flows with a circle and no wait in it. More than 8 alternatives are no longer told apart.
 */
export function pathKnowledge(flow: ReadFlow, options: PathOptions = {}): PathKnowledge | null {
  return new PathWalk(flow, options).walk();
}

class PathWalk {
  private readonly flow: ReadFlow;
  private readonly starts: readonly PathStart[];
  private readonly most: number;
  private readonly isFirstToWrite: boolean;
  private readonly endsAt: (step: CompiledStep) => boolean;
  private readonly before = new Map<string, PathState>();
  private readonly after = new Map<string, ReadonlyMap<string, PathState>>();
  private readonly asked = new Map<string, readonly Knowledge[]>();

  constructor(flow: ReadFlow, { triggers = flow.pipeline.triggers, endsAt = () => false, ...given }: PathOptions) {
    this.flow = flow;
    this.starts = given.starts ?? triggers.flatMap((trigger) => startAt(flow, trigger) ?? []);
    this.most = given.most ?? MOST_ON_PATHS;
    this.isFirstToWrite = given.isFirstToWrite ?? false;
    this.endsAt = endsAt;
  }

  walk(): PathKnowledge | null {
    const order = this.order();
    if (!order) return null;
    for (const { step, state } of this.starts) this.reach(step, state);
    for (const step of order) if (isReadAnew(step) && !this.endsAt(step)) this.leave(step, readAnew(false));
    for (const step of order) {
      const state = this.before.get(step.nodeId);
      if (state && !isReadAnew(step) && !this.endsAt(step)) this.leave(step, state);
    }
    return { before: this.before, after: this.after, asked: this.asked };
  }

  /** The steps that are reached, each after those that lead to it save waits; null where they go round in a circle. */
  private order(): readonly CompiledStep[] | null {
    const reached = new Set(this.starts.map(({ step }) => step));
    // A set can grow while it is walked; what is added is walked too.
    for (const { ways } of reached) for (const { step } of [...ways.values()].flat()) reached.add(step);
    const waiting = new Map<CompiledStep, number>([...reached].map((step) => [step, 0]));
    const next = (step: CompiledStep) =>
      isReadAnew(step) ? [] : [...step.ways.values()].flat().map((way) => way.step);
    for (const step of reached) for (const target of next(step)) waiting.set(target, (waiting.get(target) ?? 0) + 1);
    const ordered = [...reached].filter((step) => waiting.get(step) === 0);
    for (const step of ordered) {
      for (const target of next(step)) {
        const left = (waiting.get(target) ?? 0) - 1;
        waiting.set(target, left);
        if (left === 0) ordered.push(target);
      }
    }
    return ordered.length === reached.size ? ordered : null;
  }

  private reach({ nodeId }: CompiledStep, state: PathState): void {
    const own = this.before.get(nodeId);
    if (!own) {
      this.before.set(nodeId, state);
      return;
    }
    const known = either(own.known, state.known, this.most);
    this.before.set(nodeId, {
      known: known ?? NOTHING_KNOWN,
      isExact: known !== null && own.isExact && state.isExact,
      overwritten: own.overwritten && state.overwritten && new Set([...own.overwritten, ...state.overwritten]),
    });
  }

  private leave(step: CompiledStep, state: PathState): void {
    const states = this.statesAfter(step, state);
    this.after.set(step.nodeId, states);
    for (const [port, ways] of step.ways) {
      const after = states.get(port);
      if (after) for (const way of ways) this.reach(way.step, after);
    }
  }

  private statesAfter({ behaviour, nodeId, ways }: CompiledStep, state: PathState): ReadonlyMap<string, PathState> {
    const ports = new Map(portsOf(this.flow, nodeId).map((port) => [port, state]));
    switch (behaviour?.type) {
      case 'filter':
        if (!behaviour.cases) return ports;
        return this.afterCases(nodeId, behaviour.cases, behaviour.otherwise ?? '', state);
      case 'action':
        if (isAwaited(behaviour, ways)) return this.everywhere(ports);
        return this.afterWrites(ports, nodeId, state, true);
      case 'sequence':
      case 'parallel': {
        if (behaviour.actions.some((inner) => inner.behaviour.awaited !== 'never')) return this.everywhere(ports);
        return this.afterWrites(ports, nodeId, state, behaviour.type === 'parallel' || behaviour.onError === 'stop');
      }
      case 'join':
        return this.afterJoin(ports, nodeId, state);
      default:
        return this.everywhere(ports);
    }
  }

  /**
   * What came here at once reads what the fork read and all branches wrote since; of other fields it is as before.
   */
  private afterJoin(
    ports: ReadonlyMap<string, PathState>,
    nodeId: string,
    state: PathState,
  ): ReadonlyMap<string, PathState> {
    const { pipeline } = this.flow;
    const closes = pipeline.joins.get(nodeId)?.closes;
    const closed = forkWays(pipeline).filter(({ edgeId }) => closes?.has(edgeId));
    const inside = new Set(closed.flatMap((way) => [...branchSteps(way, pipeline)]));
    const types = new Set([...inside].map(({ behaviour }) => behaviour?.type));
    // A flow that is started may write anything.
    if (!state.overwritten || types.has('startFlow')) return this.everywhere(ports);
    const written = new Set([...inside].flatMap((step) => writesAt(this.flow, step.nodeId).map(({ fact }) => fact)));
    const joined = {
      known: forget(state.known, (key) => written.has(key)),
      // A stop in one branch keeps the others from joining.
      isExact: state.isExact && !types.has('stop'),
      overwritten: new Set([...state.overwritten, ...written]),
    };
    return new Map([...ports.keys()].map((port) => [port, joined]));
  }

  private everywhere(ports: ReadonlyMap<string, PathState>): ReadonlyMap<string, PathState> {
    return new Map([...ports].map(([port, { isExact }]) => [port, readAnew(isExact)]));
  }

  private afterCases(
    nodeId: string,
    cases: readonly { readonly port: string; readonly condition: Condition }[],
    otherwise: string,
    state: PathState,
  ): ReadonlyMap<string, PathState> {
    const ports = new Map<string, PathState>();
    const asked: Knowledge[] = [];
    let rest = state;
    for (const { port, condition } of cases) {
      asked.push(rest.known);
      ports.set(port, this.narrowed(rest, condition, true));
      rest = this.narrowed(rest, condition, false);
    }
    ports.set(otherwise, rest);
    this.asked.set(nodeId, asked);
    return ports;
  }

  private narrowed(state: PathState, condition: Condition, holds: boolean): PathState {
    const said = this.flow.knowledgeOf(condition, holds);
    const known = said && both(state.known, said, this.most);
    return known ? { ...state, known } : { ...state, isExact: false };
  }

  private afterWrites(
    ports: ReadonlyMap<string, PathState>,
    nodeId: string,
    state: PathState,
    isDoneWhole: boolean,
  ): ReadonlyMap<string, PathState> {
    const writes = writesAt(this.flow, nodeId);
    if (writes.length === 0) return ports;
    const written = new Set(writes.map(({ fact }) => fact));
    const overwritten = state.overwritten && new Set([...state.overwritten, ...written]);
    const before = this.isFirstToWrite
      ? rememberChanges(
          state.known,
          this.flow.lookup,
          (fact) => written.has(fact) && !(state.overwritten?.has(fact) ?? true),
          written,
        )
      : state.known;
    const isExact = state.isExact && before.every((known) => withoutFirstElements(known, writes) === known);
    const unsure = { ...state, overwritten, known: forget(before, (key) => written.has(key)) };
    const sure = { isExact, overwritten, known: knowAfterWrites(before, writes, this.flow.lookup) };
    return new Map([...ports.keys()].map((port) => [port, port === 'done' && isDoneWhole ? sure : unsure]));
  }
}

/** Whether what comes before a step says nothing of what comes after it, so that circles may go through it. */
function isReadAnew({ behaviour }: CompiledStep): boolean {
  return behaviour?.type === 'wait';
}

/** Whether a run stays at an action until its outcome is known. */
export function isAwaited({ awaited }: ActionBehaviour, ways: CompiledStep['ways']): boolean {
  return awaited === 'always' || (awaited === 'whereFailedIsDrawn' && ways.has('failed'));
}

/** Where a trigger leads, and what is known there; null for one that leads nowhere. */
function startAt(flow: ReadFlow, trigger: CompiledTrigger): PathStart | null {
  if (!trigger.first) return null;
  const state = { known: knowAtTrigger(flow, trigger), isExact: true, overwritten: NOTHING_WRITTEN };
  return { step: trigger.first.step, state };
}

function readAnew(isExact: boolean): PathState {
  return { known: NOTHING_KNOWN, isExact, overwritten: null };
}
