import {
  checkFlow,
  compileFlow,
  explainConsideration,
  type FactDefinition,
  type Facts,
  type FactValue,
  type FieldChanges,
  factCatalogue,
  findFact,
  hasErrors,
  type Issue,
  linkProgram,
  namesOf,
  type Pipeline,
  type RunOutcome,
  readFact,
  runEvent,
  type TicketEvent,
  type TicketEventType,
} from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { EntityManager } from '../database/database.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId, isStorableText } from '../server/input-check.ts';
import { loadFacts } from '../tickets/load-facts.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import { type FlowParts, findFlowOrThrow } from './arrange-flows.ts';
import { FlowVersionEntity } from './flow-version.entity.ts';
import { loadReferences } from './load-references.ts';
import { readDocumentOrThrow } from './read-document.ts';

const EVENT_TYPES: readonly TicketEventType[] = [
  'ticketCreated',
  'ticketUpdated',
  'ticketReplied',
  'ticketAssigned',
  'ticketSolved',
];

export interface FlowTestInput {
  readonly flowId: string;
  /** Absent: the stored draft. */
  readonly document?: unknown;
  readonly ticketId?: string | null;
  readonly facts?: unknown;
  /** Absent: the event the flow's first trigger listens to. */
  readonly eventType?: string | null;
}

/** What a draft would do; null where errors keep it from running. */
export interface FlowTest {
  readonly test: (Pick<RunOutcome, 'runs' | 'considerations' | 'effects' | 'events'> & { sentences: string[] }) | null;
  readonly issues: readonly Issue[];
}

/**
 * Runs a draft, and only it, on a real ticket's facts, given facts, or given ones over real ones. Nothing is stored.
 * @throws Refusal on a malformed document or facts; NOT_FOUND
 */
export async function testFlow(app: FlowParts, actor: Actor, input: FlowTestInput): Promise<FlowTest> {
  const given = input.document == null ? null : readDocumentOrThrow(input.document, actor);
  const nowMs = app.clock.nowMs();
  return app.database.inWorkspace(actor.workspaceId, async (em) => {
    const flow = await findFlowOrThrow(em, input.flowId);
    const document = given ?? readDocumentOrThrow(flow.draft, actor);
    const references = await loadReferences(em, actor.workspaceId);
    const issues = checkFlow(document, references);
    if (hasErrors(issues)) return { test: null, issues };
    const real = input.ticketId == null ? {} : await factsOfTicket(em, actor.workspaceId, input.ticketId, nowMs);
    const overrides = checkFacts(input, factCatalogue(references));
    const identity = { flowId: flow.id, versionId: 'draft', position: 0, stopOnMatch: flow.stopOnMatch };
    const pipeline = compileFlow(document, identity);
    const facts: Facts = {
      'ticket.status': 'new',
      'ticket.priority': 'normal',
      'ticket.level': 1,
      ...real,
      ...overrides,
    };
    const event = eventOf(pipeline, input, facts, real);
    const { timeZone } = await em.findOneOrFail(WorkspaceEntity, { id: actor.workspaceId });
    const outcome = runEvent(linkProgram([pipeline]), event, facts, { nowMs, seed: event.ticketId, timeZone });
    const { runs, considerations, effects, events } = outcome;
    const names = namesOf(references, document);
    const [newest] = await em.find(FlowVersionEntity, { flowId: flow.id }, { orderBy: { number: 'desc' }, limit: 1 });
    // Named after the version it would become.
    const title = { flowName: flow.name, versionNumber: (newest?.number ?? 0) + 1 };
    const sentences = considerations.map((each) => explainConsideration(each, outcome, title, names, actor.locale));
    return { test: { runs, considerations, effects, events, sentences }, issues };
  });
}

async function factsOfTicket(em: EntityManager, workspaceId: string, ticketId: string, nowMs: number): Promise<Facts> {
  const facts = isId(ticketId) ? (await loadFacts(em, workspaceId, [ticketId], nowMs)).get(ticketId) : undefined;
  if (!facts) throw notFound('ticket');
  return facts;
}

function checkFacts({ facts, eventType }: FlowTestInput, catalogue: readonly FactDefinition[]): Facts {
  const check = new InputCheck();
  if (eventType != null && !EVENT_TYPES.includes(eventType as TicketEventType))
    check.wrong('INVALID', `eventType must be one of ${EVENT_TYPES.join(', ')}.`, 'eventType');
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

/** An event of the kind asked for; what the overrides change of a real ticket counts as changed by it. */
function eventOf(pipeline: Pipeline, input: FlowTestInput, facts: Facts, real: Facts): TicketEvent {
  const type = (input.eventType ?? pipeline.triggers[0]?.on[0] ?? 'ticketCreated') as TicketEventType;
  const changes: Record<string, FieldChanges[string]> = {};
  for (const fact of Object.keys(facts)) {
    const [from, to] = [readFact(real, fact), readFact(facts, fact)];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[fact] = { from, to };
  }
  const ticketId = input.ticketId ?? 'test';
  const actor = { kind: 'api' } as const;
  if (type === 'ticketReplied') return { type, ticketId, actor, isFirstReply: true };
  if (type === 'ticketCreated') return { type, ticketId, actor };
  if (type === 'ticketAssigned') {
    const assigned = (fact: string) => ({ [fact]: { from: null, to: readFact(facts, fact) } });
    return { type, ticketId, actor, changes: { ...assigned('ticket.assignee'), ...assigned('ticket.team') } };
  }
  return { type, ticketId, actor, changes };
}
