import type { CustomField as CustomFieldReference } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What values a custom field holds. */
export type CustomFieldType = CustomFieldReference['type'];

/** A field a workspace added to its tickets. */
export const CustomFieldEntity = defineEntity({
  name: 'CustomField',
  tableName: 'custom_field',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    /** Its fact is `ticket.custom.<key>`. */
    key: p.text(),
    label: p.text(),
    type: p.text().$type<CustomFieldType>(),
    options: p.array(),
  },
});

export type CustomField = InferEntity<typeof CustomFieldEntity>;
