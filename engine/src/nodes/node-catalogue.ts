import { z } from 'zod';
import { actionStartFlow } from './action-start-flow.ts';
import { controlJoin } from './control-join.ts';
import { controlParallel } from './control-parallel.ts';
import { controlSequence } from './control-sequence.ts';
import { controlStop } from './control-stop.ts';
import { controlWait } from './control-wait.ts';
import type { NodeDefinition } from './define-node.ts';
import { filterCondition } from './filter-condition.ts';
import { filterSwitch } from './filter-switch.ts';
import { LISTABLE_ACTIONS } from './listable-actions.ts';
import { triggerTicketAssigned } from './trigger-ticket-assigned.ts';
import { triggerTicketCreated } from './trigger-ticket-created.ts';
import { triggerTicketReplied } from './trigger-ticket-replied.ts';
import { triggerTicketSolved } from './trigger-ticket-solved.ts';
import { triggerTicketUpdated } from './trigger-ticket-updated.ts';

/** Every kind of node, in the order a palette lists them. A new kind is one file and one line here or in `LISTABLE_ACTIONS`. */
export const NODE_CATALOGUE: readonly NodeDefinition[] = [
  triggerTicketCreated,
  triggerTicketUpdated,
  triggerTicketReplied,
  triggerTicketAssigned,
  triggerTicketSolved,
  filterCondition,
  filterSwitch,
  ...LISTABLE_ACTIONS,
  actionStartFlow,
  controlWait,
  controlSequence,
  controlParallel,
  controlJoin,
  controlStop,
];

const byKind = new Map(NODE_CATALOGUE.map((definition) => [definition.kind, definition]));

/** The definition of a kind, or undefined if the catalogue has none. */
export function nodeDefinition(kind: string): NodeDefinition | undefined {
  return byKind.get(kind);
}

/**
 * The config of a kind as JSON Schema (draft 2020-12), from which a form is made: each property carries `control`,
 * `label` and, where given, `help` and `options` (see `FieldMeta`).
 */
export function configJsonSchema(definition: NodeDefinition): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(definition.config);
}
