import { AccessResolver, UserFieldsResolver } from '../access/access.resolver.ts';
import { AgentFieldsResolver, AgentResolver, TeamFieldsResolver } from '../agents/agent.resolver.ts';
import { AgentPresenceFieldsResolver, AgentPresenceResolver } from '../agents/agent-presence.resolver.ts';
import { AgentMetricsFieldsResolver, BoardResolver, QueueMetricsFieldsResolver } from '../board/board.resolver.ts';
import { FlowActivityResolver } from '../board/flow-activity.resolver.ts';
import { CalendarResolver } from '../calendars/calendar.resolver.ts';
import { ChannelResolver } from '../channels/channel.resolver.ts';
import { ContactResolver } from '../contacts/contact.resolver.ts';
import { ContactSetUpResolver } from '../contacts/contact-set-up.resolver.ts';
import { CustomFieldResolver } from '../custom-fields/custom-field.resolver.ts';
import { FlowResolver } from '../flows/flow.resolver.ts';
import { FlowCheckResolver } from '../flows/flow-check.resolver.ts';
import { FlowExchangeResolver } from '../flows/flow-exchange.resolver.ts';
import {
  FlowDraftFieldsResolver,
  FlowFieldsResolver,
  FlowVersionFieldsResolver,
} from '../flows/flow-fields.resolver.ts';
import { FlowStartResolver } from '../flows/flow-start.resolver.ts';
import { FlowTemplateResolver } from '../flows/flow-template.resolver.ts';
import { ImportFieldsResolver, ImportResolver } from '../imports/import.resolver.ts';
import { TicketLiveResolver } from '../live/ticket-live.resolver.ts';
import { MetricsResolver } from '../metrics/metrics.resolver.ts';
import { NotificationFieldsResolver, NotificationResolver } from '../notifications/notification.resolver.ts';
import { QueueFieldsResolver, QueueResolver } from '../queues/queue.resolver.ts';
import { ReplayResolver } from '../replay/replay.resolver.ts';
import { OfferFieldsResolver, OfferResolver } from '../routing/offer.resolver.ts';
import { ProficiencyFieldsResolver, RoutingSettingsResolver } from '../routing/routing-settings.resolver.ts';
import { RoutingWordsResolver } from '../routing/routing-words.resolver.ts';
import { RunResolver } from '../runs/run.resolver.ts';
import { SlaClockFieldsResolver, TicketClocksResolver } from '../sla/sla-clock.resolver.ts';
import { SlaPolicyResolver } from '../sla/sla-policy.resolver.ts';
import { HandOverResolver } from '../tickets/hand-over.resolver.ts';
import { TicketResolver } from '../tickets/ticket.resolver.ts';
import {
  TicketEventFieldsResolver,
  TicketFieldsResolver,
  WhyEntryFieldsResolver,
} from '../tickets/ticket-fields.resolver.ts';

/** Every resolver of the schema. */
export const resolvers = [
  AccessResolver,
  UserFieldsResolver,
  AgentResolver,
  AgentFieldsResolver,
  TeamFieldsResolver,
  AgentPresenceResolver,
  AgentPresenceFieldsResolver,
  QueueResolver,
  QueueFieldsResolver,
  ChannelResolver,
  CustomFieldResolver,
  CalendarResolver,
  SlaPolicyResolver,
  MetricsResolver,
  TicketClocksResolver,
  SlaClockFieldsResolver,
  RoutingWordsResolver,
  RoutingSettingsResolver,
  ProficiencyFieldsResolver,
  OfferResolver,
  OfferFieldsResolver,
  TicketResolver,
  HandOverResolver,
  TicketFieldsResolver,
  TicketEventFieldsResolver,
  WhyEntryFieldsResolver,
  ContactResolver,
  ContactSetUpResolver,
  FlowResolver,
  FlowFieldsResolver,
  FlowDraftFieldsResolver,
  FlowVersionFieldsResolver,
  FlowCheckResolver,
  FlowExchangeResolver,
  FlowStartResolver,
  FlowTemplateResolver,
  RunResolver,
  BoardResolver,
  QueueMetricsFieldsResolver,
  AgentMetricsFieldsResolver,
  ImportResolver,
  ImportFieldsResolver,
  TicketLiveResolver,
  FlowActivityResolver,
  ReplayResolver,
  NotificationResolver,
  NotificationFieldsResolver,
] as const;
