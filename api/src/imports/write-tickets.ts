import { v7 } from 'uuid';
import { ContactBook } from '../contacts/contact-book.ts';
import type { EntityManager } from '../database/database.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import { PlaceInLine } from '../runs/place-in-line.ts';
import type { EventRow, TicketRow } from '../runs/rows.ts';
import { WriteSet } from '../runs/write-set.ts';
import type { Intake } from '../tickets/intake.ts';
import { inboxKey, loadSurroundings } from '../tickets/load-surroundings.ts';
import { ACTIVE_STATUSES, UNSETTLED_STATUSES } from '../tickets/ticket-facts.ts';
import { ensureChannel, ensureNamed, type Named } from './ensure-named.ts';
import type { ImportedEvent, ImportedTicket, NamedChange } from './imported-ticket.ts';

/** What became of a part's tickets. */
export interface Written {
  readonly accepted: number;
  readonly duplicates: number;
  /** True if teams, queues or agents were made. */
  readonly isSetUpChanged: boolean;
  /** True if tickets wait for an agent. */
  readonly isQueued: boolean;
}

interface Place {
  readonly channel: { readonly id: string; readonly type: string; readonly weight: number };
  readonly named: Named;
  readonly fallbackQueueId: string | null;
}

/**
 * Writes imported tickets with their history in the open transaction: a handful of statements whatever their number. No
 * flow runs. A ticket whose external id came by this channel before, or earlier in the list, is a duplicate: nothing is
 * done. New and open tickets without an agent wait in their team's queue, else in the fallback queue.
 */
