import { type Effect, type Recipient, type RunOutcome, runEvent, type TicketEvent } from '@alur/engine';
import { v7 } from 'uuid';
import { factsOf, withFacts } from '../tickets/ticket-facts.ts';
import { compactSteps } from './compact-steps.ts';
import type { Doer, Handling } from './handling.ts';
import type { NoticeRow } from './rows.ts';
import type { TicketInHand } from './ticket-in-hand.ts';

/**
 * Runs the live flows for one event of a ticket and applies what they ask for. The ticket's facts are taken as they are,
 * so change the ticket first. An event no flow listens to costs next to nothing; only a creation leaves a trace then.
 */
export function handleEvent(handling: Handling, inHand: TicketInHand, event: TicketEvent): void {
  const { live, customFields, counter, now } = handling;
  const listening = live.program.byEvent.get(event.type)?.length ?? 0;
  if (listening === 0 && event.type !== 'ticketCreated') return;
  const nowMs = now.getTime();
  const facts = factsOf(inHand.factSources, customFields, nowMs);
  const context = { nowMs, seed: inHand.ticket.id, timeZone: counter.timeZone };
  applyEffects(handling, inHand, event, runEvent(live.program, event, facts, context));
}

/** The only place where effects become writes: the ticket's fields, its queue, notes, notices, runs and the trace. */
function applyEffects(handling: Handling, inHand: TicketInHand, event: TicketEvent, outcome: RunOutcome): void {
  const { writes, live, customFields, now } = handling;
  const ticketId = inHand.ticket.id;
  const traceId = v7();
  const { considerations, stops } = outcome;
  writes.traces.push({ id: traceId, ticketId, eventType: event.type, considerations, stops, at: now });
  const effects = effectsByStep(outcome.effects);
  for (const [runIndex, run] of outcome.runs.entries()) {
    const id = v7();
    const flowName = live.flowNames.get(run.flowId) ?? null;
    const doer: Doer = { kind: 'flow', id: run.flowId, name: flowName };
    writes.runs.push({
      id,
      traceId,
      ticketId,
      flowId: run.flowId,
      versionId: run.versionId,
      eventType: outcome.events[run.eventIndex]?.event.type ?? event.type,
      outcome: run.outcome,
      acted: run.acted,
      steps: compactSteps(run.steps),
      edgeIds: run.edgeIds,
      at: now,
    });
    for (const step of run.steps) {
      if (step.changes) inHand.logChanges(step.changes, doer, id);
      for (const effect of effects.get(`${runIndex} ${step.nodeId}`) ?? [])
        applyEffect(handling, inHand, effect, doer, id);
    }
    if (run.outcome === 'failed') tellSupervisors(handling, inHand, `Flow “${flowName ?? run.flowId}” failed`);
  }
  const { assigneeId, queueRequirement } = inHand.ticket;
  inHand.ticket = { ...withFacts(inHand.ticket, outcome.facts, customFields), assigneeId, queueRequirement };
  for (const { flowIds } of stops) {
    const names = flowIds.map((flowId) => live.flowNames.get(flowId) ?? flowId).join(', ');
    tellSupervisors(handling, inHand, `Flows set each other off without end and were stopped (${names})`);
  }
}

function applyEffect(handling: Handling, inHand: TicketInHand, effect: Effect, doer: Doer, runId: string): void {
  switch (effect.type) {
    case 'setField':
    case 'setTags':
      // Written with the facts after all effects.
      return;
    case 'assign':
      if (effect.agentId !== null) inHand.ticket = { ...inHand.ticket, assigneeId: effect.agentId };
      return;
    case 'enqueue':
      inHand.route(effect.queueId, effect.requirement, effect.priority, doer, runId);
      return;
    case 'addNote': {
      const { id } = inHand.addMessage({
        author: 'bot',
        authorId: null,
        authorName: doer.name ?? 'Alur',
        visibility: 'internal',
        text: effect.text,
        isAutomated: true,
      });
      inHand.log('noteAdded', doer, { messageId: id }, runId);
      return;
    }
    case 'notify':
      notify(handling, inHand, effect.recipients, effect.text);
      inHand.log('notified', doer, { recipients: effect.recipients, text: effect.text }, runId);
  }
}

/** Who is reached as more than one recipient is told once. */
function notify(handling: Handling, inHand: TicketInHand, recipients: readonly Recipient[], text: string): void {
  const { notices } = handling.writes;
  const notice = (notices.at(-1)?.notice ?? 0) + 1;
  for (const recipient of recipients) {
    const target = targetOf(recipient, inHand);
    if (target) notices.push({ notice, ...target, ticketId: inHand.ticket.id, text, at: handling.now });
  }
}

function targetOf(recipient: Recipient, inHand: TicketInHand): Pick<NoticeRow, 'kind' | 'targetId'> | null {
  switch (recipient.kind) {
    case 'agent':
      return { kind: 'agent', targetId: recipient.agentId };
    case 'team':
      return { kind: 'team', targetId: recipient.teamId };
    case 'supervisors':
      return { kind: 'supervisors', targetId: null };
    case 'assignee': {
      const { assigneeId } = inHand.ticket;
      return assigneeId === null ? null : { kind: 'agent', targetId: assigneeId };
    }
  }
}

function tellSupervisors(handling: Handling, inHand: TicketInHand, what: string): void {
  notify(handling, inHand, [{ kind: 'supervisors' }], `${what} on ticket #${inHand.ticket.number}.`);
}

function effectsByStep(effects: readonly Effect[]): ReadonlyMap<string, readonly Effect[]> {
  const byStep = new Map<string, Effect[]>();
  for (const effect of effects) {
    const key = `${effect.runIndex} ${effect.nodeId}`;
    const known = byStep.get(key);
    if (known) known.push(effect);
    else byStep.set(key, [effect]);
  }
  return byStep;
}
