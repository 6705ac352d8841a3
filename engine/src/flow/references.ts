/**
 * What a workspace has that a flow may name. Flows hold ids (or keys, where a thing has no id); names are for people.
 * The API loads it, the designer fetches it, `checkFlow` and sentences read it.
 */

/** Something a flow refers to by id. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/** A credential for calls to the outside; its secret never leaves the server. */
export type CredentialReference = Reference;

/** A flow of the workspace, as another flow may start it. */
export interface FlowReference extends Reference {
  readonly isLive: boolean;
}

/** A field a workspace added to its tickets; its fact is `ticket.custom.<key>`. */
export interface CustomField {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'option' | 'set';
  /** Values to offer for `option` and `set`; other values still arrive from outside and are no error. */
  readonly options: readonly string[];
}

/** Everything of one workspace that flows refer to. Order never matters. */
export interface References {
  readonly queues: readonly Reference[];
  readonly teams: readonly Reference[];
  readonly agents: readonly Reference[];
  readonly skills: readonly Reference[];
  readonly channels: readonly (Reference & { readonly type: string })[];
  readonly customFields: readonly CustomField[];
  /** Attributes of contacts, from the CRM or by hand; the fact of one is `contact.attribute.<key>`. */
  readonly contactAttributes: readonly CustomField[];
  readonly calendars: readonly Reference[];
  readonly credentials: readonly CredentialReference[];
  readonly slaPolicies: readonly Reference[];
  readonly flows: readonly FlowReference[];
  /** Categories and tags seen so far: offered in pickers, never required. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** A workspace with nothing in it yet. */
export const NO_REFERENCES: References = {
  queues: [],
  teams: [],
  agents: [],
  skills: [],
  channels: [],
  customFields: [],
  contactAttributes: [],
  calendars: [],
  credentials: [],
  slaPolicies: [],
  flows: [],
  categories: [],
  tags: [],
};
