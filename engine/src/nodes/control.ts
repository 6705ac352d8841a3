import type { FactOption } from '../facts/fact-catalogue.ts';
import type { LocalText } from '../flow/locale.ts';

/**
 * How a form edits one config field:
 * `text` one line; `template` lines with `{{ fact }}` variables; `select` one of `options`; `boolean` a switch;
 * `queue`, `team`, `agent` a picker giving an id; `channels` a list of channel ids; `tags` a list of texts;
 * `skills` a list of `{skillId, level}`; `language` a BCP 47 tag or `ticket`; `requirement` a group of further fields;
 * `facts` a list of tracked facts; `factValue` one value of the facts chosen beside it;
 * `fieldValues` a record of settable fact to value (null empties it); `condition` a condition tree;
 * `cases` an ordered list of `{id, label?, condition}`; `recipients` a list of recipients.
 */
export type ControlName =
  | 'text'
  | 'template'
  | 'select'
  | 'boolean'
  | 'queue'
  | 'team'
  | 'agent'
  | 'channels'
  | 'tags'
  | 'skills'
  | 'language'
  | 'requirement'
  | 'facts'
  | 'factValue'
  | 'fieldValues'
  | 'condition'
  | 'cases'
  | 'recipients';

/** What a field's schema says about its form; found under the same keys in the JSON schema. */
export interface FieldMeta {
  readonly control: ControlName;
  readonly label: LocalText;
  readonly help?: LocalText;
  /** On `select`: the choices, in order. */
  readonly options?: readonly FactOption[];
}

/** The metadata of a field, for `.meta(control(...))`. */
export function control(name: ControlName, label: LocalText, more: Pick<FieldMeta, 'help' | 'options'> = {}) {
  return { control: name, label, ...more };
}
