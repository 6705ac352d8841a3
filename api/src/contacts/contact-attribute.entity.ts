import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CustomFieldType } from '../custom-fields/custom-field.entity.ts';

/** A field a workspace added to its contacts. */
export const ContactAttributeEntity = defineEntity({
  name: 'ContactAttribute',
  tableName: 'contact_attribute',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    /** Its fact is `contact.attribute.<key>`. */
    key: p.text(),
    label: p.text(),
    type: p.text().$type<CustomFieldType>(),
    options: p.array(),
  },
});

export type ContactAttribute = InferEntity<typeof ContactAttributeEntity>;
