import type { z } from 'zod';
import type { Condition } from '../conditions/condition.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { Names, ReferenceKind } from '../facts/names.ts';
import type { Issue } from '../flow/issue.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import { zodIssues } from '../flow/zod-issues.ts';
import type { Behaviour } from './behaviour.ts';
import type { FieldWrite } from './field-write.ts';

export type NodeGroup = 'trigger' | 'filter' | 'action' | 'control';

/** A named way out of a node. A required port must be connected before publishing. */
export interface Port {
  readonly id: string;
  readonly label: LocalText;
  readonly isRequired: boolean;
  /** Several edges may leave by it, each a branch of its own; by any other port only one. */
  readonly fansOut?: true;
}

/** A thing of the workspace a config names, and where in the config. */
export interface ReferenceUse {
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly path: readonly (string | number)[];
}

type Config = Readonly<Record<string, unknown>>;

/** A kind of node, written once: its words, its form, its checks, its sentence and what it does. */
export interface NodeSpec<C> {
  readonly kind: string;
  readonly group: NodeGroup;
  readonly label: LocalText;
  readonly help: LocalText;
  /** Shape of the config; fields carry a form control in `.meta(control(...))`. Emptiness is left to `check`. */
  readonly config: z.ZodType<C>;
  /** What a new node starts with. It parses; it may still have issues where a person must choose first. */
  readonly defaultConfig: C;
  readonly ports: (config: C) => readonly Port[];
  readonly references: (config: C) => readonly ReferenceUse[];
  /** Findings beyond the schema and the references: what is unfilled, unknown facts, wrong types. Paths into config. */
  readonly check: (config: C, catalogue: readonly FactDefinition[]) => readonly Issue[];
  /** One sentence without a full stop, in the reader's words. */
  readonly sentence: (config: C, names: Names, locale: Locale) => string;
  /** Null where the config holds something that cannot be run; `check` then has an error. */
  readonly behaviour: (config: C, nodeId: string) => Behaviour | null;
  /** The facts that later nodes may read once this one is done; absent where it gives none. See `resultFact`. */
  readonly results?: (config: C, nodeId: string) => readonly FactDefinition[];
  /** The fields of the ticket an action may write; absent where it writes none. */
  readonly writes?: (config: C) => readonly FieldWrite[];
  /** On triggers: what is certain of the facts and changes whenever it fires; absent or null where nothing is. */
  readonly implies?: (config: C) => Condition | null;
}

/** A kind of node as others use it: configs come as unknown JSON, and nothing throws on a bad one. */
export interface NodeDefinition {
  readonly kind: string;
  readonly group: NodeGroup;
  readonly label: LocalText;
  readonly help: LocalText;
  readonly config: z.ZodType;
  readonly defaultConfig: Config;
  /** The ports of a config; those of the default config where the given one does not parse. */
  ports(config: Config): readonly Port[];
  /** What the config refers to; nothing where it does not parse. */
  references(config: Config): readonly ReferenceUse[];
  /** Schema errors, or else the kind's own findings; paths lead into the config. */
  check(config: Config, catalogue: readonly FactDefinition[]): readonly Issue[];
  /** The config as a sentence; the kind's label where the config does not parse. */
  sentence(config: Config, names: Names, locale: Locale): string;
  /** What the node does, with its id where it is one of a flow; null where the config cannot be run. */
  behaviour(config: Config, nodeId?: string): Behaviour | null;
  /** The facts the node gives to later ones; none where the config does not parse. */
  results(config: Config, nodeId: string): readonly FactDefinition[];
  /** The fields it may write; none where the config does not parse. Lists of actions: see `writesOfNode`. */
  writes(config: Config): readonly FieldWrite[];
  /** What is certain whenever it fires; null where nothing is or the config does not parse. */
  implies(config: Config): Condition | null;
}

/** Makes a kind usable with unchecked configs. */
export function defineNode<C extends object>(spec: NodeSpec<C>): NodeDefinition {
  const read = remembered((config): C | null => {
    const parsed = spec.config.safeParse(config);
    return parsed.success ? parsed.data : null;
  });
  const behaviourOf = remembered((config, nodeId): Behaviour | null => {
    const parsed = read(config);
    return parsed && spec.behaviour(parsed, nodeId);
  });
  return {
    kind: spec.kind,
    group: spec.group,
    label: spec.label,
    help: spec.help,
    config: spec.config,
    defaultConfig: Object.fromEntries(Object.entries(spec.defaultConfig)),
    ports: (config) => spec.ports(read(config) ?? spec.defaultConfig),
    references: (config) => {
      const parsed = read(config);
      return parsed ? spec.references(parsed) : [];
    },
    check: (config, catalogue) => {
      const known = read(config);
      if (known) return spec.check(known, catalogue);
      const parsed = spec.config.safeParse(config);
      return parsed.success ? [] : zodIssues(parsed.error, [], config);
    },
    sentence: (config, names, locale) => {
      const parsed = read(config);
      return parsed ? spec.sentence(parsed, names, locale) : spec.label[locale];
    },
    behaviour: (config, nodeId = '') => behaviourOf(config, nodeId),
    results: (config, nodeId) => {
      const parsed = spec.results && read(config);
      return parsed ? (spec.results?.(parsed, nodeId) ?? []) : [];
    },
    writes: (config) => {
      const parsed = spec.writes && read(config);
      return parsed ? (spec.writes?.(parsed) ?? []) : [];
    },
    implies: (config) => {
      const parsed = spec.implies && read(config);
      return parsed ? (spec.implies?.(parsed) ?? null) : null;
    },
  };
}

/** Configs never change, and a flow is checked again and again while one of its nodes is edited. */
function remembered<T>(compute: (config: Config, nodeId: string) => T): (config: Config, nodeId?: string) => T {
  const known = new WeakMap<Config, { readonly nodeId: string; readonly value: T }>();
  return (config, nodeId = '') => {
    let found = known.get(config);
    if (found?.nodeId !== nodeId) {
      found = { nodeId, value: compute(config, nodeId) };
      known.set(config, found);
    }
    return found.value;
  };
}
