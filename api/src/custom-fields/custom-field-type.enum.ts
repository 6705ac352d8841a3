import { registerEnumType } from 'type-graphql';

/** GraphQL's `CustomFieldType`; values are those of the database. */
export const CustomFieldTypeEnum = {
  TEXT: 'text',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  OPTION: 'option',
  SET: 'set',
} as const;

registerEnumType(CustomFieldTypeEnum, {
  name: 'CustomFieldType',
  description: 'What values a custom field holds.',
  valuesConfig: {
    TEXT: { description: 'Text.' },
    NUMBER: { description: 'A number.' },
    BOOLEAN: { description: 'Yes or no.' },
    DATE: { description: 'An instant, ISO 8601.' },
    OPTION: { description: 'One of the options; other values may arrive from outside.' },
    SET: { description: 'Several of the options.' },
  },
});
