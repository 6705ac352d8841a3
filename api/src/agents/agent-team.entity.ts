import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** An agent's membership of a team. */
export const AgentTeamEntity = defineEntity({
  name: 'AgentTeam',
  tableName: 'agent_team',
  properties: {
    workspaceId: p.uuid(),
    agentId: p.uuid().primary(),
    teamId: p.uuid().primary(),
  },
});

export type AgentTeam = InferEntity<typeof AgentTeamEntity>;
