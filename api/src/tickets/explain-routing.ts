import {
  assignTickets,
  type ExplanationNames,
  exclusionFor,
  explainAssignment,
  explainExclusion,
  explainWait,
  type Locale,
  type Names,
  type RoutingAgent,
} from '@alur/engine';
import type { Waiting } from '../queues/load-waiting.ts';
import type { EventRow, OfferRow } from '../runs/rows.ts';
import type { Decisions } from './load-decisions.ts';
import { PLAIN_ENTRY, type WhyEntry } from './why-entry.ts';

/** In what language, by what names and as of when it is told. */
export interface Speaking {
  readonly names: Names;
  /** Names of the workspace's own statuses by id. */
  readonly statusNames: ReadonlyMap<string, string>;
  readonly locale: Locale;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** IANA. */
  readonly timeZone: string;
}

/** Why a dispatcher gave a ticket to its agent. */
export function explainDispatch(
  { agentId, queueId, explanation, at }: Decisions['assignments'][number],
  speaking: Speaking,
): WhyEntry {
  const agent = speaking.names.reference('agent', agentId);
  const queue = speaking.names.reference('queue', queueId);
  const text = {
    en: `Assigned to ${agent} from queue ${queue}.`,
    id: `Ditugaskan kepada ${agent} dari antrean ${queue}.`,
  }[speaking.locale];
  const details = [explainAssignment(explanation, routingNames(speaking), speaking.locale)];
  return { ...PLAIN_ENTRY, kind: 'assigned', at, text, details, agentId };
}

/** Whom a ticket was held out to, why, and what came of it. */
export function explainOffer({ agentId, state, explanation, offeredAt }: OfferRow, speaking: Speaking): WhyEntry {
  const agent = speaking.names.reference('agent', agentId);
  const text = {
    offered: { en: `Offered to ${agent}, who has not answered yet.`, id: `Ditawarkan kepada ${agent}, belum dijawab.` },
    accepted: { en: `Offered to ${agent}, who accepted.`, id: `Ditawarkan kepada ${agent}, diterima.` },
    declined: { en: `Offered to ${agent}, who declined.`, id: `Ditawarkan kepada ${agent}, ditolak.` },
    timedOut: {
      en: `Offered to ${agent}, who did not answer in time.`,
      id: `Ditawarkan kepada ${agent}, tidak dijawab tepat waktu.`,
    },
    withdrawn: { en: `Offered to ${agent}, and withdrawn.`, id: `Ditawarkan kepada ${agent}, lalu ditarik kembali.` },
  }[state][speaking.locale];
  const details = [explainAssignment(explanation, routingNames(speaking), speaking.locale)];
  return { ...PLAIN_ENTRY, kind: 'waiting', at: offeredAt, text, details, agentId };
}

/** What people decided, and what became of a ticket without a flow. */
export function explainEvent(event: EventRow, speaking: Speaking): WhyEntry {
  switch (event.type) {
    case 'queued':
      return explainFallback(event, speaking);
    case 'laddered':
      return explainClimb(event, speaking);
    case 'transferred':
    case 'escalated':
      return explainHandOver(event, speaking);
    default:
      return event.actorKind === 'dispatcher' ? explainLoss(event, speaking) : explainChoice(event, speaking);
  }
}

function explainFallback({ data, at }: EventRow, { names, locale }: Speaking): WhyEntry {
  const to = changeOf(data, 'ticket.queue').to;
  const queue = to === null ? '' : names.reference('queue', to);
  const text = {
    en: `No flow routed or assigned it, so it went to the fallback queue ${queue}.`,
    id: `Tidak ada alur yang mengarahkan atau menugaskannya, jadi tiket masuk ke antrean cadangan ${queue}.`,
  }[locale];
  return { ...PLAIN_ENTRY, kind: 'flowDidNotAct', at, text };
}

function explainClimb({ data, at }: EventRow, { names, locale }: Speaking): WhyEntry {
  const to = changeOf(data, 'ticket.queue').to;
  const dropped = (Array.isArray(data.droppedSkillIds) ? data.droppedSkillIds : []).filter(
    (id): id is string => typeof id === 'string',
  );
  const skills = dropped.map((id) => names.reference('skill', id)).join(', ');
  const why = {
    timeout: { en: 'Nobody took it in time', id: 'Tidak ada yang mengambilnya tepat waktu' },
    skipped: {
      en: 'Nobody could take it at once and its rule says to move on',
      id: 'Tidak ada yang bisa langsung mengambilnya dan aturannya meminta lanjut',
    },
  }[data.reason === 'skipped' ? 'skipped' : 'timeout'][locale];
  const queue = to === null ? '' : names.reference('queue', to);
  const what =
    to !== null
      ? { en: `it moved on to queue ${queue}`, id: `tiket pindah ke antrean ${queue}` }
      : skills !== ''
        ? { en: `it no longer asks for ${skills}`, id: `tiket tidak lagi meminta ${skills}` }
        : { en: 'it asks for the next requirement', id: 'tiket memakai syarat berikutnya' };
  const so = { en: 'so', id: 'jadi' }[locale];
  return { ...PLAIN_ENTRY, kind: 'waiting', at, text: `${why}, ${so} ${what[locale]}.` };
}

