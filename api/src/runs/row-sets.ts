import { rowSet } from '../database/row-set.ts';
import type { ClockRow } from '../sla/clock-rows.ts';
import type {
  AgentTurnRow,
  AssignmentRow,
  ContactRow,
  EndedRunRow,
  EntryRow,
  EventRow,
  FiringRow,
  InboxRow,
  MessageRow,
  NoticeRow,
  OfferRow,
  RunRow,
  SentRow,
  TicketRow,
  TimerKeyRow,
  TimerRow,
  TraceRow,
  WaitingRow,
} from './rows.ts';

export const CONTACTS = rowSet<ContactRow>('insert into contact', {
  id: 'uuid',
  externalId: 'text',
  name: 'text',
  email: 'text',
  phone: 'text',
  tags: 'text[]',
  isVip: 'boolean',
  language: 'text',
  country: 'text',
  city: 'text',
  attributes: 'jsonb',
  followers: 'integer',
  accountOwnerId: 'uuid',
  createdAt: 'timestamptz',
});

export const TICKETS = rowSet<TicketRow>('insert into ticket', {
  id: 'uuid',
  number: 'integer',
  externalId: 'text',
  subject: 'text',
  status: 'text',
  priority: 'text',
  severity: 'text',
  level: 'integer',
  category: 'text',
  tags: 'text[]',
  language: 'text',
  sentiment: 'text',
  customFields: 'jsonb',
  channelId: 'uuid',
  contactId: 'uuid',
  teamId: 'uuid',
  assigneeId: 'uuid',
  queueId: 'uuid',
  queuedAt: 'timestamptz',
  queueRequirement: 'jsonb',
  queuePlan: 'jsonb',
  reopenCount: 'integer',
  transferCount: 'integer',
  replyCount: 'integer',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  firstOpenedAt: 'timestamptz',
  lastCustomerMessageAt: 'timestamptz',
  lastAgentMessageAt: 'timestamptz',
  customerOfflineSince: 'timestamptz',
  surveyScore: 'smallint',
  surveyComment: 'text',
  surveyAnsweredAt: 'timestamptz',
  assignedAt: 'timestamptz',
  solvedAt: 'timestamptz',
  closedAt: 'timestamptz',
});

export const ENTRIES = rowSet<EntryRow>('insert into queue_entry', {
  ticketId: 'uuid',
  queueId: 'uuid',
  requirement: 'jsonb',
  priority: 'text',
  weight: 'integer',
  channelType: 'text',
  queuedAt: 'timestamptz',
  prefer: 'text',
  rung: 'integer',
  countsFrom: 'timestamptz',
  nextRungAt: 'timestamptz',
  maySkip: 'boolean',
  apart: 'text',
});

export const OFFERS = rowSet<OfferRow>('insert into offer', {
  id: 'uuid',
  ticketId: 'uuid',
  queueId: 'uuid',
  agentId: 'uuid',
  state: 'text',
  explanation: 'jsonb',
  offeredAt: 'timestamptz',
  expiresAt: 'timestamptz',
  endedAt: 'timestamptz',
  reasonId: 'uuid',
});

export const INBOX = rowSet<InboxRow>('insert into inbox', {
  channelId: 'uuid',
  externalId: 'text',
  ticketId: 'uuid',
  messageId: 'uuid',
  receivedAt: 'timestamptz',
});

export const MESSAGES = rowSet<MessageRow>('insert into message', {
  id: 'uuid',
  ticketId: 'uuid',
  author: 'text',
  authorId: 'uuid',
  authorName: 'text',
  visibility: 'text',
  text: 'text',
  isAutomated: 'boolean',
  createdAt: 'timestamptz',
});

export const TRACES = rowSet<TraceRow>('insert into trace', {
  id: 'uuid',
  ticketId: 'uuid',
  eventType: 'text',
  considerations: 'jsonb',
  stops: 'jsonb',
  isComplete: 'boolean',
  at: 'timestamptz',
});

export const RUNS = rowSet<RunRow>('insert into run', {
  id: 'uuid',
  traceId: 'uuid',
  ticketId: 'uuid',
  flowId: 'uuid',
  versionId: 'uuid',
  eventType: 'text',
  outcome: 'text',
  acted: 'boolean',
  steps: 'jsonb',
  edgeIds: 'text[]',
  continues: 'uuid',
  startedBy: 'uuid',
  at: 'timestamptz',
});

export const ASSIGNMENTS = rowSet<AssignmentRow>('insert into assignment', {
  id: 'uuid',
  ticketId: 'uuid',
  queueId: 'uuid',
  agentId: 'uuid',
  explanation: 'jsonb',
  at: 'timestamptz',
});

export const EVENTS = rowSet<EventRow>('insert into ticket_event', {
  id: 'uuid',
  sequence: 'bigint',
  ticketId: 'uuid',
  type: 'text',
  actorKind: 'text',
  actorId: 'uuid',
  actorName: 'text',
  queueId: 'uuid',
  data: 'jsonb',
  runId: 'uuid',
  at: 'timestamptz',
});

export const NOTICES = rowSet<NoticeRow>('insert into notification', {
  notice: 'integer',
  kind: 'text',
  targetId: 'uuid',
  level: 'integer',
  failedFlowId: 'uuid',
  ticketId: 'uuid',
  text: 'text',
  at: 'timestamptz',
});

export const AGENT_TURNS = rowSet<AgentTurnRow>('insert into agent', { agentId: 'uuid', at: 'timestamptz' });

export const WAITING_RUNS = rowSet<WaitingRow>('insert into waiting_run', {
  runId: 'uuid',
  ticketId: 'uuid',
  flowId: 'uuid',
  versionId: 'uuid',
  state: 'jsonb',
  since: 'timestamptz',
  dueAt: 'timestamptz',
});

export const CLOCKS = rowSet<ClockRow>('insert into ticket_clock', {
  ticketId: 'uuid',
  metric: 'text',
  episode: 'integer',
  policyId: 'uuid',
  targetMs: 'bigint',
  isRunning: 'boolean',
  startedAt: 'timestamptz',
  atRiskAt: 'timestamptz',
  dueAt: 'timestamptz',
  breachedAt: 'timestamptz',
  fulfilledAt: 'timestamptz',
});

export const ENDED_RUNS = rowSet<EndedRunRow>('insert into run', { runId: 'uuid', outcome: 'text' });

export const FIRINGS = rowSet<FiringRow>('insert into trigger_firing', {
  ticketId: 'uuid',
  flowId: 'uuid',
  triggerNodeId: 'text',
  count: 'integer',
  episode: 'text',
});

export const TIMERS = rowSet<TimerRow>('insert into ticket_timer', {
  ticketId: 'uuid',
  flowId: 'uuid',
  triggerNodeId: 'text',
  dueAt: 'timestamptz',
  episode: 'text',
});

export const TIMER_KEYS = rowSet<TimerKeyRow>('insert into ticket_timer', {
  ticketId: 'uuid',
  flowId: 'uuid',
  triggerNodeId: 'text',
});

export const SENT = rowSet<SentRow>('insert into sent_message', {
  id: 'uuid',
  ticketId: 'uuid',
  recipient: 'text',
  at: 'timestamptz',
});
