import {
  type FactDefinition,
  type Facts,
  type FactValue,
  type FieldChanges,
  type Flow,
  findFact,
  type Pipeline,
  readFact,
  TICKET_EVENT_TYPES,
  type TicketEvent,
  type TicketEventType,
} from '@alur/engine';
import { InputCheck, isStorableText } from '../server/input-check.ts';
import type { FlowTestInput } from './test-flow.ts';

/** The facts given for a test, checked. @throws Refusal on unknown facts, values of the wrong type, unknown events */
export function checkFacts({ facts, eventType }: FlowTestInput, catalogue: readonly FactDefinition[]): Facts {
  const check = new InputCheck();
  if (eventType != null && !TICKET_EVENT_TYPES.some((known) => known === eventType))
    check.wrong('INVALID', `eventType must be one of ${TICKET_EVENT_TYPES.join(', ')}.`, 'eventType');
  const checked: Record<string, FactValue | null> = {};
  if (facts != null && (typeof facts !== 'object' || Array.isArray(facts)))
    check.wrong(
      'INVALID',
      'facts must be an object keyed by fact, for example {"ticket.category": "Billing"}.',
      'facts',
    );
  else
    for (const [fact, value] of Object.entries(facts ?? {})) {
      const definition = findFact(catalogue, fact);
      if (!definition) check.wrong('UNKNOWN_REFERENCE', `There is no fact “${fact}”.`, 'facts', fact);
      else if (!isFactValue(value, definition)) {
        check.wrong('INVALID', `“${fact}” must be ${EXPECTED[definition.type]}.`, 'facts', fact);
      } else checked[fact] = value;
    }
  check.refuseIfWrong();
  return checked;
}

const EXPECTED: Readonly<Record<FactDefinition['type'], string>> = {
  text: 'a text',
  option: 'a text',
  reference: 'an id',
  number: 'a number',
  duration: 'a number of milliseconds',
  instant: 'a number of milliseconds since 1970 UTC',
  boolean: 'true or false',
  set: 'a list of texts',
};

function isFactValue(value: unknown, { type }: FactDefinition): value is FactValue | null {
  if (value === null) return true;
  const isText = (one: unknown) => typeof one === 'string' && isStorableText(one);
  if (type === 'set') return Array.isArray(value) && value.every(isText);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'number' || type === 'duration' || type === 'instant') return Number.isFinite(value);
  return isText(value);
}

/** What an event of a test is made from. */
export interface TestOf {
  readonly pipeline: Pipeline;
  readonly document: Flow;
  readonly input: FlowTestInput;
  readonly facts: Facts;
  /** Facts of the real ticket, before the given ones. */
  readonly real: Facts;
  /** Who presses the button, where the flow begins with one. */
  readonly presser: TicketEvent['actor'];
}

/** An event of the kind asked for; what the overrides change of a real ticket counts as changed by it. */
export function testEvent({ pipeline, document, input, facts, real, presser }: TestOf): TicketEvent {
  const type = (input.eventType ?? pipeline.triggers[0]?.on[0] ?? 'ticketCreated') as TicketEventType;
  const plain = { type, ticketId: input.ticketId ?? 'test', actor: { kind: 'api' } } as const;
  switch (type) {
    case 'ticketCreated':
    case 'ticketOpened':
    case 'surveyAnswered':
      return plain;
    case 'ticketReplied':
      return { ...plain, isFirstReply: true };
    case 'manual':
      return { ...plain, actor: presser, flowId: pipeline.flowId };
    case 'webhook': {
      const name = document.nodes.find(({ kind }) => kind === 'trigger.webhook')?.config.name;
      return { ...plain, ...(typeof name === 'string' && { name }) };
    }
    case 'schedule':
    case 'slaChecked':
    case 'ticketIdle':
    case 'customerOffline':
    case 'agentUnavailable': {
      const nodeId = pipeline.triggers.find(({ on }) => on.includes(type))?.nodeId;
      const due = nodeId === undefined ? {} : { due: { flowId: pipeline.flowId, nodeId, episode: 'test' } };
      return { ...plain, actor: { kind: 'timer' }, ...due };
    }
    case 'ticketAssigned':
    case 'ticketTransferred': {
      const given = (fact: string) => ({ [fact]: { from: null, to: readFact(facts, fact) } });
      return { ...plain, changes: { ...given('ticket.assignee'), ...given('ticket.team') } };
    }
    case 'ticketUpdated':
    case 'ticketSolved':
    case 'ticketClosed':
    case 'ticketReopened':
      return { ...plain, changes: changesBetween(real, facts) };
  }
}

function changesBetween(real: Facts, facts: Facts): FieldChanges {
  const changes: Record<string, FieldChanges[string]> = {};
  for (const fact of Object.keys(facts)) {
    const [from, to] = [readFact(real, fact), readFact(facts, fact)];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[fact] = { from, to };
  }
  return changes;
}
