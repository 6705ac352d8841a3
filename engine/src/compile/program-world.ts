import type { SlaMetric } from '../facts/sla-facts.ts';
import type { Flow } from '../flow/flow.ts';
import type { Issue } from '../flow/issue.ts';
import type { References } from '../flow/references.ts';
import type { RoutingAgent } from '../routing/assignment.ts';

/** A live flow, or one about to be, as it takes part in the program. */
export interface ProgramFlow {
  readonly flowId: string;
  readonly name: string;
  readonly flow: Flow;
  /** Live flows run in ascending position; equal ones by flow id. */
  readonly position: number;
  readonly stopOnMatch: boolean;
}

/** A policy's targets as timers are compared with them; an SLA policy as it is stored will do. */
export interface GuardedPolicy {
  readonly id: string;
  readonly targets: readonly {
    readonly metric: SlaMetric;
    /** Milliseconds, by priority; one that is left out has no target. */
    readonly byPriority: Readonly<Partial<Record<'low' | 'normal' | 'high' | 'urgent', number>>>;
    /** Null: calendar time, around the clock. */
    readonly calendarId: string | null;
  }[];
}

/** What the flows of a workspace meet. What is absent is not checked against. */
export interface ProgramWorld {
  readonly references: References;
  /** Everybody who may get tickets, whether at work now or not. */
  readonly routingAgents?: readonly RoutingAgent[];
  readonly slaPolicies?: readonly GuardedPolicy[];
  /** The workspace's own calendar, null for none: what business time without a calendar counts in. */
  readonly defaultCalendarId?: string | null;
}

/** A finding across flows. */
export interface ProgramIssue extends Issue {
  /** The flow it is about; absent where it is about none, as an SLA nobody escalates. */
  readonly flowId?: string;
  readonly otherFlowId?: string;
}
