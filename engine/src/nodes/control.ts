import type { FactOption } from '../facts/fact-catalogue.ts';
import type { LocalText } from '../flow/locale.ts';

/**
 * How a form edits one config field:
 * `text` one line; `template` lines with `{{ fact }}` variables; `json` a JSON document with such variables; `url` an
 * address with such variables; `select` one of `options`; `choices` several of them; `boolean` a switch; `number` a
 * number within the schema's `minimum` and `maximum`; `duration` milliseconds;
 * `queue`, `team`, `agent`, `calendar`, `credential`, `slaPolicy`, `flow` a picker giving an id; `channels` and `teams`
 * lists of ids; `tags` a list of texts; `skills` a list of `{skillId, level, drop?}`; `language` a BCP 47 tag or
 * `ticket`; `location` the name of a place; `requirement` a group of further fields;
 * `ladder` an ordered list of `{queueId, requirement, priority?, timeoutMs?, skipIf?}`;
 * `facts` a list of tracked facts; `factValue` one value of the facts chosen beside it;
 * `fieldValues` a record of settable fact to value (null empties it, `{fact}` copies that fact);
 * `condition` a condition tree; `cases` an ordered list of `{id, label?, condition}`;
 * `recipients` a list of recipients; `answers` a list of `{name, path, type}`;
 * `actions` an ordered list of `{kind, config}`, each with the form of its kind (see `LISTABLE_ACTIONS`);
 * `waitUntil` one of `{type: 'duration', ms, clock, calendarId?}`, `{type: 'timeOfDay', at, weekdays?, timeZone?}`,
 * `{type: 'instant', fact}`, `{type: 'businessHours', calendarId?}`; `waitEnds` a list of `{type, by?}`;
 * `shares` an ordered list of `{id, label?, percent}` whose percents sum to 100;
 * `cron` five fields (minute, hour, day of the month, month, weekday) read in the workspace's time zone;
 * `slaAt` `{type: 'warning', beforeMs}` or `{type: 'breach'}`;
 * `refire` `{policy: 'oncePerTicket' | 'oncePerEpisode'}` or `{policy: 'atMost', times}`.
 * A calendar left empty is the workspace's own.
 */
export const CONTROL_NAMES = [
  'text',
  'template',
  'json',
  'url',
  'select',
  'choices',
  'boolean',
  'number',
  'duration',
  'queue',
  'team',
  'agent',
  'calendar',
  'credential',
  'slaPolicy',
  'flow',
  'channels',
  'teams',
  'tags',
  'skills',
  'language',
  'location',
  'requirement',
  'ladder',
  'facts',
  'factValue',
  'fieldValues',
  'condition',
  'cases',
  'recipients',
  'answers',
  'actions',
  'waitUntil',
  'waitEnds',
  'shares',
  'cron',
  'slaAt',
  'refire',
] as const;

export type ControlName = (typeof CONTROL_NAMES)[number];

/** What a field's schema says about its form; found under the same keys in the JSON schema. */
export interface FieldMeta {
  readonly control: ControlName;
  readonly label: LocalText;
  readonly help?: LocalText;
  /** On `select` and `choices`: what there is to choose, in order. */
  readonly options?: readonly FactOption[];
}

/** The metadata of a field, for `.meta(control(...))`. */
export function control(name: ControlName, label: LocalText, more: Pick<FieldMeta, 'help' | 'options'> = {}) {
  return { control: name, label, ...more };
}