export async function writeTickets(
  em: EntityManager,
  workspaceId: string,
  channelName: string,
  tickets: readonly ImportedTicket[],
  now: Date,
): Promise<Written> {
  const counter = await lockWorkspace(em, workspaceId);
  const channel = await ensureChannel(em, workspaceId, channelName);
  const found = await loadSurroundings(
    em,
    workspaceId,
    tickets.map((ticket) => intakeOf(ticket, channel.id)),
  );
  const known = new Set(found.delivered.keys());
  const fresh = tickets.filter(({ externalId }) => {
    const key = inboxKey(channel.id, externalId);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  const named = await ensureNamed(em, workspaceId, namesIn(fresh));
  const place: Place = { channel, named, fallbackQueueId: found.fallbackQueueId };
  const contacts = new ContactBook(found.contacts);
  const writes = new WriteSet();
  for (const imported of fresh) {
    const isOpen = UNSETTLED_STATUSES.includes(imported.status);
    const { contact } = contacts.findOrMake(imported.contact, isOpen, new Date(imported.createdAtMs));
    counter.ticketNumber += 1;
    const ticket = ticketRow(imported, counter.ticketNumber, contact.id, place);
    writes.newTickets.push(ticket);
    addInboxAndMessage(writes, imported, ticket, contact.name, now);
    addEntry(writes, ticket, place, now);
    for (const event of imported.events) {
      counter.eventSequence += 1;
      writes.events.push(eventRow(event, counter.eventSequence, ticket, contact.name, named));
    }
  }
  writes.newContacts.push(...contacts.made);
  writes.contacts.push(...contacts.changed);
  await writes.write(em, workspaceId, counter);
  return {
    accepted: fresh.length,
    duplicates: tickets.length - fresh.length,
    isSetUpChanged: named.isChanged,
    isQueued: writes.entries.length > 0,
  };
}

/** What the inbox and the contacts are looked up by. */
function intakeOf(ticket: ImportedTicket, channelId: string): Intake {
  const { externalId, contact, subject } = ticket;
  const actor = { kind: 'api', id: null, name: null } as const;
  return { channelId, externalId, contact, subject, message: null, isAutomated: true, actor };
}

function namesIn(tickets: readonly ImportedTicket[]): Parameters<typeof ensureNamed>[2] {
  const teams = new Set<string>();
  const agents = new Set<string>();
  const members = new Map<string, { agent: string; team: string }>();
  const see = (team: string | null, agent: string | null) => {
    if (team !== null) teams.add(team);
    if (agent !== null) agents.add(agent);
    if (team !== null && agent !== null) members.set(JSON.stringify([agent, team]), { agent, team });
  };
  for (const ticket of tickets) {
    see(ticket.team, ticket.assignee);
    // Who held it in which team along the way: a change of one leaves the other as it was.
    let team: string | null = null;
    let agent: string | null = null;
    for (const { changes } of ticket.events) {
      const toTeam = changes['ticket.team'];
      const toAgent = changes['ticket.assignee'];
      if (!toTeam && !toAgent) continue;
      team = toTeam ? toTeam.to : team;
      agent = toAgent ? toAgent.to : agent;
      see(team, agent);
    }
  }
  return { teams: [...teams], agents: [...agents], members: [...members.values()] };
}

function ticketRow(imported: ImportedTicket, number: number, contactId: string, place: Place): TicketRow {
  const { named, fallbackQueueId, channel } = place;
  const { team, assignee, status } = imported;
  const teamId = team === null ? null : (named.teams.get(team) ?? null);
  const assigneeId = assignee === null ? null : (named.agents.get(assignee) ?? null);
  const teamQueueId = team === null ? null : (named.queues.get(team) ?? null);
  const isWaiting = ACTIVE_STATUSES.includes(status) && assigneeId === null;
  const queueId = teamQueueId ?? (isWaiting ? fallbackQueueId : null);
  const createdAt = new Date(imported.createdAtMs);
  const { externalId, subject, priority, severity, level, category, language, sentiment } = imported;
  return {
    id: v7(),
    number,
    externalId,
    subject,
    status,
    priority,
    severity,
    level,
    category,
    tags: [...imported.tags],
    language,
    sentiment,
    customFields: { ...imported.customFields },
    channelId: channel.id,
    contactId,
    teamId,
    assigneeId,
    queueId,
    queuedAt: queueId === null ? null : createdAt,
    queueRequirement: queueId === null ? null : { skills: [], ...(teamId !== null && { teamId }) },
    queuePlan: null,
    reopenCount: imported.reopenCount,
    transferCount: imported.transferCount,
    replyCount: 0,
    createdAt,
    updatedAt: new Date(imported.updatedAtMs),
    firstOpenedAt: null,
    lastCustomerMessageAt: imported.message ? createdAt : null,
    lastAgentMessageAt: null,
    customerOfflineSince: null,
    surveyScore: null,
    surveyComment: null,
    surveyAnsweredAt: null,
    assignedAt: dateOf(imported.assignedAtMs),
    solvedAt: dateOf(imported.solvedAtMs),
    closedAt: dateOf(imported.closedAtMs),
  };
}

function addInboxAndMessage(
  writes: WriteSet,
  imported: ImportedTicket,
  ticket: TicketRow,
  authorName: string,
  now: Date,
): void {
  const messageId = imported.message === null ? null : v7();
  if (imported.message !== null && messageId !== null)
    writes.messages.push({
      id: messageId,
      ticketId: ticket.id,
      author: 'customer',
      authorId: null,
      authorName,
      visibility: 'public',
      text: imported.message,
      isAutomated: false,
      createdAt: ticket.createdAt,
    });
  writes.inbox.push({
    channelId: ticket.channelId,
    externalId: imported.externalId,
    ticketId: ticket.id,
    messageId,
    receivedAt: now,
  });
}

function addEntry(writes: WriteSet, ticket: TicketRow, { channel, fallbackQueueId }: Place, now: Date): void {
  const { status, assigneeId, queueId, queuedAt, priority } = ticket;
  if (!ACTIVE_STATUSES.includes(status) || assigneeId !== null || queueId === null || queuedAt === null) return;
  const line = { ticket, priorityBefore: priority, channel, apart: null, fallbackQueueId, now };
  const entry = new PlaceInLine(null).entry(line, queueId, queuedAt);
  if (entry) writes.entries.push(entry);
}

function eventRow(
  event: ImportedEvent,
  sequence: number,
  ticket: TicketRow,
  contactName: string,
  named: Named,
): EventRow {
  const isCreation = event.type === 'created';
  return {
    id: v7(),
    sequence,
    ticketId: ticket.id,
    type: event.type,
    actorKind: isCreation ? 'customer' : 'agent',
    actorId: null,
    actorName: isCreation ? contactName : event.by,
    queueId: ticket.queueId,
    data: isCreation ? { channelId: ticket.channelId, isImported: true } : byId(event.changes, named),
    runId: null,
    at: new Date(event.atMs),
  };
}

/** Changes as the log keeps them: teams and agents by id. */
function byId(changes: ImportedEvent['changes'], { teams, agents }: Named): Record<string, NamedChange> {
  const result: Record<string, NamedChange> = {};
  for (const [fact, { from, to }] of Object.entries(changes)) {
    const ids = fact === 'ticket.team' ? teams : fact === 'ticket.assignee' ? agents : null;
    const idOf = (name: string | null) => (name === null || !ids ? name : (ids.get(name) ?? null));
    result[fact] = { from: idOf(from), to: idOf(to) };
  }
  return result;
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
