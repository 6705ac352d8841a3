import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import { AgentEntity } from '../agents/agent.entity.ts';
import type { App } from '../app.ts';
import { checkField, type NewField } from '../custom-fields/custom-field-set-up.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { orTaken } from '../server/or-taken.ts';
import { checkCustomFields } from '../tickets/check-custom-fields.ts';
import { TEXT_LIMITS, TicketCheck, tidyTags } from '../tickets/ticket-check.ts';
import { type Contact, ContactEntity } from './contact.entity.ts';
import { type ContactAttribute, ContactAttributeEntity } from './contact-attribute.entity.ts';

const MOST_FOLLOWERS = 2_000_000_000;

/** What to change of a contact. Absent fields stay; null empties those that may be empty. */
export interface ContactUpdate {
  readonly id: string;
  readonly tags?: readonly string[] | null;
  readonly isVip?: boolean | null;
  readonly language?: string | null;
  readonly country?: string | null;
  readonly city?: string | null;
  readonly followers?: number | null;
  readonly accountOwnerId?: string | null;
  readonly attributes?: unknown;
}

/** Every attribute contacts may have, by label. */
export function listContactAttributes(app: App, actor: Actor): Promise<ContactAttribute[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(ContactAttributeEntity, {}, { orderBy: { label: 'asc', key: 'asc' } }),
  );
}

/** Adds an attribute. @throws Refusal */
export async function createContactAttribute(app: App, actor: Actor, input: NewField): Promise<ContactAttribute> {
  const checked = checkField(input);
  const { workspaceId } = actor;
  const attribute = await orTaken('There is an attribute with this key already.', ['key'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const created = em.create(ContactAttributeEntity, { id: newId(), workspaceId, ...checked });
      await em.flush();
      return created;
    }),
  );
  app.notices.publish({ workspaceId, about: 'flows' });
  return attribute;
}

/** Changes what is known of a contact; flows see it from their next event on. @throws Refusal, NOT_FOUND */
export async function updateContact(app: App, actor: Actor, update: ContactUpdate): Promise<void> {
  const check = new TicketCheck();
  check.tags(update.tags, 'tags');
  check.language(update.language, 'language');
  for (const part of ['country', 'city'] as const) check.written(update[part], TEXT_LIMITS.category, part);
  check.between(update.followers, 0, MOST_FOLLOWERS, 'followers');
  await app.database.inWorkspace(actor.workspaceId, async (em) => {
    const contact = isId(update.id) ? await em.findOne(ContactEntity, { id: update.id }) : null;
    if (!contact) throw notFound('contact');
    const { accountOwnerId } = update;
    if (accountOwnerId != null && !(isId(accountOwnerId) && (await em.count(AgentEntity, { id: accountOwnerId }))))
      check.wrong('UNKNOWN_REFERENCE', 'There is no such agent; ask for `agents`.', 'accountOwnerId');
    const fields = new Map((await em.find(ContactAttributeEntity, {})).map((field) => [field.key, field]));
    const given = update.attributes ?? {};
    if (typeof given !== 'object' || Array.isArray(given))
      check.wrong('INVALID', 'attributes must be an object keyed by attribute.', 'attributes');
    const attributes = checkCustomFields({ ...given }, fields, check, 'attributes');
    check.refuseIfWrong();
    apply(contact, update, attributes);
    await em.flush();
  });
  app.notices.publish({ workspaceId: actor.workspaceId, about: 'tickets' });
}

function apply(contact: Contact, update: ContactUpdate, attributes: Readonly<Record<string, unknown>>): void {
  const merged = { ...contact.attributes, ...attributes };
  for (const key of Object.keys(merged)) if (merged[key] === null) delete merged[key];
  contact.attributes = merged;
  if (update.tags != null) contact.tags = tidyTags(update.tags);
  if (update.isVip != null) contact.isVip = update.isVip;
  if (update.language !== undefined) contact.language = update.language || null;
  if (update.country !== undefined) contact.country = update.country || null;
  if (update.city !== undefined) contact.city = update.city || null;
  if (update.followers !== undefined) contact.followers = update.followers;
  if (update.accountOwnerId !== undefined) contact.accountOwnerId = update.accountOwnerId;
}
