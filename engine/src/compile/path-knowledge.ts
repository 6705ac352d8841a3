import type { Condition } from '../conditions/condition.ts';
import { MISSING } from '../conditions/reasoning/cell.ts';
import {
  both,
  changeOf,
  either,
  type FactLookup,
  forget,
  type Knowledge,
  NOTHING_KNOWN,
} from '../conditions/reasoning/knowledge.ts';
import { knowAfterSetChange, knowAfterWrite } from '../conditions/reasoning/write-knowledge.ts';
import type { TicketEventType } from '../facts/event.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { ActionBehaviour } from '../nodes/behaviour.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import type { CompiledStep, CompiledTrigger, Pipeline } from './compile-flow.ts';
import type { ReadFlow } from './read-flow.ts';

/** What is known of the facts at one place. No alternative: no ticket ever gets here. */
export interface PathState {
  readonly known: Knowledge;
  /** Every ticket that fits may get here, too. Else only those that fit do. */
  readonly isExact: boolean;
  /**
   * In the view of the facts at entry: those that were written since, so that later conditions on them say nothing of
   * the entry; null: all of them.
   */
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
  /** Facts as they are at the place (`now`, default), or as they were when the run began. */
  readonly view?: 'now' | 'entry';
  /** Steps at which ways end, so that nothing is known behind them; absent: none. */
  readonly endsAt?: (step: CompiledStep) => boolean;
}

/** Ways that are told apart at one place; more are no longer, so that a flow is checked as its drawer types. */
const MOST_ON_PATHS = 8;

const START: ReadonlySet<string> = new Set();

/** The events that carry changes; in all others no change operator holds. */
const CHANGING: ReadonlySet<TicketEventType> = new Set([
  'ticketUpdated',
  'ticketAssigned',
  'ticketTransferred',
  'ticketSolved',
  'ticketClosed',
  'ticketReopened',
]);

/**
 * What filters, triggers and writes on the way to every step of a flow make certain of the facts. Facts are read anew
 * after a wait, an awaited answer, another flow and a join, so nothing is known there. Branches know what their fork
 * knew. Null for flows with a circle and no wait in it. More than 8 alternatives are no longer told apart.
 */
export function pathKnowledge(flow: ReadFlow, options: PathOptions = {}): PathKnowledge | null {
  return new PathWalk(flow, options).walk();
}

/** The fields a node may write, lists of actions included. */
export function writesOf(node: FlowNode | undefined): readonly FieldWrite[] {
  return (node && nodeDefinition(node.kind)?.writes(node.config)) ?? [];
}

class PathWalk {
  private readonly flow: ReadFlow;
  private readonly triggers: readonly CompiledTrigger[];
  private readonly isEntryView: boolean;
  private readonly endsAt: (step: CompiledStep) => boolean;
  private readonly before = new Map<string, PathState>();
  private readonly after = new Map<string, ReadonlyMap<string, PathState>>();
  private readonly asked = new Map<string, readonly Knowledge[]>();

  constructor(flow: ReadFlow, { triggers = flow.pipeline.triggers, view = 'now', endsAt = () => false }: PathOptions) {
    this.flow = flow;
    this.triggers = triggers;
    this.isEntryView = view === 'entry';
    this.endsAt = endsAt;
  }

  walk(): PathKnowledge | null {
    const order = this.order();
    if (!order) return null;
    const changing = changingFacts(this.flow.pipeline);
    for (const trigger of this.triggers) {
      if (trigger.first) this.reach(trigger.first.step, this.seed(trigger, changing));
    }
    for (const step of order) if (isReadAnew(step) && !this.endsAt(step)) this.leave(step, this.readAnew());
    for (const step of order) {
      const state = this.before.get(step.nodeId);
      if (state && !isReadAnew(step) && !this.endsAt(step)) this.leave(step, state);
    }
    return { before: this.before, after: this.after, asked: this.asked };
  }

