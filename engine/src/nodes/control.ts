import type { FactOption } from '../facts/fact-catalogue.ts';
import type { LocalText } from '../flow/locale.ts';

/**
 * How a form edits one config field:
 * `text` one line; `template` lines with `{{ fact }}` variables; `select` one of `options`; `choices` a list of some of
 * `options`; `boolean` a switch; `number` a number, its bounds in the JSON schema's `minimum` and `maximum`;
 * `duration` a length of time in milliseconds, bounds likewise;
 * `queue`, `team`, `agent`, `calendar`, `credential`, `slaPolicy`, `flow` a picker giving an id (a calendar left empty is
 * the workspace's own); `channels` and `teams` lists of ids; `tags` a list of texts;
 * `skills` a list of `{skillId, level}`; `language` a BCP 47 tag or `ticket`; `requirement` a group of further fields;
 * `facts` a list of tracked facts; `factValue` one value of the facts chosen beside it;
 * `fieldValues` a record of settable fact to value (null empties it); `condition` a condition tree;
 * `cases` an ordered list of `{id, label?, condition}`; `shares` an ordered list of `{id, label?, percent}` summing to
 * 100; `recipients` a list of recipients;
 * `cron` five fields (minute, hour, day of the month, month, weekday) read in the workspace's time zone;
 * `slaAt` `{type: 'warning', beforeMs}` or `{type: 'breach'}`;
 * `refire` `{policy: 'oncePerTicket' | 'oncePerEpisode'}` or `{policy: 'atMost', times}`.
 */
export const CONTROLS = [
  'text',
  'template',
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
  'requirement',
  'facts',
  'factValue',
  'fieldValues',
  'condition',
  'cases',
  'shares',
  'recipients',
  'cron',
  'slaAt',
  'refire',
] as const;

export type ControlName = (typeof CONTROLS)[number];

/** What a field's schema says about its form; found under the same keys in the JSON schema. */
export interface FieldMeta {
  readonly control: ControlName;
  readonly label: LocalText;
  readonly help?: LocalText;
  /** On `select` and `choices`: what to choose from, in order. */
  readonly options?: readonly FactOption[];
}

/** The metadata of a field, for `.meta(control(...))`. */
export function control(name: ControlName, label: LocalText, more: Pick<FieldMeta, 'help' | 'options'> = {}) {
  return { control: name, label, ...more };
}