function explainHandOver({ type, actorName, data, at }: EventRow, { locale }: Speaking): WhyEntry {
  const by = byText(actorName, locale);
  const reason = typeof data.reason === 'string' && data.reason !== '' ? `: ${data.reason}` : '.';
  const level = data['ticket.level'];
  const to = typeof level === 'object' && level !== null && 'to' in level ? String(level.to) : '';
  const text =
    type === 'transferred'
      ? { en: `Transferred${by}${reason}`, id: `Dialihkan${by}${reason}` }
      : { en: `Escalated to level ${to}${by}${reason}`, id: `Dieskalasi ke tingkat ${to}${by}${reason}` };
  return { ...PLAIN_ENTRY, kind: 'assigned', at, text: text[locale] };
}

function explainLoss({ data, at }: EventRow, { names, locale }: Speaking): WhyEntry {
  const { from } = changeOf(data, 'ticket.assignee');
  const agent = from === null ? '' : names.reference('agent', from);
  const text =
    data.reason === 'customerReplied'
      ? {
          en: `The customer replied while ${agent} was gone, so it went back into its queue.`,
          id: `Pelanggan membalas saat ${agent} tidak ada, jadi tiket kembali ke antreannya.`,
        }
      : {
          en: `${agent} has left, so it went back into its queue.`,
          id: `${agent} sudah pergi, jadi tiket kembali ke antreannya.`,
        };
  return { ...PLAIN_ENTRY, kind: 'waiting', at, text: text[locale], agentId: from };
}

function explainChoice({ actorName, data, at }: EventRow, { names, locale }: Speaking): WhyEntry {
  const agentId = changeOf(data, 'ticket.assignee').to;
  const teamId = changeOf(data, 'ticket.team').to;
  const whom = [agentId && names.reference('agent', agentId), teamId && names.reference('team', teamId)]
    .filter((name) => name !== null && name !== '')
    .join(', ');
  const by = byText(actorName, locale);
  const text = whom
    ? { en: `Assigned to ${whom}${by}.`, id: `Ditugaskan kepada ${whom}${by}.` }
    : { en: `Given up${by}.`, id: `Dilepas${by}.` };
  return { ...PLAIN_ENTRY, kind: 'assigned', at, text: text[locale], agentId };
}

function byText(name: string | null, locale: Locale): string {
  return { en: name ? ` by ${name}` : '', id: name ? ` oleh ${name}` : '' }[locale];
}

/** Why a ticket still waits. */
export function explainLine({ ticket, queue }: Waiting, agents: readonly RoutingAgent[], speaking: Speaking): WhyEntry {
  const { locale, nowMs } = speaking;
  // Alone in line: whom it could go to, were no other ticket before it.
  const round = assignTickets({ policy: queue.policy, tickets: [ticket], agents, nowMs });
  const text = { en: `Waiting in queue ${queue.queueName}.`, id: `Menunggu di antrean ${queue.queueName}.` }[locale];
  const [wait] = round.waits;
  const turn = {
    en: 'An eligible agent has room: it is given out with the next round, in the order of urgency.',
    id: 'Ada agen yang memenuhi syarat dan punya kapasitas: tiket dibagikan pada putaran berikutnya, menurut urutan kegentingan.',
  }[locale];
  const details = [wait ? explainWait(wait, routingNames(speaking), locale) : turn];
  return { ...PLAIN_ENTRY, kind: 'waiting', at: new Date(ticket.queuedAtMs), text, details };
}

/** Why an agent does not get a waiting ticket now, or that they could. */
export function explainWhyNot({ ticket }: Waiting, agent: RoutingAgent, speaking: Speaking): string {
  return explainExclusion(agent.agentId, exclusionFor(agent, ticket), routingNames(speaking), speaking.locale);
}

function routingNames({ names, statusNames }: Speaking): ExplanationNames {
  return {
    agentName: (agentId) => names.reference('agent', agentId),
    skillName: (skillId) => names.reference('skill', skillId),
    statusName: (statusId) => statusNames.get(statusId) ?? statusId,
  };
}

function changeOf(data: EventRow['data'], fact: string): { readonly from: string | null; readonly to: string | null } {
  const change = data[fact];
  if (typeof change !== 'object' || change === null || !('from' in change) || !('to' in change))
    return { from: null, to: null };
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return { from: textOf(change.from), to: textOf(change.to) };
}
