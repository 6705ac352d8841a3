import * as z from 'zod';
import { foldText } from '../facts/fold-text.ts';
import { listText } from '../facts/list-text.ts';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding, required } from './finding.ts';
import { ACTION_PORTS } from './standard-ports.ts';

const tags = z.array(z.string().min(1).max(100)).max(100);

const config = z.strictObject({
  add: tags.meta(control('tags', { en: 'Add tags', id: 'Tambah tag' })),
  remove: tags.meta(control('tags', { en: 'Remove tags', id: 'Hapus tag' })),
});

/** Adds and removes tags. Tags that differ only by case or Unicode form are the same tag. */
export const actionTags = defineNode<z.infer<typeof config>>({
  kind: 'action.tags',
  group: 'action',
  label: { en: 'Change tags', id: 'Ubah tag' },
  help: { en: 'Adds or removes tags', id: 'Menambah atau menghapus tag' },
  config,
  defaultConfig: { add: [], remove: [] },
  ports: () => ACTION_PORTS,
  references: () => [],
  check: ({ add, remove }) => {
    const added = new Set(add.map(foldText));
    return [
      ...required(add.length + remove.length > 0, ['add']),
      ...remove.flatMap((tag, index) =>
        added.has(foldText(tag))
          ? [finding('INVALID_VALUE', ['remove', index], { expected: 'notAdded', value: tag })]
          : [],
      ),
    ];
  },
  sentence: ({ add, remove }, _names, locale) => {
    const list = (given: readonly string[]) =>
      listText(
        given.map((tag) => `“${tag}”`),
        'and',
        locale,
      );
    const parts = [
      ...(add.length ? [{ en: `Add tag ${list(add)}`, id: `Tambah tag ${list(add)}` }[locale]] : []),
      ...(remove.length ? [{ en: `Remove tag ${list(remove)}`, id: `Hapus tag ${list(remove)}` }[locale]] : []),
    ];
    return parts.join('; ') || { en: 'Add tag …', id: 'Tambah tag …' }[locale];
  },
  writes: ({ add, remove }) => [{ fact: 'ticket.tags', added: add, removed: remove }],
  behaviour: ({ add, remove }) => {
    const draft = { type: 'setTags', added: [...add].sort(), removed: [...remove].sort() } as const;
    return asking(() => [draft]);
  },
});
