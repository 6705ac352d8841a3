import { actionAnswer } from './action-answer.ts';
import { actionAssign } from './action-assign.ts';
import { actionClassify } from './action-classify.ts';
import { actionClose } from './action-close.ts';
import { actionEscalate } from './action-escalate.ts';
import { actionLookupContact } from './action-lookup-contact.ts';
import { actionNote } from './action-note.ts';
import { actionNotify } from './action-notify.ts';
import { actionReply } from './action-reply.ts';
import { actionRoute } from './action-route.ts';
import { actionSetFields } from './action-set-fields.ts';
import { actionSolve } from './action-solve.ts';
import { actionSuggestReply } from './action-suggest-reply.ts';
import { actionSurvey } from './action-survey.ts';
import { actionTags } from './action-tags.ts';
import { actionTransfer } from './action-transfer.ts';
import { actionUnassign } from './action-unassign.ts';
import { actionWebhook } from './action-webhook.ts';
import type { NodeDefinition } from './define-node.ts';

/** The actions that may stand in a list inside one node, in the order a palette lists them. */
export const LISTABLE_ACTIONS: readonly NodeDefinition[] = [
  actionSetFields,
  actionTags,
  actionRoute,
  actionAssign,
  actionUnassign,
  actionTransfer,
  actionEscalate,
  actionReply,
  actionNote,
  actionNotify,
  actionSurvey,
  actionSolve,
  actionClose,
  actionClassify,
  actionSuggestReply,
  actionAnswer,
  actionLookupContact,
  actionWebhook,
];
