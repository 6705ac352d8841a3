import type { CreateAgentInput } from '../graph/generated/graphql.ts';
import type { ListedAgent } from './AgentsTab.tsx';

export interface SkillDraft {
  readonly skillId: string;
  readonly level: number;
}

/** An agent while edited. */
export interface AgentDraft {
  readonly name: string;
  readonly capacity: number;
  readonly languages: readonly string[];
  readonly teamIds: readonly string[];
  readonly skills: readonly SkillDraft[];
  /** Null: that of their teams. */
  readonly supportLevel: number | null;
  readonly location: string;
  readonly shiftCalendarId: string | null;
  /** Null: every channel. */
  readonly channelTypes: readonly string[] | null;
  /** Units by type; a type left out has no limit of its own. */
  readonly channelCapacity: Readonly<Record<string, number>>;
}

export function agentDraft(agent: ListedAgent | null): AgentDraft {
  return {
    name: agent?.name ?? '',
    capacity: agent?.capacity ?? 6,
    languages: agent?.languages ?? [],
    teamIds: agent?.teams.map(({ id }) => id) ?? [],
    skills: agent?.skills.map(({ skill, level }) => ({ skillId: skill.id, level })) ?? [],
    supportLevel: agent?.supportLevel ?? null,
    location: agent?.location ?? '',
    shiftCalendarId: agent?.shiftCalendarId ?? null,
    channelTypes: agent?.channelTypes ?? null,
    channelCapacity: Object.fromEntries(
      agent?.channelCapacity.map(({ channelType, units }) => [channelType, units]) ?? [],
    ),
  };
}

/** The draft as the API takes it: what is emptied is sent as the API's word for none. */
export function agentFields(draft: AgentDraft) {
  return {
    name: draft.name.trim(),
    capacity: draft.capacity,
    languages: [...draft.languages],
    teamIds: [...draft.teamIds],
    skills: [...draft.skills],
    supportLevel: draft.supportLevel ?? 0,
    location: draft.location.trim(),
    shiftCalendarId: draft.shiftCalendarId ?? '',
    channelTypes: [...(draft.channelTypes ?? [])],
    channelCapacity: Object.entries(draft.channelCapacity).map(([channelType, units]) => ({ channelType, units })),
  } satisfies CreateAgentInput;
}
