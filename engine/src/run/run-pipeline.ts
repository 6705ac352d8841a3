import type { CompiledStep, CompiledTrigger, Pipeline, Way } from '../compile/compile-flow.ts';
import type { FieldChanges, TicketEvent } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import type { Behaviour, EffectDraft, NodeInput } from '../nodes/behaviour.ts';
import type { Effect } from '../nodes/effect.ts';
import { raiseEvents } from './raise-events.ts';
import type { Run, Step } from './trace.ts';
import { writeEffect } from './write-effect.ts';

/** Facts a run writes to, so that later steps and flows see them. */
export type WritableFacts = Record<string, FactValue | null | undefined>;

/** What one run did. `events` are those its actions raised, in order. */
export interface RunResult {
  readonly run: Run;
  readonly effects: readonly Effect[];
  readonly events: readonly TicketEvent[];
  /** It passed a `control.stop` that ends the event for later flows too. */
  readonly isLaterStopped: boolean;
}

/** What the run is part of. */
export interface RunPlace {
  readonly eventIndex: number;
  readonly runIndex: number;
}

/**
 * Runs a pipeline from a trigger that fired. `input.facts` must be the object given as `facts`: every effect is written
 * to it at once, so steps see each other's writes. Ends at a port without an edge, at a stop, or, failed, at a step
 * that cannot be run or was already passed (a cycle, which `checkFlow` refuses).
 */
export function runPipeline(
  pipeline: Pipeline,
  trigger: CompiledTrigger,
  input: NodeInput,
  facts: WritableFacts,
  { eventIndex, runIndex }: RunPlace,
): RunResult {
  const steps: Step[] = [{ nodeId: trigger.nodeId, kind: trigger.kind, port: 'then' }];
  const edgeIds: string[] = [];
  const effects: Effect[] = [];
  const events: TicketEvent[] = [];
  const passed = new Set<string>();
  let outcome: Run['outcome'] = 'done';
  let acted = false;
  let isLaterStopped = false;
  let way: Way | null | undefined = trigger.first;
  while (way) {
    const { nodeId, kind, behaviour, ways }: CompiledStep = way.step;
    edgeIds.push(way.edgeId);
    if (!behaviour || passed.has(nodeId) || !isSimple(behaviour)) {
      steps.push({ nodeId, kind, port: null });
      outcome = 'failed';
      break;
    }
    passed.add(nodeId);
    if (behaviour.type === 'stop') {
      steps.push({ nodeId, kind, port: null });
      outcome = 'stopped';
      isLaterStopped = behaviour.laterFlows;
      break;
    }
    if (behaviour.type === 'filter') {
      const { port, conditions } = behaviour.choose(input);
      steps.push({ nodeId, kind, port, conditions });
      way = ways.get(port)?.[0];
      continue;
    }
    const action = behaviour.act(input);
    if (action.failure !== undefined) {
      steps.push({ nodeId, kind, port: null, failure: action.failure });
      outcome = 'failed';
      break;
    }
    const written = writeAll(action.effects, facts);
    for (const draft of written.drafts) effects.push(withSource(draft, { runIndex, nodeId, awaitedBy: '' }));
    events.push(...raiseEvents(written.changes, input.event.ticketId, { kind: 'flow', id: pipeline.flowId }));
    acted = true;
    steps.push({ nodeId, kind, port: 'done', effectCount: written.drafts.length, changes: written.changes });
    way = ways.get('done')?.[0];
  }
  const { flowId, versionId } = pipeline;
  const run: Run = { flowId, versionId, eventIndex, triggerNodeId: trigger.nodeId, outcome, acted, steps, edgeIds };
  return { run, effects, events, isLaterStopped };
}

type Simple = Extract<Behaviour, { readonly type: 'action' | 'filter' | 'stop' }>;

function isSimple(behaviour: Exclude<Behaviour, { readonly type: 'trigger' }>): behaviour is Simple {
  return behaviour.type === 'action' || behaviour.type === 'filter' || behaviour.type === 'stop';
}

function withSource(
  draft: EffectDraft,
  source: { readonly runIndex: number; readonly nodeId: string; readonly awaitedBy: string },
): Effect {
  const { runIndex, nodeId, awaitedBy } = source;
  switch (draft.type) {
    case 'callWebhook':
    case 'lookupContact':
    case 'askAi':
      return { runIndex, nodeId, ...draft, awaitedBy };
    default:
      return { runIndex, nodeId, ...draft };
  }
}

function writeAll(drafts: readonly EffectDraft[], facts: WritableFacts) {
  const kept: EffectDraft[] = [];
  const changes: Record<string, FieldChanges[string]> = {};
  for (const asked of drafts) {
    const written = writeEffect(asked, facts);
    if (written.draft) kept.push(written.draft);
    for (const [fact, change] of Object.entries(written.changes)) {
      facts[fact] = change.to;
      changes[fact] = change;
    }
  }
  return { drafts: kept, changes };
}
