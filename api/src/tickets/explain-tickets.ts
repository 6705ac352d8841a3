import {
  type Consideration,
  explainConsideration,
  explainStep,
  type Locale,
  namesOf,
  type RoutingAgent,
} from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { loadReferences } from '../flows/load-references.ts';
import { loadAgents } from '../queues/load-agents.ts';
import { loadWaitingTickets } from '../queues/load-waiting.ts';
import { PresenceStatusEntity } from '../routing/presence-status.entity.ts';
import type { WaitingNow } from '../runs/waiting-run-loaders.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import {
  explainDispatch,
  explainEvent,
  explainLine,
  explainOffer,
  explainWhyNot,
  type Speaking,
} from './explain-routing.ts';
import { type Decisions, loadDecisions, type StoredTrace } from './load-decisions.ts';
import { workspaceOf } from './ticket-loaders.ts';
import { PLAIN_ENTRY, type WhyEntry } from './why-entry.ts';

/** The most sentences about one ticket. */
const LIMIT = 200;

/** The key of a ticket's sentences in a language, as of an instant in milliseconds since 1970 UTC. */
export function whyKey(ticketId: string, locale: Locale, nowMs: number): string {
  return JSON.stringify([ticketId, locale, nowMs]);
}

/**
 * Sentences on why tickets are where they are, by `whyKey`: why one still waits, as of now, then the newest decision
 * first. The number of statements doesn't grow with the tickets.
 */
export const whyOfTicket: LoaderDefinition<string, WhyEntry[]> = {
  async loadMany(em, keys) {
    const asked = keys.map((key) => JSON.parse(key) as [string, Locale, number]);
    const workspaceId = await workspaceOf(em);
    const nowMs = Math.max(...asked.map(([, , at]) => at));
    const decisions = await loadDecisions(em, workspaceId, [...new Set(asked.map(([id]) => id))], nowMs);
    const speaking = await loadSpeaking(em, workspaceId);
    const agents = decisions.waits.length > 0 ? await loadAgents(em, workspaceId, new Date(nowMs)) : [];
    return new Map(
      asked.map(([id, locale, at]) => [
        whyKey(id, locale, at),
        explainTicket(id, decisions, agents, { ...speaking, locale, nowMs: at }),
      ]),
    );
  },
};

/** The key of why an agent does not get a ticket, in a language, as of an instant in milliseconds since 1970 UTC. */
export function whyNotKey(ticketId: string, agentId: string, locale: Locale, nowMs: number): string {
  return JSON.stringify([ticketId, agentId, locale, nowMs]);
}

/** Why agents do not get waiting tickets now, by `whyNotKey`; of tickets that don't wait and unknown agents: nothing. */
export const whyNotOfTicket: LoaderDefinition<string, string> = {
  async loadMany(em, keys) {
    const asked = keys.map((key) => JSON.parse(key) as [string, string, Locale, number]);
    const workspaceId = await workspaceOf(em);
    const speaking = await loadSpeaking(em, workspaceId);
    const sentences = new Map<string, string>();
    for (const [nowMs, alike] of Map.groupBy(asked, ([, , , at]) => at)) {
      const agents = await loadAgents(em, workspaceId, new Date(nowMs));
      const waits = await loadWaitingTickets(em, workspaceId, [...new Set(alike.map(([id]) => id))], nowMs);
      for (const [ticketId, agentId, locale] of alike) {
        const wait = waits.find(({ ticket }) => ticket.ticketId === ticketId);
        const agent = agents.find((each) => each.agentId === agentId);
        if (wait && agent)
          sentences.set(
            whyNotKey(ticketId, agentId, locale, nowMs),
            explainWhyNot(wait, agent, { ...speaking, locale, nowMs }),
          );
      }
    }
    return sentences;
  },
};

async function loadSpeaking(em: EntityManager, workspaceId: string): Promise<Omit<Speaking, 'locale' | 'nowMs'>> {
  const statuses = await em.find(PresenceStatusEntity, {});
  const { timeZone } = await em.findOneOrFail(WorkspaceEntity, { id: workspaceId });
  return {
    names: namesOf(await loadReferences(em, workspaceId)),
    statusNames: new Map(statuses.map(({ id, name }) => [id, name])),
    timeZone,
  };
}

