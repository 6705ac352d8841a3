import {
  assignTickets,
  type Consideration,
  type ExplanationNames,
  explainAssignment,
  explainConsideration,
  explainStep,
  explainWait,
  type Locale,
  type Names,
  namesOf,
  type RoutingAgent,
} from '@alur/engine';
import { loadReferences } from '../flows/load-references.ts';
import { loadAgents } from '../queues/load-agents.ts';
import type { EventRow } from '../runs/rows.ts';
import type { WaitingNow } from '../runs/waiting-run-loaders.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';
import { type Decisions, loadDecisions, type StoredTrace, type StoredWait } from './load-decisions.ts';
import { workspaceOf } from './ticket-loaders.ts';

/** One sentence on why a ticket is where it is. */
export interface WhyEntry {
  readonly kind: 'flowActed' | 'flowDidNotAct' | 'assigned' | 'waiting';
  readonly at: Date;
  readonly text: string;
  readonly details: readonly string[];
  readonly flowId: string | null;
  readonly versionId: string | null;
  readonly nodeId: string | null;
  readonly agentId: string | null;
  readonly runId: string | null;
}

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
    const decisions = await loadDecisions(em, workspaceId, [...new Set(asked.map(([id]) => id))]);
    const names = namesOf(await loadReferences(em, workspaceId));
    const { timeZone } = await em.findOneOrFail(WorkspaceEntity, { id: workspaceId });
    const agents = decisions.waits.length > 0 ? await loadAgents(em, workspaceId) : [];
    return new Map(
      asked.map(([id, locale, nowMs]) => [
        whyKey(id, locale, nowMs),
        explainTicket(id, decisions, agents, { names, locale, nowMs, timeZone }),
      ]),
    );
  },
};

interface Speaking {
  readonly names: Names;
  readonly locale: Locale;
  readonly nowMs: number;
  readonly timeZone: string;
}

const PLAIN = { flowId: null, versionId: null, nodeId: null, agentId: null, runId: null, details: [] };

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
      ...PLAIN,
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
  return trace.isComplete ? told : [...told, { ...PLAIN, kind: 'flowDidNotAct', at: trace.at, text: UNTOLD[locale] }];
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

function explainDispatch(
  { agentId, queueId, explanation, at }: Decisions['assignments'][number],
  { names, locale }: Speaking,
): WhyEntry {
  const agent = names.reference('agent', agentId);
  const queue = names.reference('queue', queueId);
  const text = {
    en: `Assigned to ${agent} from queue ${queue}.`,
    id: `Ditugaskan kepada ${agent} dari antrean ${queue}.`,
  };
  return {
    ...PLAIN,
    kind: 'assigned',
    at,
    text: text[locale],
    details: [explainAssignment(explanation, routingNames(names), locale)],
    agentId,
  };
}

function explainEvent({ type, actorName, data, at }: EventRow, { names, locale }: Speaking): WhyEntry {
  if (type === 'queued') {
    const to = changeOf(data, 'ticket.queue').to;
    const queue = to === null ? '' : names.reference('queue', to);
    const text = {
      en: `No flow routed or assigned it, so it went to the fallback queue ${queue}.`,
      id: `Tidak ada alur yang mengarahkan atau menugaskannya, jadi tiket masuk ke antrean cadangan ${queue}.`,
    };
    return { ...PLAIN, kind: 'flowDidNotAct', at, text: text[locale] };
  }
  const agentId = changeOf(data, 'ticket.assignee').to;
  const teamId = changeOf(data, 'ticket.team').to;
  const whom = [agentId && names.reference('agent', agentId), teamId && names.reference('team', teamId)]
    .filter((name) => name !== null && name !== '')
    .join(', ');
  const by = { en: actorName ? ` by ${actorName}` : '', id: actorName ? ` oleh ${actorName}` : '' }[locale];
  const text = whom
    ? { en: `Assigned to ${whom}${by}.`, id: `Ditugaskan kepada ${whom}${by}.` }
    : { en: `Given up${by}.`, id: `Dilepas${by}.` };
  return { ...PLAIN, kind: 'assigned', at, text: text[locale], agentId };
}

function explainLine(
  { ticket, queueName, policy }: StoredWait,
  agents: readonly RoutingAgent[],
  speaking: Speaking,
): WhyEntry {
  const { names, locale, nowMs } = speaking;
  // Alone in line: whom it could go to, were no other ticket before it.
  const round = assignTickets({ policy, tickets: [ticket], agents, nowMs });
  const text = { en: `Waiting in queue ${queueName}.`, id: `Menunggu di antrean ${queueName}.` }[locale];
  const [wait] = round.waits;
  const turn = {
    en: 'An eligible agent has room: it is given out with the next round, in the order of urgency.',
    id: 'Ada agen yang memenuhi syarat dan punya kapasitas: tiket dibagikan pada putaran berikutnya, menurut urutan kegentingan.',
  }[locale];
  return {
    ...PLAIN,
    kind: 'waiting',
    at: new Date(ticket.queuedAtMs),
    text,
    details: [wait ? explainWait(wait, routingNames(names), locale) : turn],
  };
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
  return { ...PLAIN, kind: 'waiting', at: since, text: text[locale], flowId, versionId, nodeId, runId };
}

function routingNames(names: Names): ExplanationNames {
  return {
    agentName: (agentId) => names.reference('agent', agentId),
    skillName: (skillId) => names.reference('skill', skillId),
  };
}

function changeOf(data: EventRow['data'], fact: string): { readonly to: string | null } {
  const change = data[fact];
  const to = typeof change === 'object' && change !== null && 'to' in change ? change.to : null;
  return { to: typeof to === 'string' ? to : null };
}
