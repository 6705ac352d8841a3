import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { InputCheck } from '../server/input-check.ts';
import { orTaken } from '../server/or-taken.ts';
import { type CustomField, CustomFieldEntity, type CustomFieldType } from './custom-field.entity.ts';

const MOST_OPTIONS = 1_000;

/** Every custom field by label. */
export function listCustomFields(app: App, actor: Actor): Promise<CustomField[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(CustomFieldEntity, {}, { orderBy: { label: 'asc', key: 'asc' } }),
  );
}

/** A field to add, to tickets or to contacts. */
export interface NewField {
  readonly key: string;
  readonly label: string;
  readonly type: CustomFieldType;
  readonly options?: readonly string[] | null;
}

/** Adds a custom field. @throws Refusal */
export async function createCustomField(app: App, actor: Actor, input: NewField): Promise<CustomField> {
  const checked = checkField(input);
  const { workspaceId } = actor;
  const field = await orTaken('There is a custom field with this key already.', ['key'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const created = em.create(CustomFieldEntity, { id: newId(), workspaceId, ...checked });
      await em.flush();
      return created;
    }),
  );
  app.notices.publish({ workspaceId, about: 'flows' });
  return field;
}

/** A field to add, checked. @throws Refusal */
export function checkField(input: NewField): Pick<CustomField, 'key' | 'label' | 'type' | 'options'> {
  const check = new InputCheck();
  const key = check.text(input.key, 63, 'key');
  if (key && !/^[a-z][a-z0-9_]*$/.test(key))
    check.wrong('INVALID', 'Write the key in small letters, digits and underscores, beginning with a letter.', 'key');
  const label = check.text(input.label, 200, 'label');
  const options = check.texts(input.options, MOST_OPTIONS, 200, 'options') ?? [];
  if (options.length > 0 && input.type !== 'option' && input.type !== 'set')
    check.wrong('INVALID', 'Only fields of type OPTION or SET have options.', 'options');
  check.refuseIfWrong();
  return { key, label, type: input.type, options };
}
