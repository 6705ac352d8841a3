import * as z from 'zod';
import {
  actionsField,
  checkList,
  compileList,
  listReferences,
  listResults,
  listSentence,
  listWrites,
} from './action-list.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { required } from './finding.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const ON_ERROR = [
  { value: 'stop', label: { en: 'Stop there', id: 'Berhenti di situ' } },
  { value: 'continue', label: { en: 'Go on with the next', id: 'Lanjut ke berikutnya' } },
];

const config = z.strictObject({
  actions: actionsField(
    { en: 'Actions', id: 'Aksi' },
    { en: 'One after the other, from the top', id: 'Satu per satu, dari atas' },
  ),
  onError: z
    .enum(['stop', 'continue'])
    .meta(control('select', { en: 'If one fails', id: 'Bila ada yang gagal' }, { options: ON_ERROR })),
});

/**
 * Actions one after the other; each sees what the earlier ones wrote. It leaves by `failed` where one failed: at once,
 * or after the last where it is to go on.
 */
export const controlSequence = defineNode<z.infer<typeof config>>({
  kind: 'control.sequence',
  group: 'control',
  label: { en: 'Sequence', id: 'Rangkaian' },
  help: { en: 'Does several actions one after the other', id: 'Menjalankan beberapa aksi satu per satu' },
  config,
  defaultConfig: { actions: [], onError: 'stop' },
  ports: () => FALLIBLE_PORTS,
  references: ({ actions }) => listReferences(actions),
  results: ({ actions }, nodeId) => listResults(actions, nodeId),
  writes: ({ actions }) => listWrites(actions).flat(),
  check: ({ actions }, catalogue) => [...required(actions.length > 0, ['actions']), ...checkList(actions, catalogue)],
  sentence: ({ actions, onError }, names, locale) => {
    const list = listSentence(actions, names, locale);
    const goOn = { en: ' (going on if one fails)', id: ' (lanjut bila ada yang gagal)' }[locale];
    const after = onError === 'continue' ? goOn : '';
    return { en: `In this order: ${list}${after}`, id: `Berurutan: ${list}${after}` }[locale];
  },
  behaviour: ({ actions, onError }) => {
    const compiled = compileList(actions);
    return compiled && { type: 'sequence', actions: compiled, onError };
  },
});
