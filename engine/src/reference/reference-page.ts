import { issueText } from '../compile/issue-text.ts';
import { OPERATORS } from '../conditions/operators.ts';
import { FACT_GROUPS, type FactDefinition, type FactGroup, factCatalogue } from '../facts/fact-catalogue.ts';
import { FACT_TYPE_TEXTS } from '../facts/fact-type-texts.ts';
import type { FactType } from '../facts/fact-value.ts';
import { ISSUE_CODES, type IssueCode } from '../flow/issue.ts';
import type { Locale } from '../flow/locale.ts';
import type { NodeDefinition, NodeGroup } from '../nodes/define-node.ts';
import { namesOf } from '../nodes/names-of.ts';
import { NODE_CATALOGUE } from '../nodes/node-catalogue.ts';
import { VALUE_TEXTS } from './control-texts.ts';
import { EXAMPLE_CONFIGS } from './example-configs.ts';
import { exampleIssue } from './example-issues.ts';
import { EXAMPLE_WORKSPACE } from './example-workspace.ts';
import { type ReferenceField, referenceFields } from './reference-fields.ts';

/** A kind of node: what it is for, an example as a sentence, its ways out, what is filled in, what it gives. */
export interface ReferenceKindEntry {
  readonly kind: string;
  readonly label: string;
  readonly help: string;
  readonly example: string;
  readonly ports: readonly { readonly id: string; readonly label: string; readonly isRequired: boolean }[];
  readonly fields: readonly ReferenceField[];
  /** The names of its results in the example; later steps read them. */
  readonly results: readonly { readonly name: string; readonly label: string; readonly type: string }[];
}

/** A fact: its key, what people call it, what it holds, its options where they are fixed. */
export interface ReferenceFact {
  readonly fact: string;
  readonly label: string;
  readonly type: string;
  readonly options: readonly string[];
  /** `action.setFields` may write it. */
  readonly isSettable: boolean;
  /** Its changes can start flows and be asked about. */
  readonly isTracked: boolean;
}

/** What an operator asks, and how it answers where the fact is missing. */
export interface ReferenceOperator {
  readonly op: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  /** Null: it asks about the change, not the value. */
  readonly ifMissing: boolean | null;
}

/** Everything a person who draws flows may look up, in one language, made from the definitions themselves. */
export interface ReferencePage {
  readonly locale: Locale;
  readonly kinds: readonly {
    readonly group: NodeGroup;
    readonly label: string;
    readonly entries: readonly ReferenceKindEntry[];
  }[];
  readonly facts: readonly {
    readonly group: FactGroup;
    readonly label: string;
    readonly entries: readonly ReferenceFact[];
  }[];
  readonly operators: readonly {
    readonly type: FactType;
    readonly label: string;
    readonly entries: readonly ReferenceOperator[];
  }[];
  readonly issues: readonly {
    readonly code: IssueCode;
    readonly severity: 'error' | 'warning';
    readonly text: string;
  }[];
}

const GROUPS: readonly { readonly group: NodeGroup; readonly label: Readonly<Record<Locale, string>> }[] = [
  { group: 'trigger', label: { en: 'Triggers', id: 'Pemicu' } },
  { group: 'filter', label: { en: 'Filters', id: 'Filter' } },
  { group: 'action', label: { en: 'Actions', id: 'Aksi' } },
  { group: 'control', label: { en: 'Control', id: 'Kendali' } },
];

const CHANGES: ReadonlySet<string> = new Set(['changed', 'changedFrom', 'changedTo']);

/** The reference in one language. Facts are those of every workspace; custom fields come on top. Pure. */
export function referenceOf(locale: Locale): ReferencePage {
  const names = namesOf(EXAMPLE_WORKSPACE);
  return {
    locale,
    kinds: GROUPS.map(({ group, label }) => ({
      group,
      label: label[locale],
      entries: NODE_CATALOGUE.filter((definition) => definition.group === group).map((one) => kindEntry(one, locale)),
    })),
    facts: factGroups(locale),
    operators: (Object.keys(OPERATORS) as FactType[]).map((type) => ({
      type,
      label: FACT_TYPE_TEXTS[type][locale],
      entries: OPERATORS[type].map(({ op, label, help, value, isNegative }) => ({
        op,
        label: label[locale],
        help: help[locale],
        value: VALUE_TEXTS[value][locale],
        ifMissing: CHANGES.has(op) ? null : isNegative || op === 'isEmpty',
      })),
    })),
    issues: ISSUE_CODES.map((code) => {
      const issue = exampleIssue(code);
      return { code, severity: issue.severity, text: issueText(issue, locale, names) };
    }),
  };
}

function kindEntry(definition: NodeDefinition, locale: Locale): ReferenceKindEntry {
  const { kind, label, help } = definition;
  const config = EXAMPLE_CONFIGS[kind] ?? definition.defaultConfig;
  return {
    kind,
    label: label[locale],
    help: help[locale],
    example: definition.sentence(config, namesOf(EXAMPLE_WORKSPACE), locale),
    ports: definition.ports(config).map((port) => ({ ...port, label: port.label[locale] })),
    fields: referenceFields(definition, locale),
    results: definition.results(config, 'n').map((result) => ({
      name: result.fact.slice('result.n.'.length),
      label: result.label[locale],
      type: FACT_TYPE_TEXTS[result.type][locale],
    })),
  };
}

function factGroups(locale: Locale): ReferencePage['facts'] {
  const catalogue = factCatalogue({ ...EXAMPLE_WORKSPACE, categories: [], tags: [] });
  return (Object.keys(FACT_GROUPS) as FactGroup[]).flatMap((group) => {
    const entries = catalogue.filter((fact) => fact.group === group).map((fact) => factEntry(fact, locale));
    return entries.length > 0 ? [{ group, label: FACT_GROUPS[group][locale], entries }] : [];
  });
}

function factEntry(definition: FactDefinition, locale: Locale): ReferenceFact {
  const { fact, label, type, options = [], reference, isSettable = false, isTracked = false } = definition;
  return {
    fact,
    label: label[locale],
    type: FACT_TYPE_TEXTS[type][locale],
    options: reference ? [] : options.map((option) => option.label[locale]),
    isSettable,
    isTracked,
  };
}
