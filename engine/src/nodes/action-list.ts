import * as z from 'zod';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { Names } from '../facts/names.ts';
import type { Issue } from '../flow/issue.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import type { InnerAction } from './behaviour.ts';
import { control } from './control.ts';
import type { NodeDefinition, ReferenceUse } from './define-node.ts';
import type { FieldWrite } from './field-write.ts';
import { finding } from './finding.ts';
import { LISTABLE_ACTIONS } from './listable-actions.ts';

const byKind = new Map(LISTABLE_ACTIONS.map((definition) => [definition.kind, definition]));

/** The most actions a sentence names, and how many it names when there are more. */
const LONGEST_SENTENCE = 6;
const NAMED_ACTIONS = 4;

const actionsOf = z
  .array(z.strictObject({ kind: z.string().max(100), config: z.record(z.string(), z.unknown()) }))
  .max(50);

/** The schema of a list of actions inside one node. */
export function actionsField(label: LocalText, help: LocalText) {
  return actionsOf.meta(control('actions', label, { help }));
}

/** An action of a list as configs hold it. */
export interface ListedAction {
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The list of actions of a config, whatever its kind; empty where it has none. */
export function listedActions({ actions }: Readonly<Record<string, unknown>>): readonly ListedAction[] {
  return actionsOf.safeParse(actions).data ?? [];
}

/** What the actions of a list refer to. */
export function listReferences(actions: readonly ListedAction[]): readonly ReferenceUse[] {
  return known(actions).flatMap(({ definition, config, path }) =>
    definition.references(config).map((use) => ({ ...use, path: [...path, ...use.path] })),
  );
}

/** The results of the actions of a list: as if the node itself gave them. */
export function listResults(actions: readonly ListedAction[], nodeId: string): readonly FactDefinition[] {
  return known(actions).flatMap(({ definition, config }) => definition.results(config, nodeId));
}

/** What each action of a list may write, in order; unknown ones write nothing. */
export function listWrites(actions: readonly ListedAction[]): readonly (readonly FieldWrite[])[] {
  return actions.map(({ kind, config }) => byKind.get(kind)?.writes(config) ?? []);
}

/**
 * The fields that two actions may write at the same time: CONFLICTING_WRITES, one per field, at the later action of the
 * first two, with both counted from 1.
 */
export function checkSideBySide(actions: readonly ListedAction[]): readonly Issue[] {
  const writers = new Map<string, number>();
  const found = new Map<string, Issue>();
  for (const [index, writes] of listWrites(actions).entries()) {
    for (const fact of new Set(writes.map((write) => write.fact))) {
      const earlier = writers.get(fact);
      if (earlier === undefined) writers.set(fact, index);
      else if (!found.has(fact)) {
        const params = { fact, item: earlier + 1, otherItem: index + 1 };
        found.set(fact, finding('CONFLICTING_WRITES', ['actions', index], params));
      }
    }
  }
  return [...found.values()];
}

/**
 * What is wrong with the actions of a list: UNKNOWN_KIND where one may not stand in a list, DUPLICATE_ID where two give
 * a result of the same name, and everything each finds in itself.
 */
export function checkList(actions: readonly ListedAction[], catalogue: readonly FactDefinition[]): readonly Issue[] {
  const unknown = actions.flatMap(({ kind }, index) =>
    byKind.has(kind) ? [] : [finding('UNKNOWN_KIND', ['actions', index, 'kind'], { kind })],
  );
  const taken = new Set<string>();
  const own = known(actions).flatMap(({ definition, config, path }) => {
    const names = definition.results(config, '').map(({ fact }) => fact);
    const twice = names.filter((name) => taken.has(name));
    for (const name of names) taken.add(name);
    return [
      ...definition.check(config, catalogue).map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
      ...twice.slice(0, 1).map((fact) => finding('DUPLICATE_ID', path, { id: fact.slice(fact.lastIndexOf('.') + 1) })),
    ];
  });
  return [...unknown, ...own];
}

/** The sentences of the actions, one after the other; of longer lists the first, and how many more there are. */
export function listSentence(actions: readonly ListedAction[], names: Names, locale: Locale): string {
  const shown = actions.length > LONGEST_SENTENCE ? actions.slice(0, NAMED_ACTIONS) : actions;
  const texts = shown.map(({ kind, config }) => byKind.get(kind)?.sentence(config, names, locale) ?? '…');
  const hidden = actions.length - shown.length;
  if (hidden > 0) texts.push({ en: `${hidden} more actions`, id: `${hidden} aksi lagi` }[locale]);
  return texts.join('; ') || '…';
}

/** The actions made ready; null where one cannot be run. */
export function compileList(actions: readonly ListedAction[]): readonly InnerAction[] | null {
  const compiled: InnerAction[] = [];
  for (const { kind, config } of actions) {
    const behaviour = byKind.get(kind)?.behaviour(config);
    if (behaviour?.type !== 'action') return null;
    compiled.push({ kind, behaviour });
  }
  return compiled;
}

interface KnownAction {
  readonly definition: NodeDefinition;
  readonly config: ListedAction['config'];
  readonly path: readonly (string | number)[];
}

function known(actions: readonly ListedAction[]): readonly KnownAction[] {
  return actions.flatMap(({ kind, config }, index) => {
    const definition = byKind.get(kind);
    return definition ? [{ definition, config, path: ['actions', index, 'config'] }] : [];
  });
}
