import * as z from 'zod';
import {
  actionsField,
  checkList,
  checkSideBySide,
  compileList,
  listReferences,
  listResults,
  listSentence,
  listWrites,
} from './action-list.ts';
import { defineNode } from './define-node.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const config = z.strictObject({
  actions: actionsField(
    { en: 'Actions', id: 'Aksi' },
    { en: 'Leave empty to draw branches instead', id: 'Kosongkan untuk menggambar cabang' },
  ),
});

/**
 * Actions side by side: all read the ticket as it was before the first, and all are done even where one fails. Several
 * ways may leave each of its ports; they are branches that read one snapshot, too, until they join or wait.
 */
export const controlParallel = defineNode<z.infer<typeof config>>({
  kind: 'control.parallel',
  group: 'control',
  label: { en: 'In parallel', id: 'Bersamaan' },
  help: { en: 'Does several things side by side', id: 'Menjalankan beberapa hal bersamaan' },
  config,
  defaultConfig: { actions: [] },
  ports: () => FALLIBLE_PORTS.map((port) => ({ ...port, fansOut: true })),
  references: ({ actions }) => listReferences(actions),
  results: ({ actions }, nodeId) => listResults(actions, nodeId),
  writes: ({ actions }) => listWrites(actions).flat(),
  check: ({ actions }, catalogue) => [...checkList(actions, catalogue), ...checkSideBySide(actions)],
  sentence: ({ actions }, names, locale) => {
    if (actions.length === 0) return { en: 'Go all ways side by side', id: 'Tempuh semua cabang bersamaan' }[locale];
    const list = listSentence(actions, names, locale);
    return { en: `Side by side: ${list}`, id: `Bersamaan: ${list}` }[locale];
  },
  behaviour: ({ actions }) => {
    const compiled = compileList(actions);
    return compiled && { type: 'parallel', actions: compiled };
  },
});
