import type { Locale } from '../flow/locale.ts';
import type { FactValue } from './fact-value.ts';

/** A kind of thing a flow refers to by id. */
export const REFERENCE_KINDS = [
  'queue',
  'team',
  'agent',
  'skill',
  'channel',
  'calendar',
  'credential',
  'slaPolicy',
  'flow',
] as const;

export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** How sentences call things. Every method falls back to the key or id it was given, so a sentence never breaks. */
export interface Names {
  /** `ticket.priority` -> "priority". */
  fact(fact: string, locale: Locale): string;
  /** A value of a fact as people read it: option labels, names of references, durations, instants in UTC. */
  value(fact: string, value: FactValue, locale: Locale): string;
  /** The name of a queue, team, agent, skill, channel, calendar, credential, SLA policy or flow. */
  reference(kind: ReferenceKind, id: string): string;
  /** What a node is called: its label, else its kind's label. */
  node(nodeId: string, locale: Locale): string;
}
