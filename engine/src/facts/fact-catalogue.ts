import type { LocalText } from '../flow/locale.ts';
import type { CustomField, Reference, References } from '../flow/references.ts';
import { BUILT_IN_FACTS } from './built-in-facts.ts';
import type { FactType } from './fact-value.ts';
import type { ReferenceKind } from './names.ts';

export type FactGroup =
  | 'ticket'
  | 'custom'
  | 'contact'
  | 'message'
  | 'time'
  | 'sla'
  | 'queue'
  | 'agent'
  | 'survey'
  | 'model'
  | 'result';

/** Headings under which pickers list facts, in this order. */
export const FACT_GROUPS: Readonly<Record<FactGroup, LocalText>> = {
  ticket: { en: 'Ticket', id: 'Tiket' },
  custom: { en: 'Custom fields', id: 'Bidang khusus' },
  contact: { en: 'Customer', id: 'Pelanggan' },
  message: { en: 'Message', id: 'Pesan' },
  time: { en: 'Time', id: 'Waktu' },
  sla: { en: 'Service targets', id: 'Target layanan' },
  queue: { en: 'Queue', id: 'Antrean' },
  agent: { en: 'Agent', id: 'Agen' },
  survey: { en: 'Survey', id: 'Survei' },
  model: { en: 'Suggested', id: 'Saran' },
  result: { en: 'Results of earlier steps', id: 'Hasil langkah sebelumnya' },
};

/** A value offered for a fact: the stored value and what people read. */
export interface FactOption {
  readonly value: string;
  readonly label: LocalText;
}

/** A fact conditions may read: its key, type and how pickers show it. */
export interface FactDefinition {
  readonly fact: string;
  readonly type: FactType;
  readonly label: LocalText;
  readonly group: FactGroup;
  /** On `option` and `set` facts the values to offer; on `reference` facts the ids that exist, with their names. */
  readonly options?: readonly FactOption[];
  /** True where values outside `options` are fine too (categories, tags, languages, custom options). */
  readonly isOpen?: boolean;
  /** On `reference` facts: what the value is the id of. */
  readonly reference?: ReferenceKind;
  /** `action.setFields` may write it. */
  readonly isSettable?: boolean;
  /** Its changes raise `ticketUpdated` or `ticketAssigned`, so `changed`, `changedFrom` and `changedTo` work on it. */
  readonly isTracked?: boolean;
  /** True where every ticket has it, so that it is never missing. */
  readonly isAlwaysKnown?: boolean;
  /** On `number` facts: the smallest and largest number they have; what is set there is a whole number. */
  readonly range?: { readonly least: number; readonly most: number };
}

/** The prefix of the fact of a custom field. */
export const CUSTOM_FACT_PREFIX = 'ticket.custom.';

/** The prefix of the fact of a contact's attribute. */
export const ATTRIBUTE_FACT_PREFIX = 'contact.attribute.';

const FIELD_TYPES: Readonly<Record<CustomField['type'], FactType>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'instant',
  option: 'option',
  set: 'set',
};

/**
 * Every fact any flow of this workspace may read, with the workspace's own values filled in: built-in facts in a fixed
 * order, then custom fields and contact attributes, each by key. A flow also has the results of its own nodes: see
 * `flowCatalogue`. Cost: linear in the references.
 */
export function factCatalogue(references: References): readonly FactDefinition[] {
  return [
    ...BUILT_IN_FACTS.map((definition) => withValues(definition, references)),
    ...fieldFacts(references.customFields, CUSTOM_FACT_PREFIX, { group: 'custom', isSettable: true, isTracked: true }),
    ...fieldFacts(references.contactAttributes, ATTRIBUTE_FACT_PREFIX, { group: 'contact' }),
  ];
}

/** The definition of a fact, or undefined if the catalogue has none. */
export function findFact(catalogue: readonly FactDefinition[], fact: string): FactDefinition | undefined {
  return catalogue.find((definition) => definition.fact === fact);
}

/** The things of one kind a workspace has. */
export function referencesOfKind(references: References, kind: ReferenceKind): readonly Reference[] {
  switch (kind) {
    case 'queue':
      return references.queues;
    case 'team':
      return references.teams;
    case 'agent':
      return references.agents;
    case 'skill':
      return references.skills;
    case 'channel':
      return references.channels;
    case 'calendar':
      return references.calendars;
    case 'credential':
      return references.credentials;
    case 'slaPolicy':
      return references.slaPolicies;
    case 'flow':
      return references.flows;
  }
}

function withValues(definition: FactDefinition, references: References): FactDefinition {
  if (definition.reference) {
    const known = referencesOfKind(references, definition.reference);
    return { ...definition, options: known.map(({ id, name }) => ({ value: id, label: { en: name, id: name } })) };
  }
  if (definition.fact === 'ticket.category') return { ...definition, options: plainOptions(references.categories) };
  if (definition.fact === 'ticket.tags') return { ...definition, options: plainOptions(references.tags) };
  return definition;
}

function fieldFacts(
  fields: readonly CustomField[],
  prefix: string,
  more: Pick<FactDefinition, 'group' | 'isSettable' | 'isTracked'>,
): readonly FactDefinition[] {
  const sorted = [...fields].sort((a, b) => (a.key < b.key ? -1 : 1));
  return sorted.map((field) => ({
    fact: prefix + field.key,
    type: FIELD_TYPES[field.type],
    label: { en: field.label, id: field.label },
    ...more,
    ...(field.type === 'option' || field.type === 'set' ? { options: plainOptions(field.options), isOpen: true } : {}),
  }));
}

function plainOptions(values: readonly string[]): readonly FactOption[] {
  return values.map((value) => ({ value, label: { en: value, id: value } }));
}
