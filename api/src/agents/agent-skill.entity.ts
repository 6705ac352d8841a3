import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** How well an agent has a skill. */
export const AgentSkillEntity = defineEntity({
  name: 'AgentSkill',
  tableName: 'agent_skill',
  properties: {
    workspaceId: p.uuid(),
    agentId: p.uuid().primary(),
    skillId: p.uuid().primary(),
    /** 1 to 5. */
    level: p.integer(),
  },
});

export type AgentSkill = InferEntity<typeof AgentSkillEntity>;
