import {
  compileFlow,
  type Facts,
  type FactValue,
  type Flow,
  linkProgram,
  type RunOutcome,
  readFact,
  runEvent,
  TICKET_EVENT_TYPES,
  type TicketEvent,
  type TicketEventType,
} from '@alur/engine';

/** What happened to the ticket in a trial. */
export interface TrialEvent {
  readonly type: TicketEventType;
  /** On `ticketReplied`: who replied. */
  readonly author: 'customer' | 'agent' | 'bot';
  readonly isFirstReply: boolean;
  /** On `ticketUpdated`: the field that changed and its value before. */
  readonly changedFact: string;
  readonly valueBefore: FactValue | null;
}

export interface Trial {
  readonly flow: Flow;
  readonly event: TrialEvent;
  /** The ticket as it is after the event. */
  readonly facts: Facts;
  /** The moment to pretend it is, milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** IANA time zone of the workspace. */
  readonly timeZone: string;
}

const TRIAL_TICKET = 'trial';

/** The events that the flow's triggers listen to, in the order of the triggers; a new ticket where it has none. */
export function eventsOf(flow: Flow): readonly TicketEventType[] {
  const types = flow.nodes.flatMap(({ kind }) => TICKET_EVENT_TYPES.filter((type) => kind === `trigger.${type}`));
  return types.length > 0 ? [...new Set(types)] : ['ticketCreated'];
}

/** Runs a flow by itself on a ticket, in the browser, by the same engine as the server. Nothing is sent or stored. */
export function tryFlow({ flow, event, facts, nowMs, timeZone }: Trial): RunOutcome {
  const pipeline = compileFlow(flow, { flowId: 'draft', versionId: 'draft', position: 0, stopOnMatch: false });
  const after = event.type === 'ticketSolved' ? { ...facts, 'ticket.status': 'solved' } : facts;
  return runEvent(linkProgram([pipeline]), ticketEvent(event, after), after, { nowMs, seed: TRIAL_TICKET, timeZone });
}

function ticketEvent(event: TrialEvent, facts: Facts): TicketEvent {
  const base = { type: event.type, ticketId: TRIAL_TICKET } as const;
  const change = (fact: string, from: FactValue | null) => ({ [fact]: { from, to: readFact(facts, fact) } });
  switch (event.type) {
    case 'ticketCreated':
      return { ...base, actor: { kind: 'customer' } };
    case 'ticketReplied':
      return { ...base, actor: { kind: event.author }, isFirstReply: event.isFirstReply };
    case 'ticketUpdated':
      return { ...base, actor: { kind: 'agent' }, changes: change(event.changedFact, event.valueBefore) };
    case 'ticketAssigned':
      return {
        ...base,
        actor: { kind: 'dispatcher' },
        changes: { ...change('ticket.assignee', null), ...change('ticket.team', null) },
      };
    case 'ticketSolved':
      return { ...base, actor: { kind: 'agent' }, changes: change('ticket.status', 'open') };
  }
}