  /** The steps triggers lead to, each after those that lead to it save waits; null where they go round in a circle. */
  private order(): readonly CompiledStep[] | null {
    const reached = new Set(this.triggers.flatMap(({ first }) => (first ? [first.step] : [])));
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

  private seed({ kind, nodeId, on }: CompiledTrigger, changing: ReadonlySet<string>): PathState {
    const config = this.flow.nodes.get(nodeId)?.config ?? {};
    const implied = nodeDefinition(kind)?.implies(config);
    let known = (implied && this.flow.knowledgeOf(implied)) ?? NOTHING_KNOWN;
    // A button may be pressed by a flow, in the middle of an event that changed something.
    if (!on.some((type) => CHANGING.has(type) || type === 'manual')) {
      const unchanged = new Map([...changing].map((fact) => [changeOf(fact), MISSING]));
      known = both(known, [unchanged]) ?? known;
    }
    return { known, isExact: true, overwritten: START };
  }

  private readAnew(): PathState {
    return { known: NOTHING_KNOWN, isExact: false, overwritten: null };
  }

  private reach({ nodeId }: CompiledStep, state: PathState): void {
    const own = this.before.get(nodeId);
    if (!own) {
      this.before.set(nodeId, state);
      return;
    }
    const known = either(own.known, state.known, MOST_ON_PATHS);
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
    const ports = new Map(this.portsOf(nodeId).map((port) => [port, state]));
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
      default:
        return this.everywhere(ports);
    }
  }

  private everywhere(ports: ReadonlyMap<string, PathState>): ReadonlyMap<string, PathState> {
    return new Map([...ports].map(([port, state]) => [port, this.entryKept(state)]));
  }

  /** In the view of the entry what was known of it stays so, whatever happens to the facts later. */
  private entryKept(state: PathState): PathState {
    return { ...state, overwritten: null, known: this.isEntryView ? state.known : NOTHING_KNOWN };
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
    const asked = said && this.ofView(said, state);
    const known = asked && both(state.known, asked, MOST_ON_PATHS);
    return known ? { ...state, known, isExact: state.isExact && asked === said } : { ...state, isExact: false };
  }

  private ofView(said: Knowledge, { overwritten }: PathState): Knowledge {
    if (!this.isEntryView) return said;
    if (!overwritten) return NOTHING_KNOWN;
    return forget(said, (key) => overwritten.has(key));
  }

  private afterWrites(
    ports: ReadonlyMap<string, PathState>,
    nodeId: string,
    state: PathState,
    isDoneWhole: boolean,
  ): ReadonlyMap<string, PathState> {
    const writes = writesOf(this.flow.nodes.get(nodeId));
    const written = new Set(writes.map(({ fact }) => fact));
    const overwritten = state.overwritten && new Set([...state.overwritten, ...written]);
    const kept = { ...state, overwritten };
    if (this.isEntryView) return new Map([...ports.keys()].map((port) => [port, kept]));
    const unsure = { ...kept, known: forget(state.known, (key) => written.has(key)) };
    const sure = { ...kept, known: knowAfterWrites(state.known, writes, this.flow.lookup) };
    return new Map([...ports.keys()].map((port) => [port, port === 'done' && isDoneWhole ? sure : unsure]));
  }

  private portsOf(nodeId: string): readonly string[] {
    const node = this.flow.nodes.get(nodeId);
    return (node && nodeDefinition(node.kind)?.ports(node.config))?.map(({ id }) => id) ?? [];
  }
}

/** What is known once these fields were written, in this order. */
export function knowAfterWrites(known: Knowledge, writes: readonly FieldWrite[], lookup: FactLookup): Knowledge {
  return writes.reduce(
    (soFar, write) =>
      'added' in write
        ? knowAfterSetChange(soFar, write.fact, write.added, write.removed)
        : knowAfterWrite(soFar, write.fact, write.to, lookup),
    known,
  );
}

/** Whether what comes before a step says nothing of what comes after it, so that circles may go through it. */
function isReadAnew({ behaviour }: CompiledStep): boolean {
  return behaviour?.type === 'wait';
}

function isAwaited({ awaited }: ActionBehaviour, ways: CompiledStep['ways']): boolean {
  return awaited === 'always' || (awaited === 'whereFailedIsDrawn' && ways.has('failed'));
}

/** The facts about whose changes some filter asks. */
function changingFacts({ steps }: Pipeline): ReadonlySet<string> {
  const facts = new Set<string>();
  const look = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(look);
    else if ('any' in condition) condition.any.forEach(look);
    else if ('not' in condition) look(condition.not);
    else if (condition.op.startsWith('changed')) facts.add(condition.fact);
  };
  for (const { behaviour } of steps.values()) {
    if (behaviour?.type === 'filter') for (const { condition } of behaviour.cases ?? []) look(condition);
  }
  return facts;
}
