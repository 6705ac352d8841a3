import type { Effect, Run, RunOutcome } from '@alur/engine';
import { v7 } from 'uuid';
import { withFacts } from '../tickets/ticket-facts.ts';
import { applyMessage, tellSupervisors } from './apply-messages.ts';
import { compactSteps } from './compact-steps.ts';
import { type Doer, type Handling, TIMER } from './handling.ts';
import type { TicketInHand } from './ticket-in-hand.ts';

/** An outcome to be applied, and what it is told as. */
export interface Applied {
  readonly outcome: RunOutcome;
  /** The type of the event, or what woke the run. */
  readonly eventType: string;
  /** Whether its considerations tell of every listening flow. */
  readonly isComplete: boolean;
}

/**
 * The only place where effects become writes: the ticket's fields, its queue, notes, notices, runs and the trace.
 * Gives the ids of the runs, by index: of one that goes on, the id of the run that began it.
 */
export function applyOutcome(handling: Handling, inHand: TicketInHand, applied: Applied): readonly string[] {
  const { writes, live, basis, now } = handling;
  const { outcome, eventType, isComplete } = applied;
  const ticketId = inHand.ticket.id;
  const traceId = v7();
  const { considerations, stops } = outcome;
  writes.traces.push({ id: traceId, ticketId, eventType, considerations, stops, isComplete, at: now });
  const effects = effectsByStep(outcome.effects);
  const ids = outcome.runs.map(() => v7());
  for (const [runIndex, run] of outcome.runs.entries()) {
    const id = ids[runIndex] ?? v7();
    const doer: Doer = { kind: 'flow', id: run.flowId, name: live.flowNames.get(run.flowId) ?? null };
    writes.runs.push({
      id,
      traceId,
      ticketId,
      flowId: run.flowId,
      versionId: run.versionId,
      eventType: outcome.events[run.eventIndex]?.event.type ?? eventType,
      outcome: run.outcome,
      acted: run.acted,
      steps: compactSteps(run.steps),
      edgeIds: run.edgeIds,
      continues: run.continues ?? null,
      startedBy: run.startedByRun === undefined ? null : (ids[run.startedByRun] ?? null),
      at: now,
    });
    for (const step of run.steps) {
      if (step.changes) inHand.logChanges(step.changes, doer, id);
      // A list of actions is one node with a step for each.
      for (const effect of take(effects, `${runIndex} ${step.nodeId}`)) applyEffect(handling, inHand, effect, doer, id);
    }
  }
  // What no step asked for: time triggers whose episode has ended.
  for (const rest of effects.values()) for (const effect of rest) applyEffect(handling, inHand, effect, TIMER, null);
  rememberWaits(handling, inHand, outcome, ids);
  const { queueRequirement } = inHand.ticket;
  inHand.ticket = { ...withFacts(inHand.ticket, outcome.facts, basis.customFields), queueRequirement };
  for (const { flowIds } of stops) {
    const names = flowIds.map((flowId) => live.flowNames.get(flowId) ?? flowId).join(', ');
    tellSupervisors(handling, inHand, `Flows set each other off without end and were stopped (${names})`);
  }
  return outcome.runs.map((run, index) => run.continues ?? ids[index] ?? '');
}

function applyEffect(handling: Handling, inHand: TicketInHand, effect: Effect, doer: Doer, runId: string | null): void {
  switch (effect.type) {
    case 'setField':
    case 'setTags':
    case 'assign':
    case 'unassign':
      // Written with the facts after all effects.
      return;
    case 'enqueue':
      inHand.route(effect, doer, runId);
      return;
    case 'transfer':
      inHand.log('transferred', doer, { reason: effect.reason }, runId);
      if (effect.queueId !== null)
        inHand.route({ queueId: effect.queueId, requirement: { skills: [] }, priority: null }, doer, runId);
      return;
    case 'addNote':
    case 'sendReply':
    case 'notify':
      applyMessage(handling, inHand, effect, doer, runId);
      return;
    case 'failRun': {
      inHand.log('flowFailed', doer, { nodeId: effect.nodeId, reason: effect.reason }, runId);
      const flow = `Flow “${doer.name ?? doer.id}” failed`;
      tellSupervisors(handling, inHand, flow, doer.id);
      return;
    }
    case 'setFiring':
      inHand.memory.noteFiring(effect.flowId, effect.triggerNodeId, effect.firing);
      return;
    case 'sendSurvey':
    case 'callWebhook':
    case 'lookupContact':
    case 'askAi':
      // The engine asks only for what is set up, and nothing sets these up yet.
      throw new Error(`A run asked for ${effect.type}, which nothing provides.`);
  }
}

/** Keeps the runs that wait, and lets go of those that waited and have come to their end. */
function rememberWaits(
  { live, pipelines }: Handling,
  { memory }: TicketInHand,
  { runs, waiting }: RunOutcome,
  ids: readonly string[],
): void {
  const states = new Map(waiting.map(({ runIndex, state }) => [runIndex, state]));
  for (const [runIndex, run] of runs.entries()) {
    const state = states.get(runIndex);
    const runId = run.continues ?? ids[runIndex] ?? '';
    if (state) memory.keep(runId, state, pipelineOf(run, live.pipelines, pipelines));
    else if (run.continues !== undefined) memory.end(runId, run.outcome);
  }
}

function pipelineOf(
  { versionId }: Run,
  live: Handling['pipelines'],
  older: Handling['pipelines'],
): NonNullable<ReturnType<Handling['pipelines']['get']>> {
  const pipeline = live.get(versionId) ?? older.get(versionId);
  if (!pipeline) throw new Error(`The version ${versionId} ran and is not known.`);
  return pipeline;
}

function effectsByStep(effects: readonly Effect[]): Map<string, readonly Effect[]> {
  return Map.groupBy(effects, ({ runIndex, nodeId }) => `${runIndex} ${nodeId}`);
}

function take(effects: Map<string, readonly Effect[]>, key: string): readonly Effect[] {
  const taken = effects.get(key) ?? [];
  effects.delete(key);
  return taken;
}
