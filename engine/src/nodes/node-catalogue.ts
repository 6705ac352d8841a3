import * as z from 'zod';
import { actionStartFlow } from './action-start-flow.ts';
import { controlJoin } from './control-join.ts';
import { controlParallel } from './control-parallel.ts';
import { controlSequence } from './control-sequence.ts';
import { controlStop } from './control-stop.ts';
import { controlWait } from './control-wait.ts';
import type { NodeDefinition } from './define-node.ts';
import { filterCondition } from './filter-condition.ts';
import { filterSplit } from './filter-split.ts';
import { filterSwitch } from './filter-switch.ts';
import { LISTABLE_ACTIONS } from './listable-actions.ts';
import { triggerAgentUnavailable } from './trigger-agent-unavailable.ts';
import { triggerCustomerOffline } from './trigger-customer-offline.ts';
import { triggerManual } from './trigger-manual.ts';
import { triggerSchedule } from './trigger-schedule.ts';
import { triggerSlaChecked } from './trigger-sla-checked.ts';
import { triggerSurveyAnswered } from './trigger-survey-answered.ts';
import { triggerTicketAssigned } from './trigger-ticket-assigned.ts';
import { triggerTicketClosed } from './trigger-ticket-closed.ts';
import { triggerTicketCreated } from './trigger-ticket-created.ts';
import { triggerTicketIdle } from './trigger-ticket-idle.ts';
import { triggerTicketOpened } from './trigger-ticket-opened.ts';
import { triggerTicketReopened } from './trigger-ticket-reopened.ts';
import { triggerTicketReplied } from './trigger-ticket-replied.ts';
import { triggerTicketSolved } from './trigger-ticket-solved.ts';
import { triggerTicketTransferred } from './trigger-ticket-transferred.ts';
import { triggerTicketUpdated } from './trigger-ticket-updated.ts';
import { triggerWebhook } from './trigger-webhook.ts';

/** Every kind of node, in the order a palette lists them. A new kind is one file and one line here or in `LISTABLE_ACTIONS`. */
export const NODE_CATALOGUE: readonly NodeDefinition[] = [
  triggerTicketCreated,
  triggerTicketAssigned,
  triggerTicketOpened,
  triggerTicketReplied,
  triggerTicketUpdated,
  triggerSlaChecked,
  triggerTicketIdle,
  triggerTicketTransferred,
  triggerTicketSolved,
  triggerTicketClosed,
  triggerTicketReopened,
  triggerCustomerOffline,
  triggerAgentUnavailable,
  triggerSurveyAnswered,
  triggerSchedule,
  triggerManual,
  triggerWebhook,
  filterCondition,
  filterSwitch,
  filterSplit,
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
