import {
  type Facts,
  type FactValue,
  type Flow,
  readFact,
  SLA_METRICS,
  SLA_POLICY_FACT,
  type SlaMetric,
  slaDueAtFact,
  slaSinceFact,
  slaStateFact,
  TICKET_EVENT_TYPES,
  type TicketEvent,
  type TicketEventType,
} from '@alur/engine';

/** The flow that is tried, and its version, as the engine calls them in a trial. */
export const TRIED_FLOW = 'draft';
export const TRIAL_TICKET = 'trial';

/** What happens to the ticket in a trial. Each field counts for the types it is named after. */
export interface TrialEvent {
  readonly type: TicketEventType;
  /** `ticketReplied`: who replied. */
  readonly author: 'customer' | 'agent' | 'bot';
  readonly isFirstReply: boolean;
  /** `ticketUpdated`: the field that changed and its value before. */
  readonly changedFact: string;
  readonly valueBefore: FactValue | null;
  /** `ticketAssigned`, `ticketTransferred`: to whom; empty: as the ticket has it. */
  readonly agentId: string;
  readonly teamId: string;
  /** `surveyAnswered`: 1 to 5. */
  readonly score: number;
  /** `webhook`: the name of the event. */
  readonly name: string;
  /** `slaChecked`: how long the target still has, in milliseconds. */
  readonly targetMs: number;
}

/** What a trial begins with, and what changes on the ticket by it. */
export interface Happening {
  readonly facts: Facts;
  readonly events: readonly TicketEvent[];
}

const HOUR_MS = 3_600_000;

/** Events that come because time passed: nothing happens to the ticket but that the clock goes on. */
const TIMED: ReadonlySet<TicketEventType> = new Set([
  'slaChecked',
  'ticketIdle',
  'customerOffline',
  'agentUnavailable',
  'schedule',
]);

export function isTimed(type: TicketEventType): boolean {
  return TIMED.has(type);
}

/** The events that the flow's triggers listen to, in the order of the triggers; a new ticket where it has none. */
export function eventsOf(flow: Flow): readonly TicketEventType[] {
  const types = flow.nodes.flatMap(({ kind }) => TICKET_EVENT_TYPES.filter((type) => kind === `trigger.${type}`));
  return types.length > 0 ? [...new Set(types)] : ['ticketCreated'];
}

/** What the form offers first for a flow: the event of its first trigger, with what that trigger asks for. */
export function startingEvent(flow: Flow): TrialEvent {
  const [type = 'ticketCreated'] = eventsOf(flow);
  const hook = flow.nodes.find(({ kind }) => kind === 'trigger.webhook');
  return {
    type,
    author: 'customer',
    isFirstReply: true,
    changedFact: 'ticket.priority',
    valueBefore: null,
    agentId: '',
    teamId: '',
    score: 2,
    name: typeof hook?.config.name === 'string' ? hook.config.name : '',
    targetMs: HOUR_MS,
  };
}

