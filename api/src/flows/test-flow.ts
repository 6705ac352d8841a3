import {
  checkFlow,
  compileFlow,
  explainConsideration,
  type Facts,
  factCatalogue,
  hasErrors,
  type Issue,
  linkProgram,
  namesOf,
  type Pipeline,
  type RunOutcome,
  readFact,
  runEvent,
} from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { EntityManager } from '../database/database.ts';
import { providersOf } from '../runs/handle-events.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import type { TicketParts } from '../tickets/change-ticket.ts';
import { lookAtTickets } from '../tickets/look-at-tickets.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import { findFlowOrThrow } from './arrange-flows.ts';
import { FlowVersionEntity } from './flow-version.entity.ts';
import { loadReferences } from './load-references.ts';
import { presserOf } from './press-flow.ts';
import { readFlowsRevision } from './programs.ts';
import { readDocumentOrThrow } from './read-document.ts';
import { checkFacts, testEvent } from './test-event.ts';

export interface FlowTestInput {
  readonly flowId: string;
  /** Absent: the stored draft. */
  readonly document?: unknown;
  readonly ticketId?: string | null;
  readonly facts?: unknown;
  /** One of the engine's event types; absent: the event the flow's first trigger listens to. */
  readonly eventType?: string | null;
}

/** What a draft would do; null where errors keep it from running. */
export interface FlowTest {
  readonly test: (Pick<RunOutcome, 'runs' | 'considerations' | 'effects' | 'events'> & { sentences: string[] }) | null;
  readonly issues: readonly Issue[];
}

/**
 * Runs a draft, and only it and the flows it starts, on a real ticket's facts, given facts, or given ones over real ones. Nothing is stored.
 * @throws Refusal on a malformed document or facts; NOT_FOUND
 */
export async function testFlow(app: TicketParts, actor: Actor, input: FlowTestInput): Promise<FlowTest> {
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
    const presser = await presserOf(em, actor);
    const event = testEvent({ pipeline, document, input, facts, real, presser });
    const { timeZone } = await em.findOneOrFail(WorkspaceEntity, { id: actor.workspaceId });
    const live = await app.programs.at(em, actor.workspaceId, await readFlowsRevision(em, actor.workspaceId));
    const others = live.program.pipelines.filter(({ flowId }) => flowId !== flow.id).map(startable);
    const channelType = readFact(facts, 'ticket.channelType');
    const outcome = runEvent(linkProgram([pipeline, ...others]), event, facts, {
      nowMs,
      seed: event.ticketId,
      timeZone,
      providers: providersOf(typeof channelType === 'string' ? channelType : 'api'),
      calendars: live.calendars,
      ...(live.defaultCalendarId !== null && { defaultCalendarId: live.defaultCalendarId }),
    });
    const { runs, considerations, effects, events } = outcome;
    const names = namesOf(references, document);
    const [newest] = await em.find(FlowVersionEntity, { flowId: flow.id }, { orderBy: { number: 'desc' }, limit: 1 });
    // Named after the version it would become.
    const title = { flowName: flow.name, versionNumber: (newest?.number ?? 0) + 1 };
    const sentences = considerations.map((each) => explainConsideration(each, outcome, title, names, actor.locale));
    return { test: { runs, considerations, effects, events, sentences }, issues };
  });
}

/** A live flow that events don't begin, but another flow can start. */
function startable(pipeline: Pipeline): Pipeline {
  return { ...pipeline, triggers: pipeline.triggers.map((trigger) => ({ ...trigger, on: [] })) };
}

async function factsOfTicket(em: EntityManager, workspaceId: string, ticketId: string, nowMs: number): Promise<Facts> {
  const facts = isId(ticketId)
    ? (await lookAtTickets(em, workspaceId, [ticketId], nowMs)).get(ticketId)?.facts
    : undefined;
  if (!facts) throw notFound('ticket');
  return facts;
}
