import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { isId } from '../server/input-check.ts';
import { refusedOr } from '../server/refusal.ts';
import type { Agent } from './agent.entity.ts';
import {
  AgentsArgs,
  CreateAgentInput,
  CreateSkillInput,
  CreateTeamInput,
  SetPresenceInput,
  SetSkillLevelsInput,
  UpdateAgentInput,
  UpdateTeamInput,
} from './agent.inputs.ts';
import { AgentConnection, AgentObject, ChannelCapacityObject } from './agent.object.ts';
import { AgentPayload, SkillLevelsPayload, SkillPayload, TeamPayload } from './agent.payloads.ts';
import { agentById, agentCountOfTeam, skillsOfAgent, teamsOfAgent, workOfAgent } from './agent-loaders.ts';
import { createAgent, updateAgent } from './agent-set-up.ts';
import { listAgents } from './list-agents.ts';
import { setPresence } from './set-presence.ts';
import { setSkillLevels } from './set-skill-levels.ts';
import { AgentSkillObject, SkillObject } from './skill.object.ts';
import { TeamObject } from './team.object.ts';
import { createSkill, createTeam, listSkills, listTeams, updateTeam } from './teams-and-skills.ts';

/** Agents, teams and skills. */
@Resolver()
export class AgentResolver {
  @Authorized('viewer')
  @Query(() => AgentConnection, { description: 'Agents by name.' })
  async agents(@Args(() => AgentsArgs) args: AgentsArgs, @Ctx() context: Context) {
    return listAgents(context.app, actorOf(context), args);
  }

  @Authorized('viewer')
  @Query(() => AgentObject, { nullable: true, description: 'An agent; null if there is none.' })
  async agent(
    @Arg('id', () => ID, { description: 'The agent.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<AgentObject | null> {
    return isId(id) ? loaders.load(agentById, id) : null;
  }

  @Authorized('viewer')
  @Query(() => [TeamObject], { description: 'Teams by name.' })
  async teams(@Ctx() context: Context): Promise<TeamObject[]> {
    return listTeams(context.app, actorOf(context));
  }

  @Authorized('viewer')
  @Query(() => [SkillObject], { description: 'Skills by name.' })
  async skills(@Ctx() context: Context): Promise<SkillObject[]> {
    return listSkills(context.app, actorOf(context));
  }

  @Authorized('manager')
  @Mutation(() => TeamPayload, { description: 'Adds a team.' })
  async createTeam(
    @Arg('input', () => CreateTeamInput, { description: 'The team.' }) input: CreateTeamInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    return refusedOr({ team: null }, async () => ({ team: await createTeam(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => TeamPayload, { description: 'Changes a team.' })
  async updateTeam(
    @Arg('input', () => UpdateTeamInput, { description: 'What to change.' }) input: UpdateTeamInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    return refusedOr({ team: null }, async () => ({ team: await updateTeam(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => SkillPayload, { description: 'Adds a skill.' })
  async createSkill(
    @Arg('input', () => CreateSkillInput, { description: 'The skill.' }) input: CreateSkillInput,
    @Ctx() context: Context,
  ): Promise<SkillPayload> {
    return refusedOr({ skill: null }, async () => ({ skill: await createSkill(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => AgentPayload, { description: 'Adds an agent.' })
  async createAgent(
    @Arg('input', () => CreateAgentInput, { description: 'The agent.' }) input: CreateAgentInput,
    @Ctx() context: Context,
  ): Promise<AgentPayload> {
    return refusedOr({ agent: null }, async () => ({ agent: await createAgent(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => AgentPayload, { description: 'Changes an agent.' })
  async updateAgent(
    @Arg('input', () => UpdateAgentInput, { description: 'What to change.' }) input: UpdateAgentInput,
    @Ctx() context: Context,
  ): Promise<AgentPayload> {
    return refusedOr({ agent: null }, async () => ({ agent: await updateAgent(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => SkillLevelsPayload, { description: 'Changes cells of the skills matrix, all or none.' })
  async setSkillLevels(
    @Arg('input', () => SetSkillLevelsInput, { description: 'The cells.' }) { levels }: SetSkillLevelsInput,
    @Ctx() context: Context,
  ): Promise<SkillLevelsPayload> {
    return refusedOr({ agents: [] }, async () => {
      const agentIds = await setSkillLevels(context.app, actorOf(context), levels);
      const agents = await Promise.all(agentIds.map((id) => context.loaders.load(agentById, id)));
      return { agents: agents.filter((agent) => agent !== null) };
    });
  }

  @Authorized('agent')
  @Mutation(() => AgentPayload, { description: 'Sets whether an agent takes tickets; own, or any for a manager.' })
  async setPresence(
    @Arg('input', () => SetPresenceInput, { description: 'Whose, and what.' }) input: SetPresenceInput,
    @Ctx() context: Context,
  ): Promise<AgentPayload> {
    return refusedOr({ agent: null }, async () => ({ agent: await setPresence(context.app, actorOf(context), input) }));
  }
}

/** What is read beside the agent's own row. */
@Resolver(() => AgentObject)
export class AgentFieldsResolver {
  @FieldResolver(() => [AgentSkillObject], { description: 'What they can do, by name.' })
  async skills(@Root() agent: AgentObject, @Ctx() { loaders }: Context): Promise<AgentSkillObject[]> {
    return (await loaders.load(skillsOfAgent, agent.id)) ?? [];
  }

  @FieldResolver(() => [ChannelCapacityObject], {
    description: 'Units they can hold at once on single channels, within their capacity, by type.',
  })
  channelCapacity(@Root() { channelCapacity }: Agent): ChannelCapacityObject[] {
    const types = Object.keys(channelCapacity).sort();
    return types.map((channelType) => ({ channelType, units: channelCapacity[channelType] ?? 0 }));
  }

  @FieldResolver(() => [TeamObject], { description: 'The teams they belong to, by name.' })
  async teams(@Root() agent: AgentObject, @Ctx() { loaders }: Context): Promise<TeamObject[]> {
    return (await loaders.load(teamsOfAgent, agent.id)) ?? [];
  }

  @FieldResolver(() => Int, { description: 'Units of capacity their open tickets take.' })
  async load(@Root() agent: AgentObject, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.load(workOfAgent, agent.id))?.load ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Tickets they hold whose status is new or open.' })
  async openTickets(@Root() agent: AgentObject, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.load(workOfAgent, agent.id))?.openTickets ?? 0;
  }
}

/** What is counted of teams. */
@Resolver(() => TeamObject)
export class TeamFieldsResolver {
  @FieldResolver(() => Int, { description: 'How many agents belong to it.' })
  async agentCount(@Root() team: TeamObject, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.load(agentCountOfTeam, team.id)) ?? 0;
  }
}
