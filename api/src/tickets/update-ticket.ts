import {
  CUSTOM_FACT_PREFIX,
  type Facts,
  type FactValue,
  type FieldChanges,
  type Priority,
  raiseEvents,
  readFact,
} from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import { handleEvents } from '../runs/handle-events.ts';
import type { Handling } from '../runs/handling.ts';
import type { TicketRow } from '../runs/rows.ts';
import type { TicketInHand } from '../runs/ticket-in-hand.ts';
import { type Change, changeTicket, doerOf, eventActorOf, type TicketParts } from './change-ticket.ts';
import { checkCustomFields } from './check-custom-fields.ts';
import type { Sentiment, Severity, Status } from './ticket.entity.ts';
import { TEXT_LIMITS, TicketCheck, tidyTags } from './ticket-check.ts';
import { type CustomFields, factsOf } from './ticket-facts.ts';

/** What to change of a ticket. Absent fields stay; null empties those that may be empty. */
export interface TicketUpdate {
  readonly id: string;
  readonly subject?: string | null;
  readonly status?: Status | null;
  readonly priority?: Priority | null;
  readonly severity?: Severity | null;
  readonly level?: number | null;
  readonly category?: string | null;
  readonly language?: string | null;
  readonly sentiment?: Sentiment | null;
  readonly addTags?: readonly string[] | null;
  readonly removeTags?: readonly string[] | null;
  readonly customFields?: unknown;
}

/** Changes fields of a ticket and runs the flows that listen. Changing nothing does nothing. @throws Refusal, NOT_FOUND */
export async function updateTicket(parts: TicketParts, actor: Actor, update: TicketUpdate): Promise<void> {
  checkUpdate(update);
  await changeTicket(parts, actor.workspaceId, update.id, (change) => {
    const { inHand, handling } = change;
    const check = new TicketCheck();
    const custom = checkCustomFields(customFieldsOf(update, check), handling.basis.customFields, check);
    const tags = tagsAfter(inHand.ticket.tags, update);
    if (tags.length > TEXT_LIMITS.tags)
      check.wrong('TOO_MANY', `The ticket would have ${tags.length} tags; at most ${TEXT_LIMITS.tags} fit.`, 'addTags');
    check.refuseIfWrong();
    changeFields(change, actor, withUpdate(inHand.ticket, update, tags, custom));
  });
}

/** Gives the ticket other fields: logs what differs and runs the flows. */
export function changeFields({ handling, inHand }: Change, actor: Actor, ticket: TicketRow): void {
  const before = factsNow(inHand, handling);
  inHand.ticket = ticket;
  const changes = changesBetween(before, factsNow(inHand, handling), handling.basis.customFields);
  if (Object.keys(changes).length === 0) return;
  inHand.logChanges(changes, doerOf(actor));
  handleEvents(handling, inHand, raiseEvents(changes, ticket.id, eventActorOf(actor)));
}

function factsNow(inHand: TicketInHand, { basis, now }: Handling): Facts {
  return factsOf(inHand.factSources, basis, now.getTime());
}

const CHANGING_FACTS = [
  'subject',
  'status',
  'priority',
  'severity',
  'level',
  'category',
  'tags',
  'language',
  'sentiment',
].map((field) => `ticket.${field}`);

function changesBetween(before: Facts, after: Facts, customFields: CustomFields): FieldChanges {
  const changes: Record<string, { from: FactValue | null; to: FactValue | null }> = {};
  for (const fact of [...CHANGING_FACTS, ...[...customFields.keys()].map((key) => CUSTOM_FACT_PREFIX + key)]) {
    const [from, to] = [readFact(before, fact), readFact(after, fact)];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[fact] = { from, to };
  }
  return changes;
}

function checkUpdate(update: TicketUpdate): void {
  const check = new TicketCheck();
  if (update.subject != null) check.required(update.subject, TEXT_LIMITS.subject, 'subject');
  check.between(update.level, 1, 5, 'level');
  check.written(update.category, TEXT_LIMITS.category, 'category');
  check.language(update.language, 'language');
  check.tags(update.addTags, 'addTags');
  check.tags(update.removeTags, 'removeTags');
  check.refuseIfWrong();
}

function customFieldsOf({ customFields }: TicketUpdate, check: TicketCheck): Readonly<Record<string, unknown>> {
  if (customFields == null) return {};
  if (typeof customFields === 'object' && !Array.isArray(customFields)) return { ...customFields };
  check.wrong(
    'INVALID',
    'customFields must be an object keyed by field, for example {"location": "Solo"}.',
    'customFields',
  );
  return {};
}

function tagsAfter(before: readonly string[], { addTags, removeTags }: TicketUpdate): string[] {
  const removed = new Set((removeTags ?? []).map((tag) => tag.trim().toLowerCase()));
  return tidyTags([...before.filter((tag) => !removed.has(tag.toLowerCase())), ...(addTags ?? [])]);
}

function withUpdate(
  ticket: TicketRow,
  update: TicketUpdate,
  tags: string[],
  custom: Readonly<Record<string, unknown>>,
): TicketRow {
  const customFields = { ...ticket.customFields, ...custom };
  for (const key of Object.keys(customFields)) if (customFields[key] === null) delete customFields[key];
  return {
    ...ticket,
    subject: update.subject ?? ticket.subject,
    status: update.status ?? ticket.status,
    priority: update.priority ?? ticket.priority,
    level: update.level ?? ticket.level,
    severity: update.severity === undefined ? ticket.severity : update.severity,
    category: update.category === undefined ? ticket.category : update.category || null,
    language: update.language === undefined ? ticket.language : update.language || null,
    sentiment: update.sentiment === undefined ? ticket.sentiment : update.sentiment,
    tags,
    customFields,
  };
}
