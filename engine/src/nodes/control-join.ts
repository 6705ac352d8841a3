import * as z from 'zod';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';

const WAITS_FOR = [
  { value: 'all', label: { en: 'All branches', id: 'Semua cabang' } },
  { value: 'any', label: { en: 'The first branch', id: 'Cabang pertama' } },
];

const config = z.strictObject({
  waitsFor: z.enum(['all', 'any']).meta(control('select', { en: 'Waits for', id: 'Menunggu' }, { options: WAITS_FOR })),
});

/** Brings branches together: goes on once all of them, or the first of them, came here. */
export const controlJoin = defineNode<z.infer<typeof config>>({
  kind: 'control.join',
  group: 'control',
  label: { en: 'Join', id: 'Gabung' },
  help: { en: 'Brings branches together again', id: 'Menggabungkan kembali cabang-cabang' },
  config,
  defaultConfig: { waitsFor: 'all' },
  ports: () => [{ id: 'then', label: { en: 'Then', id: 'Lalu' }, isRequired: false }],
  references: () => [],
  check: () => [],
  sentence: ({ waitsFor }, _names, locale) =>
    waitsFor === 'all'
      ? { en: 'Go on once all branches are here', id: 'Lanjut setelah semua cabang sampai' }[locale]
      : { en: 'Go on once the first branch is here', id: 'Lanjut setelah cabang pertama sampai' }[locale],
  behaviour: ({ waitsFor }) => ({ type: 'join', waitsFor }),
});
