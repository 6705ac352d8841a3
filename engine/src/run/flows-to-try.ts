import { comparePipelines, type Pipeline } from '../compile/compile-flow.ts';
import type { Program } from '../compile/link-program.ts';
import { matchFlows } from '../compile/match/match-flows.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { StepInput } from './run-host.ts';

/** What is known of the event being handled, which changes while its flows run. */
export interface Trial {
  /** All flows considered are told of, not only those that act. */
  readonly isTold: boolean;
  readonly isLaterStopped: boolean;
  readonly eventCount: number;
  inputOf(event: TicketEvent): StepInput;
}

/**
 * The flows to try on an event, in running order: one by one, as each may change the ticket. Where only those that act
 * are told of they are matched, and matched again behind each one that changed the ticket.
 */
export function* flowsToTry(program: Program, event: TicketEvent, trial: Trial): Iterable<Pipeline> {
  const listening = program.byEvent.get(event.type) ?? [];
  const onlyFlowId = event.due?.flowId ?? event.flowId;
  if (onlyFlowId !== undefined) yield* listening.filter(({ flowId }) => flowId === onlyFlowId);
  else if (trial.isTold) yield* listening;
  else yield* matching(program, event, trial);
}

function* matching(program: Program, event: TicketEvent, trial: Trial): Iterable<Pipeline> {
  let last: Pipeline | null = null;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const { eventCount } = trial;
    const input = trial.inputOf(event);
    for (const pipeline of matchFlows(program, event, input.facts, input)) {
      if (last && comparePipelines(pipeline, last) <= 0) continue;
      if (trial.isLaterStopped) return;
      last = pipeline;
      yield pipeline;
      // What changes the ticket raises an event.
      isChanged = trial.eventCount > eventCount;
      if (isChanged) break;
    }
  }
}