/** The event as the engine takes it, with what it changes on a ticket of these facts at that moment. */
export function happeningOf(event: TrialEvent, before: Facts, atMs: number, flow: Flow): Happening {
  const { type } = event;
  const happen = (facts: Facts, more: Partial<TicketEvent> & Pick<TicketEvent, 'actor'>): Happening => ({
    facts,
    events: [{ type, ticketId: TRIAL_TICKET, ...more }],
  });
  const seen = (fact: string) => readFact(before, fact) ?? null;
  switch (type) {
    case 'ticketCreated':
      return happen({}, { actor: { kind: 'customer' } });
    case 'ticketReplied': {
      const when = { customer: 'ticket.lastCustomerMessageAt', agent: 'ticket.lastAgentMessageAt', bot: null }[
        event.author
      ];
      const facts = { 'message.author': event.author, 'ticket.lastActivityAt': atMs, ...(when && { [when]: atMs }) };
      return happen(facts, { actor: { kind: event.author }, isFirstReply: event.isFirstReply });
    }
    case 'ticketUpdated': {
      const changes = { [event.changedFact]: { from: event.valueBefore, to: seen(event.changedFact) } };
      return happen({}, { actor: { kind: 'agent' }, changes });
    }
    case 'ticketAssigned':
    case 'ticketTransferred': {
      const facts: Facts = {
        ...(event.agentId && { 'ticket.assignee': event.agentId }),
        ...(event.teamId && { 'ticket.team': event.teamId }),
      };
      const change = (fact: string) => {
        const to = readFact(facts, fact) ?? seen(fact);
        // Who has it already is taken for new, so that trying an assigned ticket means something.
        return { from: to === seen(fact) ? null : seen(fact), to };
      };
      const changes = { 'ticket.assignee': change('ticket.assignee'), 'ticket.team': change('ticket.team') };
      return happen(facts, { actor: { kind: type === 'ticketAssigned' ? 'dispatcher' : 'agent' }, changes });
    }
    case 'ticketSolved':
    case 'ticketClosed':
    case 'ticketReopened': {
      const to = { ticketSolved: 'solved', ticketClosed: 'closed', ticketReopened: 'open' }[type];
      const from = type === 'ticketReopened' ? 'solved' : seen('ticket.status');
      const changes = { 'ticket.status': { from: from === to ? 'open' : from, to } };
      return happen({ 'ticket.status': to }, { actor: { kind: 'agent' }, changes });
    }
    case 'ticketOpened':
      return happen({}, { actor: { kind: 'agent' } });
    case 'surveyAnswered':
      return happen({ 'survey.score': event.score }, { actor: { kind: 'customer' } });
    case 'manual': {
      const teamIds = flow.nodes.flatMap(({ kind, config }) =>
        kind === 'trigger.manual' && Array.isArray(config.teamIds) ? (config.teamIds as readonly string[]) : [],
      );
      const role = allowedRole(flow);
      return happen({}, { actor: { kind: 'agent', role, teamIds }, flowId: TRIED_FLOW });
    }
    case 'webhook':
      return happen({}, { actor: { kind: 'api' }, name: event.name });
    case 'slaChecked':
    case 'ticketIdle':
    case 'customerOffline':
    case 'agentUnavailable':
    case 'schedule':
      return { facts: missing(before, dueSoon(event, atMs, flow)), events: [] };
  }
}

/** Somebody who may press the button. */
function allowedRole(flow: Flow): 'agent' | 'manager' | 'admin' {
  const button = flow.nodes.find(({ kind }) => kind === 'trigger.manual');
  const roles = Array.isArray(button?.config.roles) ? button.config.roles : [];
  return (['agent', 'manager', 'admin'] as const).find((role) => roles.includes(role)) ?? 'agent';
}

/** What makes the flow's time triggers come due in a while, where the ticket does not say it itself. */
function dueSoon({ type, targetMs }: TrialEvent, atMs: number, flow: Flow): Facts {
  switch (type) {
    case 'ticketIdle':
      return { 'ticket.createdAt': atMs, 'ticket.lastActivityAt': atMs, ...spokenLast(atMs, flow) };
    case 'customerOffline':
      return { 'contact.offlineSince': atMs };
    case 'agentUnavailable':
      return { 'agent.unavailableSince': atMs, 'ticket.assignee': 'somebody' };
    case 'slaChecked':
      return Object.assign({}, ...watchedTargets(flow).map((target) => targetFacts(target, atMs, targetMs)));
    default:
      return {};
  }
}

/** Who spoke last, so that the wait the flow's trigger is about has begun. */
function spokenLast(atMs: number, flow: Flow): Facts {
  const idle = flow.nodes.find(({ kind }) => kind === 'trigger.ticketIdle');
  return idle?.config.waitingOn === 'customer'
    ? { 'ticket.lastAgentMessageAt': atMs }
    : { 'ticket.lastCustomerMessageAt': atMs };
}

interface WatchedTarget {
  readonly metric: SlaMetric;
  readonly policyId: unknown;
}

function watchedTargets(flow: Flow): readonly WatchedTarget[] {
  return flow.nodes.flatMap(({ kind, config }) => {
    const metric = SLA_METRICS.find((each) => each === config.metric);
    return kind === 'trigger.slaChecked' && metric ? [{ metric, policyId: config.policyId }] : [];
  });
}

function targetFacts({ metric, policyId }: WatchedTarget, atMs: number, targetMs: number): Facts {
  return {
    [slaStateFact(metric)]: 'running',
    [slaSinceFact(metric)]: atMs,
    [slaDueAtFact(metric)]: atMs + targetMs,
    ...(typeof policyId === 'string' && { [SLA_POLICY_FACT]: policyId }),
  };
}

function missing(before: Facts, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => readFact(before, fact) === null));
}
