import type { Port } from './define-node.ts';

/** The one way out of a trigger. Required: a trigger that leads nowhere is a mistake. */
export const TRIGGER_PORTS: readonly Port[] = [{ id: 'then', label: { en: 'Then', id: 'Lalu' }, isRequired: true }];

/** The way out of an action. Optional: an action may be the last step. */
export const ACTION_PORTS: readonly Port[] = [{ id: 'done', label: { en: 'Done', id: 'Selesai' }, isRequired: false }];

/** The ways out of an action that can fail while it runs. Where `failed` is not drawn, a person sees the failure. */
export const FALLIBLE_PORTS: readonly Port[] = [
  ...ACTION_PORTS,
  { id: 'failed', label: { en: 'Failed', id: 'Gagal' }, isRequired: false },
];
