import { agentLeaves } from './agent-leaves.ts';
import { badScore } from './bad-score.ts';
import type { FlowTemplate } from './flow-template.ts';
import { idleClose } from './idle-close.ts';
import { languageRouting } from './language-routing.ts';
import { outOfHours } from './out-of-hours.ts';
import { slaLadder } from './sla-ladder.ts';
import { surgeOverflow } from './surge-overflow.ts';
import { tagTransfer } from './tag-transfer.ts';
import { vipBilling } from './vip-billing.ts';
import { weekendDuty } from './weekend-duty.ts';

/** Flows to begin with, in the order a gallery lists them. */
export const FLOW_TEMPLATES: readonly FlowTemplate[] = [
  languageRouting,
  vipBilling,
  outOfHours,
  slaLadder,
  idleClose,
  agentLeaves,
  badScore,
  tagTransfer,
  surgeOverflow,
  weekendDuty,
];
