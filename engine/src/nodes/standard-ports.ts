import type { Port } from './define-node.ts';

/** The one way out of a trigger. Required: a trigger that leads nowhere is a mistake. */
export const TRIGGER_PORTS: readonly Port[] = [{ id: 'then', label: { en: 'Then', id: 'Lalu' }, isRequired: true }];

/** The way out of an action. Optional: an action may be the last step. */
export const ACTION_PORTS: readonly Port[] = [{ id: 'done', label: { en: 'Done', id: 'Selesai' }, isRequired: false }];