function explainTicket(
  id: string,
  decisions: Decisions,
  agents: readonly RoutingAgent[],
  speaking: Speaking,
): WhyEntry[] {
  const own = <T extends { readonly ticketId: string }>(all: readonly T[]) =>
    all.filter(({ ticketId }) => ticketId === id);
  const decided = [
    ...own(decisions.traces).flatMap((trace) => explainTrace(trace, decisions.titles, speaking)),
    ...own(decisions.assignments).map((assignment) => explainDispatch(assignment, speaking)),
    ...own(decisions.offers).map((offer) => explainOffer(offer, speaking)),
    ...own(decisions.events).map((event) => explainEvent(event, speaking)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  const waits = decisions.waits.filter(({ ticket }) => ticket.ticketId === id);
  const staying = decisions.waitingRuns.filter(({ wait }) => wait.ticketId === id);
  return [
    ...waits.map((wait) => explainLine(wait, agents, speaking)),
    ...staying.map((run) => explainStay(run, speaking)),
    ...decided,
  ].slice(0, LIMIT);
}

function explainTrace(trace: StoredTrace, titles: Decisions['titles'], { names, locale }: Speaking): WhyEntry[] {
  // Engine and store hold runs in the same order, so that indexes fit.
  const runs = trace.runs.map(({ continues, ...run }) => ({
    ...run,
    eventIndex: 0,
    triggerNodeId: run.steps[0]?.nodeId ?? '',
    ...(continues !== null && { continues }),
  }));
  const told = trace.considerations.map((consideration): WhyEntry => {
    const { flowId, versionId } = consideration;
    const title = titles.get(versionId) ?? { flowName: flowId, versionNumber: 0 };
    const run = consideration.outcome === 'ran' ? trace.runs[consideration.runIndex] : undefined;
    return {
      ...PLAIN_ENTRY,
      kind: run?.acted ? 'flowActed' : 'flowDidNotAct',
      at: trace.at,
      text: explainConsideration(consideration, { runs }, title, names, locale),
      details: run?.steps.map((step) => explainStep(step, names, locale)) ?? [],
      flowId,
      versionId,
      nodeId: decidingNode(consideration, run),
      runId: run?.id ?? null,
    };
  });
  return trace.isComplete
    ? told
    : [...told, { ...PLAIN_ENTRY, kind: 'flowDidNotAct', at: trace.at, text: UNTOLD[locale] }];
}

/** Said of events in workspaces with so many live flows that telling of all would cost more than running them. */
const UNTOLD = {
  en: 'The other live flows did nothing; with so many of them, the reasons are not kept.',
  id: 'Alur aktif lainnya tidak melakukan apa-apa; karena jumlahnya banyak, alasannya tidak disimpan.',
};

/** The last action of a run that acted, else the last node it came to; of one that did not start, its trigger. */
function decidingNode(consideration: Consideration, run: StoredTrace['runs'][number] | undefined): string | null {
  if (consideration.outcome === 'triggerDidNotMatch') return consideration.nodeId;
  const action = run?.steps.findLast(({ effectCount }) => effectCount !== undefined);
  return (action ?? run?.steps.at(-1))?.nodeId ?? null;
}

/** A run that stays somewhere: until when, and what else ends it. */
function explainStay({ wait, flowName, versionNumber }: WaitingNow, { locale, timeZone }: Speaking): WhyEntry {
  const { dueAt, state, flowId, versionId, runId, since } = wait;
  const until = dueAt?.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  const isCutShort = state.tokens.some(({ ends }) => ends.length > 0);
  const text = {
    en: `Flow “${flowName}” (version ${versionNumber}) waits${until ? ` until ${until}` : ' for an answer'}${isCutShort ? ', or until something happens before' : ''}.`,
    id: `Alur “${flowName}” (versi ${versionNumber}) menunggu${until ? ` sampai ${until}` : ' jawaban'}${isCutShort ? ', atau sampai sesuatu terjadi lebih dulu' : ''}.`,
  };
  const nodeId = state.tokens[0]?.nodeId ?? null;
  return { ...PLAIN_ENTRY, kind: 'waiting', at: since, text: text[locale], flowId, versionId, nodeId, runId };
}
