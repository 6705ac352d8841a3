import { ApiTokenEntity } from '../access/api-token.entity.ts';
import { SessionEntity } from '../access/session.entity.ts';
import { UserEntity } from '../access/user.entity.ts';
import { AgentEntity } from '../agents/agent.entity.ts';
import { AgentSkillEntity } from '../agents/agent-skill.entity.ts';
import { AgentTeamEntity } from '../agents/agent-team.entity.ts';
import { SkillEntity } from '../agents/skill.entity.ts';
import { TeamEntity } from '../agents/team.entity.ts';
import { CalendarEntity } from '../calendars/calendar.entity.ts';
import { ChannelEntity } from '../channels/channel.entity.ts';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { ContactAttributeEntity } from '../contacts/contact-attribute.entity.ts';
import { CustomFieldEntity } from '../custom-fields/custom-field.entity.ts';
import { FlowEntity } from '../flows/flow.entity.ts';
import { FlowVersionEntity } from '../flows/flow-version.entity.ts';
import { ImportEntity } from '../imports/import.entity.ts';
import { ImportRowErrorEntity } from '../imports/import-row-error.entity.ts';
import { NotificationEntity } from '../notifications/notification.entity.ts';
import { AssignmentRecordEntity } from '../queues/assignment.entity.ts';
import { QueueEntity } from '../queues/queue.entity.ts';
import { QueueEntryEntity } from '../queues/queue-entry.entity.ts';
import { DeclineReasonEntity } from '../routing/decline-reason.entity.ts';
import { PresenceStatusEntity } from '../routing/presence-status.entity.ts';
import { RunRecordEntity } from '../runs/run.entity.ts';
import { TraceEntity } from '../runs/trace.entity.ts';
import { IdempotencyKeyEntity } from '../server/idempotency-key.entity.ts';
import { SlaPolicyEntity } from '../sla/sla-policy.entity.ts';
import { InboxEntryEntity } from '../tickets/inbox.entity.ts';
import { MessageEntity } from '../tickets/message.entity.ts';
import { TicketEntity } from '../tickets/ticket.entity.ts';
import { TicketEventRecordEntity } from '../tickets/ticket-event.entity.ts';
import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';

/** Every entity the ORM maps. The ORM knows each by `id`; the database by workspace and id. */
export const entities = [
  WorkspaceEntity,
  UserEntity,
  SessionEntity,
  ApiTokenEntity,
  TeamEntity,
  SkillEntity,
  AgentEntity,
  AgentSkillEntity,
  AgentTeamEntity,
  ChannelEntity,
  QueueEntity,
  QueueEntryEntity,
  AssignmentRecordEntity,
  CustomFieldEntity,
  CalendarEntity,
  PresenceStatusEntity,
  DeclineReasonEntity,
  SlaPolicyEntity,
  ContactEntity,
  ContactAttributeEntity,
  FlowEntity,
  FlowVersionEntity,
  TicketEntity,
  MessageEntity,
  TicketEventRecordEntity,
  InboxEntryEntity,
  TraceEntity,
  RunRecordEntity,
  NotificationEntity,
  ImportEntity,
  ImportRowErrorEntity,
  IdempotencyKeyEntity,
] as const;
