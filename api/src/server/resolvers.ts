import { AccessResolver, UserFieldsResolver } from '../access/access.resolver.ts';
import { AgentFieldsResolver, AgentResolver, TeamFieldsResolver } from '../agents/agent.resolver.ts';
import { AgentMetricsFieldsResolver, BoardResolver, QueueMetricsFieldsResolver } from '../board/board.resolver.ts';
import { ChannelResolver } from '../channels/channel.resolver.ts';
import { CustomFieldResolver } from '../custom-fields/custom-field.resolver.ts';
import { ImportFieldsResolver, ImportResolver } from '../imports/import.resolver.ts';
import { QueueFieldsResolver, QueueResolver } from '../queues/queue.resolver.ts';

/** Every resolver of the schema. */
export const resolvers = [
  AccessResolver,
  UserFieldsResolver,
  AgentResolver,
  AgentFieldsResolver,
  TeamFieldsResolver,
  QueueResolver,
  QueueFieldsResolver,
  ChannelResolver,
  CustomFieldResolver,
  BoardResolver,
  QueueMetricsFieldsResolver,
  AgentMetricsFieldsResolver,
  ImportResolver,
  ImportFieldsResolver,
] as const;
